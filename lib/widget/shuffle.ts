const LAST = ['other', 'none']

/** The same order for the same seed, another for most others; "other" and "none" stay at the end. */
export function shuffled<T extends { id: string }>(list: readonly T[], seed: string): T[] {
  let state = 2166136261
  for (const sign of seed) state = Math.imul(state ^ sign.charCodeAt(0), 16777619)
  // A step of mulberry32: what differs in one bit comes out far apart.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const rankOf = ({ id }: T) => (LAST.includes(id) ? 1 + LAST.indexOf(id) : next())
  return list
    .map((each) => ({ each, rank: rankOf(each) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each)
}
