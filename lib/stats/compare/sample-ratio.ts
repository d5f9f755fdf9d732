import { chiSquareTail } from '../distributions/chi-square'

/** Below this p the split was not the planned one, and no result of it is to be trusted (METRICS 3). */
const BLOCKED_BELOW = 0.001

export type SampleRatio = { chiSquare: number; df: number; p: number; blocked: boolean }

function check(observed: readonly number[], planned: readonly number[]) {
  if (observed.length < 2 || observed.length !== planned.length) throw new RangeError('a split has two groups or more, each planned')
  if (!observed.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError(`${observed} are not counts`)
  if (!planned.every((share) => share > 0 && share < Infinity)) throw new RangeError(`${planned} are not shares above 0`)
}

const sum = (xs: readonly number[]) => xs.reduce((total, x) => total + x, 0)

/**
 * Were people split as planned? Pearson's chi-square (1900) of the counts against planned shares (of any unit, 1:1 or 50:50),
 * df = groups - 1 (Fabijan et al. 2019, KDD, "Diagnosing sample ratio mismatch"). Null before anybody came; RangeError where
 * groups and plan do not fit. Example: 821588 and 815482 of 1:1 -> chi-square 22.77, p 1.8e-6, blocked.
 */
export function sampleRatio(observed: readonly number[], planned: readonly number[]): SampleRatio | null {
  check(observed, planned)
  const n = sum(observed)
  if (n === 0) return null
  const all = sum(planned)
  const expected = planned.map((share) => (n * share) / all)
  const chiSquare = sum(expected.map((count, i) => ((observed[i] ?? 0) - count) ** 2 / count))
  const df = observed.length - 1
  const p = chiSquareTail(chiSquare, df)
  return { chiSquare, df, p, blocked: p < BLOCKED_BELOW }
}
