import { emotionUnits, type ScoredInstrument } from './instruments'
import { divideHalfAway } from './round'

/** One answer of a response, where it was given. `score` is oriented already: high is good (see orientScore). */
export type ScoredAnswer = { touchpoint: string; stage: string; instrument: ScoredInstrument; score: number }

type Fraction = { over: bigint; under: bigint }

function meanOf(fractions: readonly Fraction[]): Fraction {
  const sum = fractions.reduce(
    (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }),
    { over: 0n, under: 1n },
  )
  return { over: sum.over, under: sum.under * BigInt(fractions.length) }
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

const toUnits = ({ over, under }: Fraction) => Number(divideHalfAway(over, under))

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
    const means: Fraction[] = []
    for (const [touchpoint, there] of group(inStage, (answer) => answer.touchpoint)) {
      const mean = meanOf(there.map((a) => ({ over: BigInt(emotionUnits(a.instrument, a.score)), under: 1n })))
      touchpoints.set(touchpoint, toUnits(mean))
      means.push(mean)
    }
    stages.set(stage, toUnits(meanOf(means)))
  }
  return { touchpoints, stages }
}
