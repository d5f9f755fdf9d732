import type { Instrument, ScoredInstrument } from '#lib/stats/instruments'
import { orientScore } from '#lib/stats/instruments'
import { responseEmotions } from '#lib/stats/response'
import { addTallies, negateTally, stepOf, type Tally, tallyOf } from '#lib/stats/tally'

/** What of a response decides where and how it counts. */
export type Counted = {
  journeyId: string
  source: string
  /** Dimension to value: by what it is counted besides its places. */
  segments: Readonly<Record<string, string>>
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

/** A change of one cell of one day, of responses with the same segments; counters may be below zero where something is taken back. */
export type Change = Omit<Count, 'score' | 'step'> & Pick<Counted, 'source' | 'segments' | 'day'> & { tally: Tally }

export type Placed = { counted: Counted; stageOf: Readonly<Record<string, string>> }

export const isNothing = ({ n, s, q, c }: Tally): boolean => n === 0 && s === 0n && q === 0n && c.every((step) => step === 0)

/** What must be added to the tallies so that `after` counts instead of `before`; cells that come out even are left out. */
export function changesBetween(before: readonly Placed[], after: readonly Placed[]): Change[] {
  const cells = new Map<string, Change>()
  const add = ({ counted, stageOf }: Placed, sign: 1 | -1) => {
    const { source, segments, day } = counted
    // Written as JSON, which knows where a value ends whatever it holds.
    const group = JSON.stringify([source, segments, day])
    for (const { level, place, instrument, score } of countsOf(counted.answers, stageOf)) {
      const one = sign === 1 ? tallyOf(instrument, score) : negateTally(tallyOf(instrument, score))
      const key = `${level}/${instrument}/${place}/${group}`
      const found = cells.get(key)
      if (found) found.tally = addTallies(found.tally, one)
      else cells.set(key, { level, place, instrument, source, segments, day, tally: one })
    }
  }
  for (const one of before) add(one, -1)
  for (const one of after) add(one, 1)
  return [...cells.values()].filter(({ tally }) => !isNothing(tally))
}
