import { EMOTION_UNIT } from '#lib/stats/instruments'
import { type Crossings, pairKey } from './result'
import type { Unit } from './unit'

type Sums = { n: number; s: bigint; q: bigint }

/** Who answered where, and who at two stages: sums whose size the stages bound and not the people. */
export class CrossingTable {
  readonly #people = new Map<string, number>()
  readonly #pairs = new Map<string, Sums>()

  /** Of somebody with an id: a nameless answer may be anybody's, also that of somebody who came on. */
  add({ felt }: Unit): void {
    const stages = [...felt].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [i, [stage, e]] of stages.entries()) {
      this.#people.set(stage, (this.#people.get(stage) ?? 0) + 1)
      for (const [later, other] of stages.slice(i + 1)) {
        const sums = this.#pairs.get(pairKey(stage, later)) ?? { n: 0, s: 0n, q: 0n }
        const difference = BigInt(other - e)
        this.#pairs.set(pairKey(stage, later), { n: sums.n + 1, s: sums.s + difference, q: sums.q + difference * difference })
      }
    }
  }

  result(): Crossings {
    const unit = EMOTION_UNIT
    const pairs = [...this.#pairs].map(([key, { n, s, q }]) => [key, { n, s: Number(s) / unit, q: Number(q) / (unit * unit) }] as const)
    return { people: Object.fromEntries(this.#people), pairs: Object.fromEntries(pairs) }
  }
}
