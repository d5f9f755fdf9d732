import type { Compared } from '#lib/maps/types'
import type { Explanation } from '#lib/maps/explain/read-explanation'
import { K_DEFAULT, LOW_N, type Measured, type Metric } from '#lib/stats/measure'
import type { Rate } from '#lib/stats/reach'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'
import { qText } from '../_difference/difference'

/** What explanations are written with. */
export type ExplainWords = { t: Translate<'explain'>; say: Say }

/** A number as the panel writes it: the value, and what belongs to it. */
export type Figure = { value: string; notes: string[] }

type Fields = Readonly<Record<string, unknown>>

const hidden = ({ t }: ExplainWords): Figure => ({ value: `<${K_DEFAULT}`, notes: [t('figure.hidden')] })

const interval = ({ t }: ExplainWords, range: string) => t('figure.interval', { range })
const between = (words: ExplainWords, low: number, high: number, write: (x: number) => string) => interval(words, words.say.between(write(low), write(high)))
const lowNote = ({ t }: ExplainWords, isLow: boolean) => (isLow ? [t('figure.low', { n: LOW_N })] : [])

function measuredFigure(words: ExplainWords, m: Measured): Figure {
  const { t, say } = words
  if (m.suppressed) return hidden(words)
  if (m.value === null) return { value: '–', notes: [t('figure.none')] }
  return { value: say.value(m), notes: [interval(words, say.range(m)), say.answers(m.n), ...lowNote(words, m.lowN)] }
}

function rateFigure(words: ExplainWords, r: Rate): Figure {
  const { t, say } = words
  if (r.suppressed) return hidden(words)
  if (r.value === null) return { value: '–', notes: [say.whyNoRate(r)] }
  return { value: say.rate(r), notes: [interval(words, say.rateRange(r)), t('figure.of', { base: say.base(r) }), ...lowNote(words, r.lowN)] }
}

const qNote = ({ say }: ExplainWords, q: number) => `q ${qText(say, q)}`

function comparedFigure(words: ExplainWords, { state, value, low, high, q, isClear, isFinal }: Compared): Figure {
  const { t, say } = words
  if (state !== 'tested' || value === null || low === null || high === null) return { value: '–', notes: [t(`figure.untested.${state}`)] }
  const says = t(isFinal ? (isClear ? 'figure.clear' : 'figure.unclear') : 'figure.notFinal')
  return { value: t('figure.points', { n: say.index(value) }), notes: [between(words, low, high, say.index), ...(q === null ? [] : [qNote(words, q)]), says] }
}

const isNumber = (x: unknown): x is number => typeof x === 'number'
const plain = ({ say }: ExplainWords, x: number) => (Number.isInteger(x) ? say.number(x) : say.number(x, 1))

function driverFigure(words: ExplainWords, { r, low, high, n, suppressed }: Fields): Figure {
  const { t, say } = words
  if (suppressed === true) return hidden(words)
  const people = isNumber(n) ? [t('figure.people', { n, count: say.number(n) })] : []
  if (!isNumber(r) || !isNumber(low) || !isNumber(high)) return { value: '–', notes: [...people, t('figure.noR')] }
  return { value: `r ${say.number(r, 2)}`, notes: [between(words, low, high, (x) => say.number(x, 2)), ...people] }
}

function confirmedFigure(words: ExplainWords, { difference, q, isConfirmed }: Fields): Figure {
  const { t, say } = words
  const { value, low, high } = difference as Record<'value' | 'low' | 'high', number>
  const says = t(isConfirmed === true ? 'figure.confirmed' : 'figure.unconfirmed')
  return { value: t('figure.points', { n: say.index(value) }), notes: [between(words, low, high, say.index), ...(isNumber(q) ? [qNote(words, q)] : []), says] }
}

function watchFigure({ t, say }: ExplainWords, { z, ewma, limit, watch }: Fields): Figure {
  if (!isNumber(z)) return { value: '–', notes: [t('figure.notTested')] }
  const average = isNumber(ewma) && isNumber(limit) ? [t('figure.smoothed', { average: say.number(ewma, 1), limit: say.number(-limit, 1) })] : []
  return { value: t('figure.errors', { n: say.number(z, 1) }), notes: [...average, t(watch === true ? 'figure.watch' : 'figure.noWatch')] }
}

function needFigure({ t, say }: ExplainWords, { needed, still, days }: Fields): Figure {
  const missing = isNumber(still) ? [still === 0 ? t('figure.enough') : t('figure.missing', { n: say.number(still) })] : []
  return { value: isNumber(needed) ? say.number(needed) : '–', notes: [...missing, ...(isNumber(days) && days > 0 ? [t('figure.days', { n: days, count: say.number(days) })] : [])] }
}

/** Of a metric without the name of its own: a baseline, or a step of a forecast. */
function inUnits(words: ExplainWords, metric: Metric, { value, low, high, n }: Fields): Figure {
  const { say } = words
  if (!isNumber(value)) return { value: '–', notes: [] }
  const range = isNumber(low) && isNumber(high) ? [interval(words, say.range({ metric, value, low, high, n: null, suppressed: false, lowN: false }))] : []
  return { value: say.metric(metric, value), notes: [...range, ...(isNumber(n) ? [say.answers(n)] : [])] }
}

type Write = (words: ExplainWords, x: number) => string

const percent: Write = ({ say }, x) => say.percent(100 * x)
const twoDigits: Write = ({ say }, x) => say.number(x, 2)

/** How numbers of a name of their own are written; all others are counts, or points with one digit. */
const NAMED: Readonly<Record<string, Write>> = {
  share: percent,
  reach: percent,
  impact: twoDigits,
  persistence: ({ t }, x) => t('figure.months', { n: x }),
  weight: ({ say }, x) => say.number(x, 3),
  spearman: twoDigits,
  r2: twoDigits,
}

/** What a read shows at a pointer, by its shape. */
export function figureOf(words: ExplainWords, { shown, metric, number }: Pick<Explanation, 'shown' | 'metric' | 'number'>): Figure {
  const write = NAMED[number.split('/').at(-1) ?? ''] ?? plain
  if (isNumber(shown)) return { value: write(words, shown), notes: [] }
  if (typeof shown !== 'object' || shown === null) return hidden(words)
  if ('isClear' in shown) return comparedFigure(words, shown as Compared)
  if ('r' in shown) return driverFigure(words, shown as Fields)
  if ('reason' in shown) return rateFigure(words, shown as Rate)
  if ('suppressed' in shown) return measuredFigure(words, shown as Measured)
  if ('isConfirmed' in shown) return confirmedFigure(words, shown as Fields)
  if ('ewma' in shown) return watchFigure(words, shown as Fields)
  if ('needed' in shown) return needFigure(words, shown as Fields)
  return metric ? inUnits(words, metric, shown as Fields) : { value: '–', notes: [] }
}
