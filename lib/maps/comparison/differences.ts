import { abResult } from '#lib/stats/compare/ab'
import { benjaminiHochberg, CLEAR } from '#lib/stats/compare/benjamini-hochberg'
import { type Difference, indexDifference } from '#lib/stats/compare/difference'
import { isMixChanged } from '#lib/stats/compare/mix'
import type { AskedInstrument, Instrument } from '#lib/stats/instruments'
import type { IndexSums } from '#lib/stats/interval'
import type { Measured, Metric } from '#lib/stats/measure'
import { answersForDifference, VARIANCE_BEFORE, varianceOf } from '#lib/stats/plan'
import { instrumentSums, sumsOf } from '#lib/stats/sums'
import { ASKED_INSTRUMENTS } from '../asked'
import type { Level, Lookup } from '../cells'
import type { Compared, ComparedPlace, MapStage, PainCell, PlaceNumbers } from '../types'
import type { Against } from './against'

/** The change, in points of the index, that two variants are planned to show four times out of five. */
const PLANNED_POINTS = 15

/** A difference on its way: its q is known when all that are shown beside it have their p. */
type Draft = { compared: Compared; p: number | null }

const untested = (metric: Compared['metric'], state: Compared['state']): Draft => ({
  compared: { metric, state, value: null, low: null, high: null, p: null, q: null, isClear: false, isFinal: true },
  p: null,
})

type Side = { sums: IndexSums; scale: number }

/**
 * Two groups of answers: the difference of METRICS 3; two variants of one thing: Welch's t, nothing where the split between them
 * is off, and not final before there are enough answers to find a change worth planning for.
 */
function test(kind: Against['kind'], metric: Metric, a: Side, b: Side): Draft {
  const units = a.scale / 100
  const scaled = ({ value, low, high, p }: Omit<Difference, 'z'>, isFinal: boolean): Draft => ({
    compared: { metric, state: 'tested', value: units * value, low: units * low, high: units * high, p, q: null, isClear: false, isFinal },
    p,
  })
  if (kind !== 'variant') {
    const difference = indexDifference(a.sums, b.sums)
    return difference ? scaled(difference, true) : untested(metric, 'no_answers')
  }
  const pooled = { n: a.sums.n + b.sums.n, s: a.sums.s + b.sums.s, q: a.sums.q + b.sums.q }
  const planned = answersForDifference(varianceOf(pooled) ?? VARIANCE_BEFORE, PLANNED_POINTS)
  const side = ({ sums }: Side) => ({ sums, shown: sums.n, share: 1 })
  const { state, difference } = abResult(side(a), side(b), planned)
  if (state === 'blocked') return untested(metric, 'blocked')
  return difference ? scaled(difference, state === 'final') : untested(metric, 'no_answers')
}

/** Two numbers that are shown may be tested; where one is hidden or empty the difference says so instead. */
function draft(a: Measured, b: Measured, tested: () => Draft): Draft {
  if (a.suppressed || b.suppressed) return untested(a.metric, 'hidden')
  return a.value === null || b.value === null ? untested(a.metric, 'no_answers') : tested()
}

/**
 * All differences of a map, base minus other. Those of one metric and one kind of place stand beside each other on the page, in
 * all series, so they share one false discovery rate (Benjamini-Hochberg, METRICS 3).
 */
export class Differences {
  private readonly families = new Map<string, Draft[]>()

  constructor(private readonly only: AskedInstrument | null) {}

  private add(family: string, one: Draft): Compared {
    this.families.set(family, [...(this.families.get(family) ?? []), one])
    return one.compared
  }

  /** Emotion mixes instruments: where others were asked, a change of the mix would pass for a change of the feeling. */
  private emotion(kind: Against['kind'], level: Level, key: string, a: PlaceNumbers, b: PlaceNumbers, base: Lookup, other: Lookup): Draft {
    const { only } = this
    const of = (lookup: Lookup): Side =>
      only ? { sums: instrumentSums(only, lookup(level, key, only)), scale: 100 } : sumsOf('emotion_index', lookup(level, key, 'emotion'))
    const tested = () => draft(a.emotion, b.emotion, () => test(kind, 'emotion_index', of(base), of(other)))
    if (only) return tested()
    const asked = (lookup: Lookup) => ASKED_INSTRUMENTS.filter((instrument) => lookup(level, key, instrument).n > 0)
    const isOpen = !a.emotion.suppressed && !b.emotion.suppressed && a.emotion.value !== null && b.emotion.value !== null
    if (isOpen && isMixChanged(asked(base), asked(other))) return untested('emotion_index', 'mix_changed')
    return tested()
  }

  place(kind: Against['kind'], level: Level, key: string, a: PlaceNumbers, b: PlaceNumbers, base: Lookup, other: Lookup): ComparedPlace {
    const of = (instrument: Exclude<Instrument, 'emotion'>) => {
      const { metric } = a[instrument]
      const side = (lookup: Lookup) => sumsOf(metric, lookup(level, key, instrument))
      return this.add(`${level} ${instrument}`, draft(a[instrument], b[instrument], () => test(kind, metric, side(base), side(other))))
    }
    const emotion = this.add(`${level} emotion`, this.emotion(kind, level, key, a, b, base, other))
    return { emotion, nps: of('nps'), csat: of('csat'), ces: of('ces'), sentiment: of('sentiment'), text: of('text') }
  }

  pain(kind: Against['kind'], a: PainCell, b: PainCell | undefined, base: Lookup, other: Lookup): Compared {
    const { metric } = a.index
    const side = (lookup: Lookup) => ({ sums: instrumentSums(a.instrument, lookup('touchpoint', a.touchpoint, a.instrument)), scale: 100 })
    return this.add('pain', b ? draft(a.index, b.index, () => test(kind, metric, side(base), side(other))) : untested(metric, 'no_answers'))
  }

  /** Fills in q and the marks, once every difference that is shown has been added. */
  settle(): void {
    for (const family of this.families.values()) {
      const tested = family.filter((one) => one.p !== null)
      const qs = benjaminiHochberg(tested.map((one) => one.p ?? 1))
      tested.forEach(({ compared }, i) => {
        compared.q = qs[i] ?? 1
        compared.isClear = compared.isFinal && compared.q <= CLEAR
      })
    }
  }
}

type Drawn = { stages: readonly MapStage[]; pain: readonly PainCell[]; lookup: Lookup }

/** The other group's stages and pain points, each with its difference to the base. */
export function comparedWith(differences: Differences, kind: Against['kind'], base: Drawn, other: Drawn) {
  const place = (level: Level, key: string, a: PlaceNumbers, b: PlaceNumbers) => differences.place(kind, level, key, a, b, base.lookup, other.lookup)
  const stages = other.stages.map((stage, i) => {
    const was = base.stages[i] ?? stage
    const touchpoints = stage.touchpoints.map((t, j) => ({ ...t, difference: place('touchpoint', t.key, was.touchpoints[j] ?? t, t) }))
    return { ...stage, touchpoints, difference: place('stage', stage.key, was, stage) }
  })
  const same = (a: PainCell) => other.pain.find((b) => b.touchpoint === a.touchpoint && b.instrument === a.instrument)
  const pain = base.pain.map((cell) => {
    const { touchpoint, instrument } = cell
    const there = same(cell)
    return { touchpoint, instrument, index: there?.index ?? null, score: there?.score ?? null, difference: differences.pain(kind, cell, there, base.lookup, other.lookup) }
  })
  return { stages, pain }
}
