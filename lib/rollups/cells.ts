import type { Instrument, ScoredInstrument } from '#lib/stats/instruments'
import { orientScore } from '#lib/stats/instruments'
import { responseEmotions } from '#lib/stats/response'
import { addTallies, negateTally, stepOf, type Tally, tallyOf } from '#lib/stats/tally'

/** What of a response decides where and how it counts. */
export type Counted = {
  journeyId: string
  source: string
  channel: string | null
  day: string
  answers: readonly { touchpoint: string; instrument: ScoredInstrument; score: number; reversed: boolean }[]
}

/** One answer (or one emotion) at one place: what a batch sends to the database, which adds it up. */
export type Count = { level: 'stage' | 'touchpoint'; place: string; instrument: Instrument; score: number; step: number }

const count = (level: Count['level'], place: string, instrument: Instrument, score: number): Count => ({
  level,
  place,
  instrument,
  score,
  step: stepOf(instrument, score),
})

/**
 * Every cell that one response counts in. Instruments are pooled answers at the touchpoint and at its stage; emotion is one
 * value a response at each place (METRICS 1), because pooling one person's touchpoints as if independent covers too little.
 */
export function countsOf(answers: Counted['answers'], stageOf: Readonly<Record<string, string>>): Count[] {
  const placed = answers.map((a) => ({
    touchpoint: a.touchpoint,
    stage: stageOf[a.touchpoint] ?? '',
    instrument: a.instrument,
    score: orientScore(a.instrument, a.score, a.reversed),
  }))
  const emotions = responseEmotions(placed)
  return [
    ...placed.map((a) => count('touchpoint', a.touchpoint, a.instrument, a.score)),
    ...placed.map((a) => count('stage', a.stage, a.instrument, a.score)),
    ...[...emotions.touchpoints].map(([place, units]) => count('touchpoint', place, 'emotion', units)),
    ...[...emotions.stages].map(([place, units]) => count('stage', place, 'emotion', units)),
  ]
}

/** A change of one cell of one day and channel; counters may be below zero where something is taken back. */
export type Change = Omit<Count, 'score' | 'step'> & { source: string; channel: string | null; day: string; tally: Tally }

const keyOf = (c: Change) => [c.level, c.place, c.instrument, c.source, c.day, c.channel ?? ''].join('\u0001')

/** What must be added to the tallies so that `after` counts instead of `before`; cells that come out even are left out. */
export function changesBetween(
  before: readonly { counted: Counted; stageOf: Readonly<Record<string, string>> }[],
  after: readonly { counted: Counted; stageOf: Readonly<Record<string, string>> }[],
): Change[] {
  const cells = new Map<string, Change>()
  const add = (counted: Counted, stageOf: Readonly<Record<string, string>>, sign: 1 | -1) => {
    for (const { level, place, instrument, score } of countsOf(counted.answers, stageOf)) {
      const one = sign === 1 ? tallyOf(instrument, score) : negateTally(tallyOf(instrument, score))
      const change = { level, place, instrument, source: counted.source, channel: counted.channel, day: counted.day, tally: one }
      const found = cells.get(keyOf(change))
      if (found) found.tally = addTallies(found.tally, one)
      else cells.set(keyOf(change), change)
    }
  }
  for (const { counted, stageOf } of before) add(counted, stageOf, -1)
  for (const { counted, stageOf } of after) add(counted, stageOf, 1)
  return [...cells.values()].filter(({ tally }) => tally.n !== 0 || tally.s !== 0n || tally.q !== 0n || tally.c.some((c) => c !== 0))
}
