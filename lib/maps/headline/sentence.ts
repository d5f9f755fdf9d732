import { formatAnswers, formatNumber, formatRange, formatValue, metricName } from '#lib/stats/format'
import { formatDays, formatMonth } from '#lib/stats/format-date'
import { LOW_N, type Metric } from '#lib/stats/measure'
import { type Beside, type Finding, isWholeMonth } from './finding'

const PLAIN = {
  few: 'Too few answers to show yet.',
  none: 'No answers yet in this period.',
  nothing_stands_out: 'No stage stands out clearly yet.',
  no_stage_differs: 'No stage differs beyond noise.',
  not_final: 'Not final: too few answers of each variant yet.',
  stage_few: 'Too few answers to show.',
  stage_none: 'No answers in this period.',
  nothing_beside: 'Nothing to compare with yet.',
  few_beside: 'Too few answers to compare with.',
  mix_changed: 'Mix changed: other questions were asked, so nothing is tested.',
  blocked: 'The variants were not split half and half, so nothing is tested.',
  no_difference: 'No difference beyond noise.',
} as const

type Of<Is extends Finding['is']> = Extract<Finding, { is: Is }>

function stillLower(lower: Of<'low'>['lower']): string {
  const [first] = lower
  if (!first) return ''
  if (lower.length > 1) return ` ${lower.length} stages lie lower still, with fewer than ${LOW_N} answers each.`
  return ` ${first.stage} lies lower still, with only ${formatAnswers(first.n)}.`
}

const low = ({ stage, hurts, measured: m, lower }: Of<'low'>): string =>
  `${stage} ${hurts ? 'hurts most' : 'is the low point'}: ${metricName(m.metric)} ${formatValue(m)} (${formatRange(m)}), ${formatAnswers(m.n)}.${stillLower(lower)}`

/** "Feb 2026" where it is a whole month, else the days. */
const daysOf = (days: Beside): string => (isWholeMonth(days) ? formatMonth(days.from) : formatDays(days.from, days.to))

const groupOf = ({ kind, filter, name }: Beside): string => name ?? `${kind === 'segment' ? filter?.dimension : kind} ${filter?.value}`

const POINTS: Partial<Record<Metric, string>> = { nps: 'NPS points', csat_top2_pct: 'points of CSAT', ces_top3_pct: 'points of CES', sentiment_index: 'points of sentiment' }

/** A difference that was found, as the end of a sentence. */
function changed({ metric, by, margin, n, beside }: Of<'changed'>): string {
  const points = `${formatNumber(Math.abs(by))} ± ${formatNumber(margin)} ${POINTS[metric] ?? 'points'}`
  if (beside.kind === 'period') return `${by < 0 ? 'fell' : 'rose'} ${points} since ${daysOf(beside)}, n = ${formatNumber(n)}.`
  return `is ${points} ${by < 0 ? 'lower' : 'higher'} than with ${groupOf(beside)}, n = ${formatNumber(n)}.`
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function sentence(finding: Finding): string {
  if (finding.is === 'low') return low(finding)
  if (finding.is === 'changed') return `${finding.stage} ${changed(finding)}`
  if (finding.is === 'unchanged') return `Nothing changed beyond noise since ${daysOf(finding.beside)}.`
  return PLAIN[finding.is]
}

/** The findings of a journey as the API says them; pages say them in the words of their catalogue. */
export const headlineSentence = (findings: readonly Finding[]): string => findings.map(sentence).join(' ')

/** The finding of a stage, under whose name it stands. */
export const stageSentence = (finding: Finding): string => (finding.is === 'changed' ? upperFirst(changed(finding)) : sentence(finding))
