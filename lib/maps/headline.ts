import { benjaminiHochberg, CLEAR } from '#lib/stats/compare/benjamini-hochberg'
import { indexDifference } from '#lib/stats/compare/difference'
import { formatAnswers, formatNumber, formatRange, formatValue, metricName } from '#lib/stats/format'
import { formatDays, formatMonth } from '#lib/stats/format-date'
import type { IndexSums } from '#lib/stats/interval'
import { LOW_N, type Measured, type Metric } from '#lib/stats/measure'
import { addDays, addMonths, monthOf } from '#lib/time'
import { ASKED_INSTRUMENTS } from './asked'
import type { Against } from './comparison/against'
import type { Compared, ComparedPlace, MapStage } from './types'

/** A stage speaks in the unit of the one instrument that was asked there, or else as emotion index. */
function spoken(stage: MapStage): Measured {
  const asked = ASKED_INSTRUMENTS.map((instrument) => stage[instrument]).filter((m) => m.suppressed || m.value !== null)
  const [only] = asked
  return asked.length === 1 && only && !only.suppressed ? only : stage.emotion
}

const valueOf = (stage: MapStage) => stage.emotion.value ?? 0

function stillLower(stages: readonly MapStage[]): string {
  const [first] = stages
  if (!first) return ''
  if (stages.length > 1) return ` ${stages.length} stages lie lower still, with fewer than ${LOW_N} answers each.`
  return ` ${first.name} lies lower still, with only ${formatAnswers(first.emotion.n)}.`
}

/** The lowest stage, where it is lower than each of the others by test: it was picked for being low, so all of them count. */
function lowPoint(stages: readonly MapStage[], sumsOf: (stage: MapStage) => IndexSums): string | null {
  const measured = stages.filter((stage) => stage.emotion.value !== null).sort((a, b) => valueOf(a) - valueOf(b))
  const [lowest, ...others] = measured.filter((stage) => !stage.emotion.lowN)
  if (!lowest || others.length === 0) return null
  const ps = others.map((stage) => indexDifference(sumsOf(lowest), sumsOf(stage))?.p ?? 1)
  if (benjaminiHochberg(ps).some((q) => q > CLEAR)) return null
  const m = spoken(lowest)
  // Lower than all others is tested above; that it hurts is a claim of its own.
  const says = (lowest.emotion.high ?? 0) < 0 ? 'hurts most' : 'is the low point'
  const lower = measured.filter((stage) => stage.emotion.lowN && valueOf(stage) < valueOf(lowest))
  return `${lowest.name} ${says}: ${metricName(m.metric)} ${formatValue(m)} (${formatRange(m)}), ${formatAnswers(m.n)}.${stillLower(lower)}`
}

/** "Feb 2026" where it is a whole month, else the days. */
function daysOf({ from, to }: Against): string {
  return from === monthOf(from) && to === addDays(addMonths(from, 1), -1) ? formatMonth(from) : formatDays(from, to)
}

/** What the map is held against, as the end of a sentence: "since Feb 2026", "than with channel web". */
function against(other: Change['other']): string {
  if (other.kind === 'period') return `since ${daysOf(other)}`
  if (other.name !== undefined) return `than with ${other.name}`
  return `than with ${other.kind === 'segment' ? other.filter?.dimension : other.kind} ${other.filter?.value}`
}

const SPOKEN: Partial<Record<Metric, string>> = { nps: 'NPS points', csat_top2_pct: 'points of CSAT', ces_top3_pct: 'points of CES', sentiment_index: 'points of sentiment' }

const margin = ({ metric, value, high }: Compared) =>
  `${formatNumber(Math.abs(value ?? 0))} ± ${formatNumber((high ?? 0) - (value ?? 0))} ${SPOKEN[metric] ?? 'points'}`

/** A difference that was found, as the end of a sentence without its full stop. */
function said(difference: Compared, other: Change['other']): string {
  const isLess = (difference.value ?? 0) < 0
  if (other.kind !== 'period') return `is ${margin(difference)} ${isLess ? 'lower' : 'higher'} ${against(other)}`
  return `${isLess ? 'fell' : 'rose'} ${margin(difference)} ${against(other)}`
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

const counted = ({ stage, of }: Tested) => `n = ${formatNumber(stage[of].n ?? 0)}`

/** Where nothing is clear. Before two variants have the answers that were planned, that is no finding either. */
function unclear(other: Change['other'], isFinal: boolean, orElse: string): string {
  if (!isFinal) return 'Not final: too few answers of each variant yet.'
  return other.kind === 'period' ? `Nothing changed beyond noise ${against(other)}.` : orElse
}

/** The clearest change of all stages; null where nothing could be tested. */
function change(stages: readonly MapStage[], found: Change): { sentence: string; isNews: boolean } | null {
  const tested = stages.flatMap((stage) => testedOf(found, stage))
  if (tested.length === 0) return null
  const first = clearest(found, tested)
  if (first) return { sentence: `${first.stage.name} ${said(first.difference, found.other)}, ${counted(first)}.`, isNews: true }
  return { sentence: unclear(found.other, tested.every(({ difference }) => difference.isFinal), 'No stage differs beyond noise.'), isNews: false }
}

/**
 * The finding in at most two plain sentences, from tested differences alone: what changed most clearly, and which stage is lower
 * than all others. Where nothing is clear it says that. Stages with few answers do not compete for the low point, but one that
 * lies lower is named, so that nobody reads past it.
 */
export function headlineOf(stages: readonly MapStage[], sumsOf: (stage: MapStage) => IndexSums, found: Change | null): string {
  if (stages.every((stage) => stage.emotion.value === null)) {
    return stages.some((stage) => stage.emotion.suppressed) ? 'Too few answers to show yet.' : 'No answers yet in this period.'
  }
  const changed = found && change(stages, found)
  const low = lowPoint(stages, sumsOf)
  const sentences = changed?.isNews ? [changed.sentence, low] : [low, changed?.sentence]
  return sentences.filter(Boolean).join(' ') || 'No stage stands out clearly yet.'
}

/** The same for one stage: what became of it against the other group, its emotion or else what was asked there. */
export function stageHeadline(stage: MapStage, found: Change | null): string {
  if (stage.emotion.suppressed) return 'Too few answers to show.'
  if (stage.emotion.value === null) return 'No answers in this period.'
  const first = found && clearest(found, testedOf(found, stage))
  if (found && first) {
    const text = said(first.difference, found.other)
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}, ${counted(first)}.`
  }
  const difference = found?.stages.find(({ key }) => key === stage.key)?.difference.emotion
  if (!found || !difference || difference.state === 'no_answers') return 'Nothing to compare with yet.'
  if (difference.state === 'hidden') return 'Too few answers to compare with.'
  if (difference.state === 'mix_changed') return 'Mix changed: other questions were asked, so nothing is tested.'
  if (difference.state === 'blocked') return 'The variants were not split half and half, so nothing is tested.'
  return unclear(found.other, difference.isFinal, 'No difference beyond noise.')
}
