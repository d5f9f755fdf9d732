// Loader 2000, "Fast and accurate computation of binomial probabilities": a density is its Stirling error and its deviance, so
// that no large logarithms cancel. a ln x - x - logGamma(a) loses seven digits at a = 1e5.

const BERNOULLI = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]
const ASYMPTOTIC_FROM = 16

/** ln gamma(a + 1) - ln(sqrt(2 pi a) (a/e)^a), absolute error below 1e-15. Example: 1 -> 0.08106146679532726. */
export function stirlingError(a: number): number {
  let carried = 0
  let at = a
  for (; at < ASYMPTOTIC_FROM; at += 1) carried += (at + 0.5) * Math.log1p(1 / at) - 1
  return carried + BERNOULLI.reduceRight((sum, coefficient) => coefficient + sum / (at * at), 0) / at
}

/**
 * a ln(a/m) + m - a for an expectation m > 0, without cancellation near a = m. Where m is too small to be told from 0, its
 * logarithm is used. Example: 3, 2 -> 0.2163953243244931.
 */
export function deviance(a: number, m: number, logM = Math.log(m)): number {
  if (Math.abs(a - m) >= 0.1 * (a + m)) return a * (m < 1e-290 ? Math.log(a) - logM : Math.log(a / m)) + m - a
  const v = (a - m) / (a + m)
  let sum = (a - m) * v
  let power = 2 * a * v
  for (let k = 3; ; k += 2) {
    power *= v * v
    const next = sum + power / k
    if (next === sum) return sum
    sum = next
  }
}
