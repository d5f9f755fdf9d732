import { benjaminiHochberg, CLEAR } from '#lib/stats/compare/benjamini-hochberg'
import { indexDifference } from '#lib/stats/compare/difference'
import type { IndexSums } from '#lib/stats/interval'
import type { Measured } from '#lib/stats/measure'
import { ASKED_INSTRUMENTS } from '../asked'
import type { Against } from '../comparison/against'
import type { Compared, ComparedPlace, MapStage } from '../types'
import type { Beside, Finding } from './finding'

/** A stage speaks in the unit of the one instrument that was asked there, or else as emotion index. */
function spoken(stage: MapStage): Measured {
  const asked = ASKED_INSTRUMENTS.map((instrument) => stage[instrument]).filter((m) => m.suppressed || m.value !== null)
  const [only] = asked
  return asked.length === 1 && only && !only.suppressed ? only : stage.emotion
}

const valueOf = (stage: MapStage) => stage.emotion.value ?? 0

/** The lowest stage, where it is lower than each of the others by test: it was picked for being low, so all of them count. */
function lowPoint(stages: readonly MapStage[], sumsOf: (stage: MapStage) => IndexSums): Finding | null {
  const measured = stages.filter((stage) => stage.emotion.value !== null).sort((a, b) => valueOf(a) - valueOf(b))
  const [lowest, ...others] = measured.filter((stage) => !stage.emotion.lowN)
  if (!lowest || others.length === 0) return null
  const ps = others.map((stage) => indexDifference(sumsOf(lowest), sumsOf(stage))?.p ?? 1)
  if (benjaminiHochberg(ps).some((q) => q > CLEAR)) return null
  const lower = measured.filter((stage) => stage.emotion.lowN && valueOf(stage) < valueOf(lowest))
  return {
    is: 'low',
    stage: lowest.name,
    // Lower than all others is tested above; that it hurts is a claim of its own.
    hurts: (lowest.emotion.high ?? 0) < 0,
    measured: spoken(lowest),
    lower: lower.map(({ name, emotion: { n } }) => ({ stage: name, n })),
  }
}

export type Change = { other: Against & { name?: string | undefined }; stages: readonly { key: string; difference: ComparedPlace }[] }

const ORDER = ['emotion', ...ASKED_INSTRUMENTS] as const

/** What was tested of a stage: its emotion first, then what was asked there. */
const testedOf = ({ stages }: Change, stage: MapStage) => {
  const found = stages.find(({ key }) => key === stage.key)?.difference
  return ORDER.flatMap((of, rank) => (found?.[of].state === 'tested' ? [{ stage, rank, of, difference: found[of] }] : []))
}

type Tested = ReturnType<typeof testedOf>[number]

/**
 * What a sentence may claim. It is picked from the feeling and every score of every stage, so beside the false discovery rate of
 * its own lane it has to pass that of all lanes together: the best of five would be wrong too often.
 */
function claims({ stages }: Change): Set<Compared> {
  const tested = stages.flatMap(({ difference }) => ORDER.map((of) => difference[of])).filter(({ state }) => state === 'tested')
  const qs = benjaminiHochberg(tested.map(({ p }) => p ?? 1))
  return new Set(tested.filter(({ isClear }, i) => isClear && (qs[i] ?? 1) <= CLEAR))
}

/** The feeling before the single scores, then the surest, then the largest. */
const clearest = (found: Change, tested: readonly Tested[], claimed = claims(found)): Tested | undefined =>
  tested
    .filter(({ difference }) => claimed.has(difference))
    .sort((a, b) => Math.min(a.rank, 1) - Math.min(b.rank, 1) || (a.difference.q ?? 1) - (b.difference.q ?? 1) || Math.abs(b.difference.value ?? 0) - Math.abs(a.difference.value ?? 0))[0]

const besideOf = ({ kind, from, to, filter, name }: Change['other']): Beside => ({ kind, from, to, filter, name })

const changedOf = ({ stage, of, difference: { metric, value, high } }: Tested, { other }: Change): Finding => ({
  is: 'changed',
  stage: stage.name,
  metric,
  by: value ?? 0,
  margin: (high ?? 0) - (value ?? 0),
  n: stage[of].n ?? 0,
  beside: besideOf(other),
})

/** Where nothing is clear. Before two variants have the answers that were planned, that is no finding either. */
function unclear({ other }: Change, isFinal: boolean, orElse: 'no_stage_differs' | 'no_difference'): Finding {
  if (!isFinal) return { is: 'not_final' }
  return other.kind === 'period' ? { is: 'unchanged', beside: besideOf(other) } : { is: orElse }
}

/** The clearest change of all stages; null where nothing could be tested. */
function change(stages: readonly MapStage[], found: Change): Finding | null {
  const tested = stages.flatMap((stage) => testedOf(found, stage))
  if (tested.length === 0) return null
  const first = clearest(found, tested)
  return first ? changedOf(first, found) : unclear(found, tested.every(({ difference }) => difference.isFinal), 'no_stage_differs')
}

/**
 * At most two findings, from tested differences alone: what changed most clearly, and which stage is lower than all others. Where
 * nothing is clear it says that. Stages with few answers do not compete for the low point, but one that lies lower is named, so
 * that nobody reads past it.
 */
export function findingsOf(stages: readonly MapStage[], sumsOf: (stage: MapStage) => IndexSums, found: Change | null): Finding[] {
  if (stages.every((stage) => stage.emotion.value === null)) {
    return [{ is: stages.some((stage) => stage.emotion.suppressed) ? 'few' : 'none' }]
  }
  const changed = found && change(stages, found)
  const low = lowPoint(stages, sumsOf)
  const findings = (changed?.is === 'changed' ? [changed, low] : [low, changed]).filter((finding) => finding !== null)
  return findings.length > 0 ? findings : [{ is: 'nothing_stands_out' }]
}

/** The same for one stage: what became of it against the other group, its emotion or else what was asked there. */
export function stageFinding(stage: MapStage, found: Change | null): Finding {
  if (stage.emotion.suppressed) return { is: 'stage_few' }
  if (stage.emotion.value === null) return { is: 'stage_none' }
  const first = found && clearest(found, testedOf(found, stage))
  if (found && first) return changedOf(first, found)
  const difference = found?.stages.find(({ key }) => key === stage.key)?.difference.emotion
  if (!found || !difference || difference.state === 'no_answers') return { is: 'nothing_beside' }
  if (difference.state === 'hidden') return { is: 'few_beside' }
  if (difference.state === 'mix_changed' || difference.state === 'blocked') return { is: difference.state }
  return unclear(found, difference.isFinal, 'no_difference')
}
