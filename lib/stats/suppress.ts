import type { Measured } from './measure'

/** Too few to show. Nobody at all is not hidden: "no answers" is no secret and is drawn differently. */
export function hidden(n: number, k: number): boolean {
  return n > 0 && n < k
}

/**
 * Which cells of a total to hide so that subtraction gives nothing away (METRICS 7; complementary suppression, Hundepool et al.
 * 2012, Statistical Disclosure Control): those below k, and where they add up to less than k (one alone always does) also the
 * smallest visible cell. That cell has k answers or more, so once is enough.
 * A total that is hidden for the sake of its own siblings (pass totalHidden) must not be readable as the sum of its cells either.
 * Example: 23 = 3 + 20 at k 5 -> both hidden; 30 = 3 + 4 + 23 -> 3 and 4.
 */
export function complementary(total: number, cells: readonly number[], k: number, totalHidden = hidden(total, k)): boolean[] {
  const hide = cells.map((n) => hidden(n, k))
  const hiddenSum = cells.reduce((sum, n, i) => (hide[i] ? sum + n : sum), 0)
  const isSafe = hiddenSum >= k || (hiddenSum === 0 && !totalHidden)
  if (isSafe) return hide
  const smallest = Math.min(...cells.filter((n) => n >= k))
  const partner = cells.indexOf(smallest)
  return hide.map((isHidden, i) => isHidden || i === partner)
}

/** What a reader gets in place of a number that is hidden. */
export function hide(m: Measured): Measured {
  return { ...m, value: null, low: null, high: null, n: null, suppressed: true, lowN: false }
}
