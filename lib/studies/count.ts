import { addCase, correlationsOf, type CrossSums, emptyCrossSums } from '#lib/stats/drivers/complete'
import { MIN_PAIRS, pearson, spearman } from '#lib/stats/drivers/correlation'
import { MIN_CASES, relativeWeights } from '#lib/stats/drivers/johnson'
import { addPair, type PairCounts, pairSums } from '#lib/stats/drivers/pairs'
import type { Johnson, PairsResult } from './result'
import type { Unit } from './unit'

const LEVELS = ['stage', 'touchpoint', 'cell'] as const

/** Few people, or nothing that varies: n is known all the same. */
function pairsResult(pairs: PairCounts): PairsResult {
  const { n } = pairSums(pairs)
  const found = n < MIN_PAIRS ? null : pearson(pairs)
  const ranks = found && spearman(pairs)
  return { r: found?.r ?? null, low: found?.low ?? null, high: found?.high ?? null, n, spearman: ranks?.r ?? null }
}

/** The first walk: how often each e came with each outcome. Tables of counts, whose size the scales bound and not the people. */
export class PairTables {
  readonly #tables = { stage: new Map<string, PairCounts>(), touchpoint: new Map<string, PairCounts>(), cell: new Map<string, PairCounts>() }
  readonly #seen = new Map<string, number>()
  /** People who gave a value at a place and have an outcome. */
  readonly #there = { stage: new Map<string, number>(), touchpoint: new Map<string, number>() }
  units = 0
  withOutcome = 0

  add(unit: Unit): void {
    if (unit.seen.size === 0) return
    this.units++
    for (const key of unit.seen) this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1)
    if (!unit.hasOutcome) return
    this.withOutcome++
    for (const level of ['stage', 'touchpoint'] as const) {
      for (const key of unit.places[level].keys()) this.#there[level].set(key, (this.#there[level].get(key) ?? 0) + 1)
    }
    for (const level of LEVELS) {
      for (const [key, e] of unit.places[level]) {
        const y = unit.outcomeFor(level, key)
        if (y === null) continue
        const pairs = this.#tables[level].get(key) ?? new Map()
        this.#tables[level].set(key, pairs)
        addPair(pairs, e, y)
      }
    }
  }

  results(level: (typeof LEVELS)[number]): Record<string, PairsResult> {
    return Object.fromEntries([...this.#tables[level]].map(([key, pairs]) => [key, pairsResult(pairs)]))
  }

  /** Places where at least half of those with an outcome gave a value: who has one at each is a complete case. */
  common(level: 'stage' | 'touchpoint'): string[] {
    return [...this.#there[level]].flatMap(([key, n]) => (2 * n >= this.withOutcome ? [key] : [])).sort()
  }

  /** How many answered at each touchpoint. */
  get answered(): ReadonlyMap<string, number> {
    return this.#seen
  }
}

/** The second walk: sums over the complete cases of the places that the first one found common. */
export class CompleteCases {
  readonly #level: 'stage' | 'touchpoint'
  readonly #places: readonly string[]
  readonly #sums: CrossSums

  constructor(level: 'stage' | 'touchpoint', places: readonly string[]) {
    this.#level = level
    this.#places = places
    this.#sums = emptyCrossSums(places.length)
  }

  add(unit: Unit): void {
    const xs = this.#places.map((key) => unit.places[this.#level].get(key) ?? null)
    addCase(this.#sums, xs, unit.outcomeFor(this.#level, ''))
  }

  johnson(): Johnson | null {
    const found = this.#sums.n < MIN_CASES ? null : correlationsOf(this.#sums)
    const weighed = found && relativeWeights(found.correlations, found.withOutcome)
    if (!found || !weighed) return null
    return { places: found.kept.map((i) => this.#places[i] ?? ''), weights: weighed.weights, r2: weighed.r2, cases: found.n }
  }
}
