/** Phi^-1(1 - alpha/2) at 95 % and at 90 %. */
export const z95 = 1.959963984540054
export const z90 = 1.6448536269514722

/** A number in display units with its 95 % interval. */
export type Estimate = { value: number; low: number; high: number }
/** n answers with e in [-1, 1]: s = sum e, q = sum e^2. */
export type IndexSums = { n: number; s: number; q: number }

const clip = (x: number, lo: number, hi: number) => Math.min(hi, Math.max(lo, x))

/**
 * Interval of a mean of e on [-1, 1], null without answers: n' = n + 3, m' = s/n', V' = (q + 1.5)/n' - m'^2, se = sqrt(V'/n'),
 * m' -+ z se, clipped. For e in {-1, 0, 1} it is the adjusted Wald interval of the Net Promoter Score with three
 * pseudo-answers 3/4, 3/2, 3/4 (Rocks 2016, The American Statistician 70).
 * Example: n 100, s 36, q 72 -> mean 36/103, se 0.0757763574052712, [0.2009956317128295, 0.4980334945007626].
 */
export function shrunkIndexInterval({ n, s, q }: IndexSums, z = z95) {
  if (n === 0) return null
  const shrunkN = n + 3
  const mean = s / shrunkN
  const se = Math.sqrt(((q + 1.5) / shrunkN - mean * mean) / shrunkN)
  return { mean, se, low: clip(mean - z * se, -1, 1), high: clip(mean + z * se, -1, 1) }
}

/**
 * Score interval of a share, from 0 to 1, null without answers (Wilson 1927, Journal of the American Statistical Association 22).
 * Example: 100 of 120 -> [0.7565471860673773, 0.889440036320154].
 */
export function wilson(successes: number, n: number, z = z95) {
  if (n === 0) return null
  const shrunkN = n + z * z
  const middle = (successes + (z * z) / 2) / shrunkN
  const half = (z * Math.sqrt((successes * (n - successes)) / n + (z * z) / 4)) / shrunkN
  return { low: clip(middle - half, 0, 1), high: clip(middle + half, 0, 1) }
}

/** 100 s/n, from -100 to 100, with the shrunk interval. The value shown is not shrunk. */
export function indexEstimate(sums: IndexSums): Estimate | null {
  const interval = shrunkIndexInterval(sums)
  return interval && { value: (100 * sums.s) / sums.n, low: 100 * interval.low, high: 100 * interval.high }
}

/** Share in percent, with Wilson's interval. */
export function shareEstimate(successes: number, n: number): Estimate | null {
  const interval = wilson(successes, n)
  return interval && { value: (100 * successes) / n, low: 100 * interval.low, high: 100 * interval.high }
}
