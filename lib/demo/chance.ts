export type Random = () => number

/** A small generator with a fixed seed (mulberry32), so that every demo tells the same story. */
export function seeded(seed: number): Random {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

export function pick<T>(from: readonly T[], random: Random, weight: (item: T) => number): T {
  let left = random() * from.reduce((sum, item) => sum + weight(item), 0)
  const found = from.find((item) => (left -= weight(item)) < 0) ?? from[0]
  if (found === undefined) throw new Error('there is nothing to pick from')
  return found
}
