import { type Estimate, type IndexSums, z95 } from './interval'

/** One group of answers and its share of the population; weights need not add up to 1. */
export type Stratum = { weight: number; sums: IndexSums }

// The pseudo-answers of the index interval (METRICS 2): three answers with squares of 3/2 in all.
const PSEUDO_ANSWERS = 3
const PSEUDO_SQUARES = 1.5

const clip = (x: number) => Math.min(1, Math.max(-1, x))

function checkWeight(weight: number) {
  if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weight ${weight} is not a number from 0`)
}

/**
 * How many equally weighted answers are worth as much as these: (sum w)^2 / sum w^2, from 1 to the number of answers
 * (Kish 1965, Survey Sampling). Null without weights above 0; a negative weight is a RangeError.
 * Example: 1, 1, 1, 1 -> 4; 4, 1, 1 -> 2.
 */
export function effectiveN(weights: readonly number[]): number | null {
  let sum = 0
  let squares = 0
  for (const weight of weights) {
    checkWeight(weight)
    sum += weight
    squares += weight * weight
  }
  return squares === 0 ? null : (sum * sum) / squares
}

/**
 * Post-stratified index, from -100 to 100: 100 * sum W_h s_h/n_h, SE = sqrt(sum W_h^2 V_h/n_h) (Cochran 1977, Sampling Techniques;
 * METRICS 2), and n_eff of Kish for the answers' weights W_h/n_h. The interval shares the three pseudo-answers of the index
 * interval among the strata by weight, so that one stratum alone has exactly the index interval, and a stratum of one answer has
 * a variance; three for each stratum would draw many small strata to 0 (10 strata of 10 answers: coverage .24 instead of .94).
 * Null where a stratum with weight has no answers (join it with another one first) or none has weight.
 * Example: W .6 with n 100, s 36, q 72 and W .4 with n 50, s 10, q 30 -> 29.6
 * [16.887284278936395, 41.173865033440805], n_eff 147.05882352941177.
 */
export function postStratified(strata: readonly Stratum[], critical = z95): (Estimate & { nEff: number }) | null {
  strata.forEach(({ weight }) => checkWeight(weight))
  const counted = strata.filter(({ weight }) => weight > 0)
  const total = counted.reduce((sum, { weight }) => sum + weight, 0)
  if (counted.length === 0 || counted.some(({ sums }) => sums.n === 0)) return null
  let [value, middle, variance, squares] = [0, 0, 0, 0]
  for (const { weight, sums: { n, s, q } } of counted) {
    const share = weight / total
    const shrunkN = n + PSEUDO_ANSWERS * share
    const mean = s / shrunkN
    value += (share * s) / n
    middle += share * mean
    variance += (share * share * ((q + PSEUDO_SQUARES * share) / shrunkN - mean * mean)) / shrunkN
    // n answers weigh share/n each.
    squares += (share * share) / n
  }
  const half = critical * Math.sqrt(variance)
  return { value: 100 * value, low: 100 * clip(middle - half), high: 100 * clip(middle + half), nEff: 1 / squares }
}
