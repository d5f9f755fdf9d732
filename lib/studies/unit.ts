import type { Outcome } from '#lib/journeys/outcome'
import { emotionUnits } from '#lib/stats/instruments'
import { responseEmotions, type ScoredAnswer } from '#lib/stats/response'
import { roundHalfAway } from '#lib/stats/round'
import { cellKey } from './result'

/** One response of a unit: `attribute` is that of the declared outcome, where there is one. */
export type UnitResponse = { day: string; attribute: string | null; answers: readonly ScoredAnswer[] }

type Level = 'stage' | 'touchpoint' | 'cell'

/** One person (or one answer without a person): e in units of 1/18000 of each place and cell, and the outcome to hold against it. */
export type Unit = {
  seen: ReadonlySet<string>
  /** e of each stage, with the answers that are the outcome: what the person felt there, whatever it is held against. */
  felt: ReadonlyMap<string, number>
  places: Readonly<Record<Level, ReadonlyMap<string, number>>>
  outcomeFor: (level: Level, key: string) => number | null
  hasOutcome: boolean
}

class Means {
  readonly #sums = new Map<string, { sum: number; n: number }>()

  add(key: string, value: number): void {
    const found = this.#sums.get(key) ?? { sum: 0, n: 0 }
    found.sum += value
    found.n++
    this.#sums.set(key, found)
  }

  exact(): Map<string, number> {
    return new Map([...this.#sums].map(([key, { sum, n }]) => [key, sum / n]))
  }

  rounded(): Map<string, number> {
    return new Map([...this.#sums].map(([key, { sum, n }]) => [key, n === 1 ? sum : roundHalfAway(sum / n)]))
  }
}

/** 1 where the newest value of the attribute is the good one, 0 where it is another, null where there is none. */
function attributeOutcome(responses: readonly UnitResponse[], positive: string): number | null {
  let newest: { day: string; value: string } | null = null
  for (const { day, attribute } of responses) {
    const value = attribute?.trim() ?? ''
    if (value !== '' && (newest === null || day >= newest.day)) newest = { day, value }
  }
  return newest && Number(newest.value === positive)
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : roundHalfAway(values.reduce((sum, value) => sum + value, 0) / values.length)

function outcomeOf(outcome: Outcome | null, responses: readonly UnitResponse[], nps: ReadonlyMap<string, number>, stageOf: (touchpoint: string) => string) {
  if (outcome?.kind === 'attribute') {
    const y = attributeOutcome(responses, outcome.positive)
    return { hasOutcome: y !== null, outcomeFor: () => y }
  }
  if (outcome?.kind === 'nps') {
    const y = mean([...nps].flatMap(([key, value]) => (key === outcome.touchpoint ? [value] : [])))
    return { hasOutcome: y !== null, outcomeFor: () => y }
  }
  const elsewhere = (isHere: (touchpoint: string) => boolean) => mean([...nps].flatMap(([key, y]) => (isHere(key) ? [] : [y])))
  const outcomeFor = (level: Level, key: string) => {
    if (level === 'stage') return elsewhere((touchpoint) => stageOf(touchpoint) === key)
    return elsewhere((touchpoint) => touchpoint === (level === 'cell' ? key.slice(key.indexOf(' ') + 1) : key))
  }
  return { hasOutcome: nps.size > 0, outcomeFor }
}

/**
 * A unit from its responses. Several at one place count as their mean. The answers that are the outcome itself are no part of what
 * is held against it; where no outcome is declared it is the person's mean NPS at all other touchpoints (of other stages, for a stage).
 */
export function unitOf(responses: readonly UnitResponse[], outcome: Outcome | null, stageOf: (touchpoint: string) => string): Unit {
  const isOutcome = ({ touchpoint, instrument }: ScoredAnswer) =>
    outcome?.kind === 'nps' && instrument === 'nps' && touchpoint === outcome.touchpoint
  const [stage, touchpoint, cell, nps, all] = [new Means(), new Means(), new Means(), new Means(), new Means()]
  const seen = new Set<string>()
  for (const { answers } of responses) {
    for (const answer of answers) {
      const e = emotionUnits(answer.instrument, answer.score)
      seen.add(answer.touchpoint)
      if (answer.instrument === 'nps') nps.add(answer.touchpoint, e)
      if (!isOutcome(answer)) cell.add(cellKey(answer.touchpoint, answer.instrument), e)
    }
    const felt = responseEmotions(answers.filter((answer) => !isOutcome(answer)))
    for (const [key, e] of felt.touchpoints) touchpoint.add(key, e)
    for (const [key, e] of felt.stages) stage.add(key, e)
    for (const [key, e] of outcome?.kind === 'nps' ? responseEmotions(answers).stages : felt.stages) all.add(key, e)
  }
  const places = { stage: stage.rounded(), touchpoint: touchpoint.rounded(), cell: cell.rounded() }
  return { seen, felt: all.rounded(), places, ...outcomeOf(outcome, responses, nps.exact(), stageOf) }
}
