import { K_DEFAULT, type Measured, type Metric, UNITS } from '#lib/stats/measure'
import type { Rate } from '#lib/stats/reach'
import { roundHalfAway } from '#lib/stats/round'

/** The words around numbers, in one language: the area `numbers` of the catalogue. */
type Texts = (key: `metrics.${Metric}` | `rates.${Rate['metric']}` | `bases.${Rate['metric']}` | `why.${Why}` | Plain, values?: Record<string, string | number>) => string
type Plain = 'months' | 'day' | 'month' | 'dayInMonth' | 'dayInYear' | 'range' | 'answers' | 'hidden' | 'hiddenAnswers' | 'hiddenMeasured' | 'noneMeasured' | 'measured' | 'lowN' | 'rate' | 'noRate'
type Why = 'hidden' | 'nobodyBegan' | 'nobodyAsked' | 'notTold' | 'moreCompletedThanStarted' | 'moreConverted' | 'moreCompleted'

/** How numbers, dates and the short sentences made of them are written in one language. */
export type Say = ReturnType<typeof sayIn>

/**
 * True minus, a no-break space before the percent sign, whole numbers, halves rounded away from zero; grouping, decimal sign and
 * dates as the language has them. `texts`: the area `numbers` of the catalogue.
 */
export function sayIn(language: string, texts: Texts) {
  const grouped = [0, 1, 2, 3].map((digits) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }))
  const months = texts('months').split(' ')
  // Not by the engine's own date patterns: the server's and a browser's differ in their spaces, and a page is drawn by both.
  const parts = (local: string) => ({ year: local.slice(0, 4), month: months[Number(local.slice(5, 7)) - 1] ?? '', date: Number(local.slice(8, 10)) })

  /** 1830 -> "1,830"; -7.25 with one digit -> "−7.3". */
  const number = (x: number, digits: 0 | 1 | 2 | 3 = 0): string => {
    const rounded = roundHalfAway(x, digits)
    const size = grouped[digits]?.format(Math.abs(rounded)) ?? ''
    return rounded < 0 ? `−${size}` : size
  }
  /** -100..100 with its sign, none on zero. */
  const index = (x: number): string => (roundHalfAway(x) > 0 ? `+${number(x)}` : number(x))
  const share = (x: number) => number(x, roundHalfAway(x, 1) < 10 && x > 0 ? 1 : 0)
  /** One decimal under 10: 61.2 -> "61 %", 4.25 -> "4.3 %". */
  const percent = (x: number): string => `${share(x)}\u00a0%`
  const metric = (of: Metric, x: number): string => (UNITS[of] === 'index' ? index(x) : UNITS[of] === 'percent' ? percent(x) : number(x, 1))
  const metricName = (of: Metric): string => texts(`metrics.${of}`)
  /** What stands in a cell: the value, "<5" where it is hidden, "–" where nobody answered. */
  const value = (m: Measured, k = K_DEFAULT): string => (m.suppressed ? `<${k}` : m.value === null ? '–' : metric(m.metric, m.value))
  const between = (low: string, high: string): string => texts('range', { low, high })
  /** The interval, shares without their percent sign; empty where there is none. */
  const range = ({ metric: of, low, high }: Measured): string => {
    if (low === null || high === null) return ''
    const write = (x: number) => (UNITS[of] === 'percent' ? share(x) : metric(of, x))
    return between(write(low), write(high))
  }
  /** A count in a list; hidden where it is too small, or would tell one that is. */
  const count = (n: number | null): string => (n === null ? texts('hidden') : number(n))
  const answers = (n: number | null, k = K_DEFAULT): string => (n === null ? texts('hiddenAnswers', { k }) : texts('answers', { n, count: number(n) }))
  /** One sentence for labels and tooltips. */
  const describe = (m: Measured, k = K_DEFAULT): string => {
    const name = metricName(m.metric)
    if (m.suppressed) return texts('hiddenMeasured', { name, k })
    if (m.value === null) return texts('noneMeasured', { name })
    return texts('measured', { name, value: value(m), range: range(m), answers: answers(m.n) }) + (m.lowN ? `, ${texts('lowN')}` : '')
  }

  /** A local date: "2026-11-22" -> "22 Nov 2026". */
  const day = (local: string): string => texts('day', parts(local))
  const month = (local: string): string => texts('month', parts(local))
  /** A range, both ends included: "1–22 Nov 2026", "20 Oct – 3 Nov 2026", "20 Dec 2025 – 3 Jan 2026", one day as a day. */
  const days = (from: string, to: string): string => {
    if (from === to) return day(to)
    const [a, b] = [parts(from), parts(to)]
    if (a.year !== b.year) return `${day(from)} – ${day(to)}`
    return a.month === b.month ? `${texts('dayInMonth', a)}–${day(to)}` : `${texts('dayInYear', a)} – ${day(to)}`
  }
  /** A moment on the clocks of a time zone: "20 Nov 2026, 13:00". */
  const moment = (when: Date, timeZone: string): string => {
    const local = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(when)
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(when)
    return `${day(local)}, ${clock}`
  }

  const rate = (r: Rate, k = K_DEFAULT): string => (r.suppressed ? `<${k}` : r.value === null ? '–' : percent(r.value))
  const rateRange = ({ low, high }: Rate): string => (low === null || high === null ? '' : between(share(low), share(high)))
  /** What a rate is a share of. */
  const base = ({ metric: of, n }: Pick<Rate, 'metric' | 'n'>, k = K_DEFAULT): string => texts(`bases.${of}`, { count: n === null ? `<${k}` : number(n) })
  /** Why there is no rate. */
  const whyNoRate = (r: Rate, k = K_DEFAULT): string => {
    if (r.suppressed) return texts('why.hidden', { base: texts(`bases.${r.metric}`, { count: '' }).trim(), k })
    const isDropOff = r.metric === 'drop_off'
    if (r.n === 0) return texts(isDropOff ? 'why.nobodyBegan' : 'why.nobodyAsked')
    if (r.reason === 'not_told') return texts('why.notTold')
    return texts(isDropOff ? 'why.moreCompletedThanStarted' : r.metric === 'conversion' ? 'why.moreConverted' : 'why.moreCompleted')
  }
  const rateName = (of: Rate['metric']): string => texts(`rates.${of}`)
  const describeRate = (r: Rate): string => {
    if (r.value === null) return texts('noRate', { name: rateName(r.metric), why: whyNoRate(r) })
    return texts('rate', { name: rateName(r.metric), value: rate(r), range: rateRange(r), base: base(r) }) + (r.lowN ? `, ${texts('lowN')}` : '')
  }

  return { language, number, index, percent, metric, metricName, value, range, between, count, answers, describe, day, month, days, moment, rate, rateRange, rateName, base, whyNoRate, describeRate }
}
