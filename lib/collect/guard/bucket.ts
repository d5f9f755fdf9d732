const MOST_KEYS = 20_000

/** For each key a burst, and then so many a second. Kept in this process alone: it bounds a flood, it does not count to the last one. */
export class Buckets {
  private readonly kept = new Map<string, { left: number; at: number }>()

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {}

  /** Takes one. 0: there was one; else the seconds until there is one again. */
  take(key: string, now: Date): number {
    const at = now.getTime()
    const left = this.leftOf(key, at)
    const isThere = left >= 1
    // Set anew, so that the first key of the map is the one that nobody has asked for longest.
    this.kept.delete(key)
    this.kept.set(key, { left: isThere ? left - 1 : left, at })
    if (this.kept.size > MOST_KEYS) this.kept.delete(this.kept.keys().next().value ?? '')
    return isThere ? 0 : (1 - left) / this.perSecond
  }

  giveBack(key: string): void {
    const found = this.kept.get(key)
    if (found) found.left = Math.min(this.burst, found.left + 1)
  }

  private leftOf(key: string, at: number): number {
    const found = this.kept.get(key)
    if (!found) return this.burst
    return Math.min(this.burst, found.left + (Math.max(0, at - found.at) / 1000) * this.perSecond)
  }
}
