const WIDTH = 3

/**
 * Shewhart's rule: a single period with |z| > 3 (Shewhart 1931, Economic Control of Quality of Manufactured Product). Says which way
 * it went, null where nothing is marked, also for a period without answers. Sees large sudden changes only; `watch` sees slow ones.
 * Example: -3.2, null, 2.9, 3.1 -> 'fall', null, null, 'rise'.
 */
export function shewhart(zs: readonly (number | null)[]): ('fall' | 'rise' | null)[] {
  return zs.map((z) => {
    if (z === null || Math.abs(z) <= WIDTH) return null
    return z < 0 ? 'fall' : 'rise'
  })
}
