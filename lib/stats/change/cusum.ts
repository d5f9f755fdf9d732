const SLACK = 0.5
const THRESHOLD = 4

/**
 * Cumulative sum of falls (Page 1954, Biometrika 41): C_t = max(0, C_(t-1) - z_t - .5), C_0 = 0, alarm at C_t > 4; tuned to a fall of one
 * standard error. It is not set back after an alarm. A period without answers (null) leaves C where it is and has none itself.
 * Example: -2, -2, null, -2 -> 1.5, 3, null, 4.5 with an alarm at the last.
 */
export function cusum(zs: readonly (number | null)[]): { sum: number | null; alarm: boolean }[] {
  let sum = 0
  return zs.map((z) => {
    if (z === null) return { sum: null, alarm: false }
    sum = Math.max(0, sum - z - SLACK)
    return { sum, alarm: sum > THRESHOLD }
  })
}
