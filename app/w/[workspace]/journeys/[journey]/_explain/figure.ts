import type { Compared } from '#lib/maps/types'
import type { Explanation } from '#lib/maps/explain/read-explanation'
import { formatAnswers, formatIndex, formatMetric, formatNumber, formatPercent, formatRange, formatValue } from '#lib/stats/format'
import { formatBase, formatRate, formatRateRange, whyNoRate } from '#lib/stats/format-rate'
import { K_DEFAULT, LOW_N, type Measured, type Metric } from '#lib/stats/measure'
import type { Rate } from '#lib/stats/reach'

/** A number as the panel writes it: the value, and what belongs to it. */
export type Figure = { value: string; notes: string[] }

type Fields = Readonly<Record<string, unknown>>

const HIDDEN: Figure = { value: `<${K_DEFAULT}`, notes: ['too few answers to be shown, hidden for privacy'] }

const interval = (text: string) => `95 % interval ${text}`

function measuredFigure(m: Measured): Figure {
  if (m.suppressed) return HIDDEN
  if (m.value === null) return { value: '–', notes: ['no answers in these days'] }
  return { value: formatValue(m), notes: [interval(formatRange(m)), formatAnswers(m.n), ...(m.lowN ? [`fewer than ${LOW_N}, read with care`] : [])] }
}

function rateFigure(r: Rate): Figure {
  if (r.suppressed) return HIDDEN
  if (r.value === null) return { value: '–', notes: [whyNoRate(r)] }
  return { value: formatRate(r), notes: [interval(formatRateRange(r)), `of ${formatBase(r)}`, ...(r.lowN ? [`fewer than ${LOW_N}, read with care`] : [])] }
}

const UNTESTED: Record<Exclude<Compared['state'], 'tested'>, string> = {
  mix_changed: 'other questions were asked, so nothing is tested',
  hidden: 'too few answers on one side, hidden for privacy',
  no_answers: 'nobody answered on one side',
  blocked: 'answers were not split between the two as planned, so nothing is tested',
}

const qText = (q: number) => (q < 0.001 ? 'q < .001' : `q ${formatNumber(q, 3).replace(/^0/, '')}`)

function comparedFigure({ state, value, low, high, q, isClear, isFinal }: Compared): Figure {
  if (state !== 'tested' || value === null || low === null || high === null) return { value: '–', notes: [state === 'tested' ? 'no answers' : UNTESTED[state]] }
  const says = isFinal ? (isClear ? 'clear' : 'not clear') : 'not final yet'
  return { value: `${formatIndex(value)} points`, notes: [interval(`${formatIndex(low)} to ${formatIndex(high)}`), ...(q === null ? [] : [qText(q)]), says] }
}

const isNumber = (x: unknown): x is number => typeof x === 'number'
const plain = (x: number) => (Number.isInteger(x) ? formatNumber(x) : formatNumber(x, 1))

function driverFigure({ r, low, high, n, suppressed }: Fields): Figure {
  if (suppressed === true) return HIDDEN
  const people = isNumber(n) ? [`${formatNumber(n)} people with both`] : []
  if (!isNumber(r) || !isNumber(low) || !isNumber(high)) return { value: '–', notes: [...people, 'too few for a correlation, or all alike'] }
  return { value: `r ${formatNumber(r, 2)}`, notes: [interval(`${formatNumber(low, 2)} to ${formatNumber(high, 2)}`), ...people] }
}

function confirmedFigure({ difference, q, isConfirmed }: Fields): Figure {
  const { value, low, high } = difference as Record<'value' | 'low' | 'high', number>
  const says = isConfirmed === true ? 'a confirmed fall' : 'no confirmed fall'
  return { value: `${formatIndex(value)} points`, notes: [interval(`${formatIndex(low)} to ${formatIndex(high)}`), ...(isNumber(q) ? [qText(q)] : []), says] }
}

function watchFigure({ z, ewma, limit, watch }: Fields): Figure {
  if (!isNumber(z)) return { value: '–', notes: ['not tested'] }
  const average = isNumber(ewma) && isNumber(limit) ? [`smoothed ${formatNumber(ewma, 1)}, limit ${formatNumber(-limit, 1)}`] : []
  return { value: `${formatNumber(z, 1)} standard errors`, notes: [...average, watch === true ? 'watch' : 'no watch'] }
}

function needFigure({ needed, still, days }: Fields): Figure {
  const missing = isNumber(still) ? [still === 0 ? 'enough are there' : `${formatNumber(still)} still missing`] : []
  return { value: isNumber(needed) ? formatNumber(needed) : '–', notes: [...missing, ...(isNumber(days) && days > 0 ? [`about ${formatNumber(days)} days at this pace`] : [])] }
}

/** Of a metric without the name of its own: a baseline, or a step of a forecast. */
function inUnits(metric: Metric, { value, low, high, n }: Fields): Figure {
  if (!isNumber(value)) return { value: '–', notes: [] }
  const range = isNumber(low) && isNumber(high) ? [interval(formatRange({ metric, value, low, high, n: null, suppressed: false, lowN: false }))] : []
  return { value: formatMetric(metric, value), notes: [...range, ...(isNumber(n) ? [formatAnswers(n)] : [])] }
}

const percent = (x: number) => formatPercent(100 * x)
const twoDigits = (x: number) => formatNumber(x, 2)

/** How numbers of a name of their own are written; all others are counts, or points with one digit. */
const NAMED: Readonly<Record<string, (x: number) => string>> = {
  share: percent,
  reach: percent,
  impact: twoDigits,
  persistence: (x) => `${x} ${x === 1 ? 'month' : 'months'} running`,
  weight: (x) => formatNumber(x, 3),
  spearman: twoDigits,
  r2: twoDigits,
}

/** What a read shows at a pointer, by its shape. */
export function figureOf({ shown, metric, number }: Pick<Explanation, 'shown' | 'metric' | 'number'>): Figure {
  const write = NAMED[number.split('/').at(-1) ?? ''] ?? plain
  if (isNumber(shown)) return { value: write(shown), notes: [] }
  if (typeof shown !== 'object' || shown === null) return HIDDEN
  if ('isClear' in shown) return comparedFigure(shown as Compared)
  if ('r' in shown) return driverFigure(shown as Fields)
  if ('reason' in shown) return rateFigure(shown as Rate)
  if ('suppressed' in shown) return measuredFigure(shown as Measured)
  if ('isConfirmed' in shown) return confirmedFigure(shown as Fields)
  if ('ewma' in shown) return watchFigure(shown as Fields)
  if ('needed' in shown) return needFigure(shown as Fields)
  return metric ? inUnits(metric, shown as Fields) : { value: '–', notes: [] }
}
