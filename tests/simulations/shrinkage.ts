import { type NegativeCount, priorShare, priorStrength, shrunkShare } from '#lib/stats/pain/shrink'
import { drawCounts, seeded } from './random'

// How much nearer the shrunk negative share of a cell comes to the truth than the share of its answers alone.

export const RUNS = 4000
const SEED = 20_261_123
const SIZES = [5, 10, 30, 100] as const
const CELLS_OF_A_SIZE = 3

/** True shares of a journey's cells: Beta(a, b) around .3; the larger a + b, the more alike the cells are. */
const JOURNEYS = [{ a: 3, b: 7 }, { a: 6, b: 14 }, { a: 18, b: 42 }] as const

/** Beta(a, b) for whole a and b is the a-th smallest of a + b - 1 even numbers (David & Nagaraja 2003, Order Statistics). */
function drawShare(a: number, b: number, random: () => number): number {
  const rising = Array.from({ length: a + b - 1 }, random).sort((x, y) => x - y)
  return rising[a - 1] ?? Number.NaN
}

type Cell = NegativeCount & { truth: number }

function drawJourney(a: number, b: number, random: () => number): Cell[] {
  return SIZES.flatMap((n) => Array.from({ length: CELLS_OF_A_SIZE }, () => {
    const truth = drawShare(a, b, random)
    const [negative = 0] = drawCounts([truth, 1 - truth], n, random)
    return { negative, n, truth }
  }))
}

type Errors = { raw: number; fixed: number; empirical: number }

/** Squared errors of one cell: its own share, p~ with m = 10, p~ with the m that the journey asks for. */
function errorsOf(cell: Cell, prior: number, m: number): Errors {
  const error = (share: number | null) => ((share ?? Number.NaN) - cell.truth) ** 2
  return {
    raw: error(cell.negative / cell.n),
    fixed: error(shrunkShare(cell, prior)),
    empirical: error(shrunkShare(cell, prior, m)),
  }
}

// Four digits, because the last ones of a sum of squares may differ from machine to machine.
const short = (x: number) => Number(x.toPrecision(4))
const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length

function rowOf(n: number, errors: readonly Errors[]) {
  const raw = mean(errors.map((e) => e.raw))
  const fixed = mean(errors.map((e) => e.fixed))
  const empirical = mean(errors.map((e) => e.empirical))
  const [gainFixed, gainEmpirical] = [short(1 - fixed / raw), short(1 - empirical / raw)]
  return { n, raw: short(raw), fixed: short(fixed), empirical: short(empirical), gainFixed, gainEmpirical }
}

/**
 * One row a kind of journey (`spread`: standard deviation of its cells' true shares) and a size of cell: mean squared error of the
 * `raw` share, of p~ with m = 10 (`fixed`) and with empirical Bayes (`empirical`), and by which part of the raw error each is
 * smaller. A run is one journey of twelve cells, three of each size, whose prior comes from its own answers.
 */
export function shrinkage() {
  const random = seeded(SEED)
  const rows = JOURNEYS.flatMap(({ a, b }) => {
    const share = a / (a + b)
    const spread = short(Math.sqrt((share * (1 - share)) / (a + b + 1)))
    const errors = new Map<number, Errors[]>(SIZES.map((n) => [n, []]))
    for (let run = 0; run < RUNS; run += 1) {
      const cells = drawJourney(a, b, random)
      const [prior, m] = [priorShare(cells) ?? Number.NaN, priorStrength(cells) ?? Number.NaN]
      for (const cell of cells) errors.get(cell.n)?.push(errorsOf(cell, prior, m))
    }
    return [...errors].map(([n, each]) => ({ share, spread, ...rowOf(n, each) }))
  })
  return { runs: RUNS, cells: SIZES.length * CELLS_OF_A_SIZE, rows }
}
