import { emotionUnits, type ScoredInstrument } from './instruments'
import { divideHalfAway } from './round'

/** One answer of a response, where it was given. `score` is oriented already: high is good (see orientScore). */
export type ScoredAnswer = { touchpoint: string; stage: string; instrument: ScoredInstrument; score: number }

/** A mean that is not divided yet: `over` is a sum of whole units, `under` how many there are. */
type Mean = { over: number; under: number }

/** The mean of means, still a fraction. Means of equally many answers add up at once; else over the product, which may be large. */
function meanOfMeans(means: readonly Mean[]): { over: bigint; under: bigint } {
  const under = means.reduce((product, mean) => product * BigInt(mean.under), 1n)
  const over = means.reduce((sum, mean) => sum + (BigInt(mean.over) * under) / BigInt(mean.under), 0n)
  return { over, under: under * BigInt(means.length) }
}

const sameUnder = (means: readonly Mean[]) => means.every((mean) => mean.under === means[0]?.under)

function stageUnits(means: readonly Mean[]): number {
  if (sameUnder(means)) {
    const over = means.reduce((sum, mean) => sum + mean.over, 0)
    return toUnits({ over, under: means.length * (means[0]?.under ?? 1) })
  }
  const { over, under } = meanOfMeans(means)
  return Number(divideHalfAway(over, under))
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const found = groups.get(keyOf(item))
    if (found) found.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

// Sums of units stay far below 2^53 and a quotient is never nearer to a half than 1/(2 * under), so plain numbers are exact here.
function toUnits({ over, under }: Mean): number {
  const size = Math.floor((2 * Math.abs(over) + under) / (2 * under))
  return over < 0 && size > 0 ? -size : size
}

/**
 * Emotion of one response (METRICS 1), in units of 1/18000: at a touchpoint the mean of e of its asked instruments there; at a
 * stage the mean over its touchpoints in that stage, so that one person counts once at each place. `text` is not in it.
 * A stage's mean is taken before rounding, so the order of the answers never matters.
 * Example: { nps 9, csat 5 } at one touchpoint -> e 0.9 -> 16200 there and at its stage.
 */
export function responseEmotions(answers: readonly ScoredAnswer[]) {
  const touchpoints = new Map<string, number>()
  const stages = new Map<string, number>()
  const asked = answers.filter((answer) => answer.instrument !== 'text')
  for (const [stage, inStage] of group(asked, (answer) => answer.stage)) {
    const means: Mean[] = []
    for (const [touchpoint, there] of group(inStage, (answer) => answer.touchpoint)) {
      const mean = { over: there.reduce((sum, a) => sum + emotionUnits(a.instrument, a.score), 0), under: there.length }
      touchpoints.set(touchpoint, toUnits(mean))
      means.push(mean)
    }
    stages.set(stage, stageUnits(means))
  }
  return { touchpoints, stages }
}
