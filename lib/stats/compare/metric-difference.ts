import type { Metric } from '../measure'
import { sumsOf } from '../sums'
import type { Tally } from '../tally'
import { type Difference, indexDifference } from './difference'

/**
 * a minus b in the unit of the metric: points of an index, percentage points of a share, steps of a mean's own scale.
 * One formula for all, because every metric is an index of some e shown linearly (see sumsOf). Null where one side is empty.
 * Example: CSAT 100 of 120 against 60 of 100 -> 22.81158733917436 percentage points [11.302338743704537, 34.32083593464419].
 */
export function measureDifference(metric: Metric, a: Tally, b: Tally): Difference | null {
  const one = sumsOf(metric, a)
  const two = sumsOf(metric, b)
  const difference = indexDifference(one.sums, two.sums)
  if (!difference) return null
  const units = one.scale / 100
  const { value, low, high, z, p } = difference
  return { value: units * value, low: units * low, high: units * high, z, p }
}
