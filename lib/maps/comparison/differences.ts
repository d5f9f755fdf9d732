import { benjaminiHochberg } from '#lib/stats/compare/benjamini-hochberg'
import { type Difference, indexDifference } from '#lib/stats/compare/difference'
import { measureDifference } from '#lib/stats/compare/metric-difference'
import { isMixChanged } from '#lib/stats/compare/mix'
import type { AskedInstrument, Instrument } from '#lib/stats/instruments'
import type { Measured } from '#lib/stats/measure'
import { instrumentSums } from '#lib/stats/sums'
import { ASKED_INSTRUMENTS } from '../asked'
import type { Level, Lookup } from '../cells'
import type { Compared, ComparedPlace, MapStage, PainCell, PlaceNumbers } from '../types'

const CLEAR = 0.05

/** A difference on its way: its q is known when all that are shown beside it have their p. */
type Draft = { compared: Compared; p: number | null }

const untested = (metric: Compared['metric'], state: Compared['state']): Draft => ({
  compared: { metric, state, value: null, low: null, high: null, p: null, q: null, isClear: false },
  p: null,
})

/** Two numbers that are shown may be tested; where one is hidden or empty the difference says so instead. */
function draft(a: Measured, b: Measured, test: () => Difference | null): Draft {
  if (a.suppressed || b.suppressed) return untested(a.metric, 'hidden')
  const difference = test()
  if (!difference) return untested(a.metric, 'no_answers')
  const { value, low, high, p } = difference
  return { compared: { metric: a.metric, state: 'tested', value, low, high, p, q: null, isClear: false }, p }
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
  private emotion(level: Level, key: string, a: PlaceNumbers, b: PlaceNumbers, base: Lookup, other: Lookup): Draft {
    const { only } = this
    if (only) return draft(a.emotion, b.emotion, () => indexDifference(instrumentSums(only, base(level, key, only)), instrumentSums(only, other(level, key, only))))
    const asked = (lookup: Lookup) => ASKED_INSTRUMENTS.filter((instrument) => lookup(level, key, instrument).n > 0)
    const isOpen = !a.emotion.suppressed && !b.emotion.suppressed && a.emotion.value !== null && b.emotion.value !== null
    if (isOpen && isMixChanged(asked(base), asked(other))) return untested('emotion_index', 'mix_changed')
    return draft(a.emotion, b.emotion, () => measureDifference('emotion_index', base(level, key, 'emotion'), other(level, key, 'emotion')))
  }

  place(level: Level, key: string, a: PlaceNumbers, b: PlaceNumbers, base: Lookup, other: Lookup): ComparedPlace {
    const of = (instrument: Exclude<Instrument, 'emotion'>) => {
      const test = () => measureDifference(a[instrument].metric, base(level, key, instrument), other(level, key, instrument))
      return this.add(`${level} ${instrument}`, draft(a[instrument], b[instrument], test))
    }
    const emotion = this.add(`${level} emotion`, this.emotion(level, key, a, b, base, other))
    return { emotion, nps: of('nps'), csat: of('csat'), ces: of('ces'), sentiment: of('sentiment'), text: of('text') }
  }

  pain(a: PainCell, b: PainCell | undefined, base: Lookup, other: Lookup): Compared {
    const sums = (lookup: Lookup) => instrumentSums(a.instrument, lookup('touchpoint', a.touchpoint, a.instrument))
    return this.add('pain', b ? draft(a.index, b.index, () => indexDifference(sums(base), sums(other))) : untested(a.index.metric, 'no_answers'))
  }

  /** Fills in q and the marks, once every difference that is shown has been added. */
  settle(): void {
    for (const family of this.families.values()) {
      const tested = family.filter((one) => one.p !== null)
      const qs = benjaminiHochberg(tested.map((one) => one.p ?? 1))
      tested.forEach(({ compared }, i) => {
        compared.q = qs[i] ?? 1
        compared.isClear = compared.q <= CLEAR
      })
    }
  }
}

type Drawn = { stages: readonly MapStage[]; pain: readonly PainCell[]; lookup: Lookup }

/** The other group's stages and pain points, each with its difference to the base. */
export function comparedWith(differences: Differences, base: Drawn, other: Drawn) {
  const place = (level: Level, key: string, a: PlaceNumbers, b: PlaceNumbers) => differences.place(level, key, a, b, base.lookup, other.lookup)
  const stages = other.stages.map((stage, i) => {
    const was = base.stages[i] ?? stage
    const touchpoints = stage.touchpoints.map((t, j) => ({ ...t, difference: place('touchpoint', t.key, was.touchpoints[j] ?? t, t) }))
    return { ...stage, touchpoints, difference: place('stage', stage.key, was, stage) }
  })
  const same = (a: PainCell) => other.pain.find((b) => b.touchpoint === a.touchpoint && b.instrument === a.instrument)
  const pain = base.pain.map((cell) => {
    const { touchpoint, instrument } = cell
    const there = same(cell)
    return { touchpoint, instrument, index: there?.index ?? null, score: there?.score ?? null, difference: differences.pain(cell, there, base.lookup, other.lookup) }
  })
  return { stages, pain }
}
