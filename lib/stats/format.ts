import { K_DEFAULT, type Measured, type Metric, UNITS } from './measure'
import { roundHalfAway } from './round'

// How numbers and dates are written everywhere: English, true minus, no-break space before the percent sign.

const NAMES: Record<Metric, string> = {
  nps: 'NPS',
  csat_top2_pct: 'CSAT',
  csat_mean: 'CSAT mean',
  ces_top3_pct: 'CES',
  ces_mean: 'CES mean',
  ces_net: 'CES net',
  emotion_index: 'emotion index',
  sentiment_index: 'sentiment',
  text_index: 'sentiment of comments',
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** 1830 -> "1,830"; -7.25 with one digit -> "−7.3". */
export function formatNumber(x: number, digits = 0): string {
  const rounded = roundHalfAway(x, digits)
  const size = digits > 0 ? Math.abs(rounded).toFixed(digits) : grouped.format(Math.abs(rounded))
  return rounded < 0 ? `−${size}` : size
}

/** -100..100 with its sign, none on zero: 34 -> "+34", -0.4 -> "0". */
export function formatIndex(x: number): string {
  return roundHalfAway(x) > 0 ? `+${formatNumber(x)}` : formatNumber(x)
}

/** Percent with a no-break space; one decimal under 10: 61.2 -> "61 %", 4.25 -> "4.3 %", 0 -> "0 %". */
export function formatPercent(x: number): string {
  return `${percentDigits(x)}\u00a0%`
}

const percentDigits = (x: number) => formatNumber(x, roundHalfAway(x, 1) < 10 && x > 0 ? 1 : 0)

/** A value in the unit of its metric. */
export function formatMetric(metric: Metric, x: number): string {
  const unit = UNITS[metric]
  if (unit === 'index') return formatIndex(x)
  return unit === 'percent' ? formatPercent(x) : formatNumber(x, 1)
}

export const metricName = (metric: Metric): string => NAMES[metric]

/** What stands in a cell: the value, "<5" where it is hidden, "–" where nobody answered. */
export function formatValue(m: Measured, k = K_DEFAULT): string {
  if (m.suppressed) return `<${k}`
  return m.value === null ? '–' : formatMetric(m.metric, m.value)
}

/** The interval: "−12 to −1", shares without their percent sign "67 to 76"; empty where there is none. */
export function formatRange(m: Measured): string {
  if (m.low === null || m.high === null) return ''
  const write = (x: number) => (UNITS[m.metric] === 'percent' ? percentDigits(x) : formatMetric(m.metric, x))
  return `${write(m.low)} to ${write(m.high)}`
}

/** "1 answer", "1,830 answers"; "<5 answers" for a hidden count. */
export function formatAnswers(n: number | null, k = K_DEFAULT): string {
  if (n === null) return `<${k} answers`
  return `${formatNumber(n)} ${n === 1 ? 'answer' : 'answers'}`
}

/** One sentence for labels and tooltips: "emotion index −7, interval −12 to −1, 612 answers". */
export function describeMeasured(m: Measured, k = K_DEFAULT): string {
  const name = metricName(m.metric)
  if (m.suppressed) return `${name}: fewer than ${k} answers, hidden for privacy`
  if (m.value === null) return `${name}: no answers yet`
  return `${name} ${formatValue(m)}, interval ${formatRange(m)}, ${formatAnswers(m.n)}${m.lowN ? ', low n' : ''}`
}
