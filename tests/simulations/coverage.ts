import type { AskedInstrument } from '#lib/stats/instruments'
import { measureIndex } from '#lib/stats/index-of'
import { type Measured, measure, metricOf } from '#lib/stats/measure'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { drawCounts, seeded } from './random'

// How often the 95 % interval of n answers holds the value of the population that they were drawn from.

export const DRAWS = 20_000
const SEED = 20_261_122

/** Answers a step of the scale, lowest step first; only their proportions matter. */
const POPULATIONS: readonly { instrument: AskedInstrument; first: number; counts: readonly number[] }[] = [
  { instrument: 'csat', first: 1, counts: [3, 5, 12, 40, 60] },
  { instrument: 'csat', first: 1, counts: [30, 10, 10, 15, 55] },
  { instrument: 'csat', first: 1, counts: [0, 1, 2, 17, 80] },
  { instrument: 'nps', first: 0, counts: [1, 0, 1, 2, 2, 4, 8, 12, 16, 24, 30] },
  { instrument: 'ces', first: 1, counts: [4, 6, 9, 11, 20, 30, 20] },
]
const SIZES = [5, 10, 30, 100, 300] as const

function tallyOfCounts(counts: readonly number[], first: number): Tally {
  const c = [...EMPTY.c]
  let [n, s, q] = [0, 0, 0]
  counts.forEach((count, i) => {
    const score = first + i
    c[score] = count
    n += count
    s += count * score
    q += count * score * score
  })
  return { n, c, s: BigInt(s), q: BigInt(q) }
}

const holds = ({ low, high }: Measured, truth: number | null) =>
  low !== null && high !== null && truth !== null && low <= truth && truth <= high

/**
 * One row a population and a number of answers: the share of draws whose interval holds the truth, for the emotion index
 * (`index`) and for the score that the instrument is shown as (`score`: the NPS interval, Wilson's for CSAT and CES).
 */
export function coverage() {
  const random = seeded(SEED)
  const rows = POPULATIONS.flatMap(({ instrument, first, counts }) => {
    const population = tallyOfCounts(counts, first)
    const metric = metricOf(instrument)
    const index = measureIndex(instrument, population).value
    const score = measure(metric, population).value
    return SIZES.map((n) => {
      const held = { index: 0, score: 0 }
      for (let i = 0; i < DRAWS; i += 1) {
        const sample = tallyOfCounts(drawCounts(counts, n, random), first)
        if (holds(measureIndex(instrument, sample), index)) held.index += 1
        if (holds(measure(metric, sample), score)) held.score += 1
      }
      return { instrument, counts, n, index: held.index / DRAWS, metric, score: held.score / DRAWS }
    })
  })
  return { nominal: 0.95, draws: DRAWS, rows }
}
