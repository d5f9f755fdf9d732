import { metricName } from '#lib/stats/format'
import { rateName } from '#lib/stats/format-rate'
import type { Metric } from '#lib/stats/measure'
import type { RateName } from '#lib/stats/reach'

/** What a number is called, before it is said in a language; `part` of a severity, by its field, null of the whole. */
export type Called =
  | { is: 'answers' | 'held' | 'r2' }
  | { is: 'answers_at' | 'needed' | 'exposed' | 'emotion' | 'driver' | 'ranks' | 'weight'; place: string }
  | { is: 'measured' | 'difference' | 'baseline' | 'change' | 'distance' | 'forecast'; metric: Metric; place: string }
  | { is: 'rate'; rate: RateName; place: string }
  | { is: 'severity'; part: string | null; place: string }

/** As the API calls it; pages call it in the words of their catalogue. */
export function calledInEnglish(called: Called): string {
  switch (called.is) {
    case 'answers':
      return 'Answers'
    case 'held':
      return 'Answers held back'
    case 'r2':
      return 'R² of all places together'
    case 'answers_at':
      return `Answers at ${called.place}`
    case 'needed':
      return `Answers needed at ${called.place}`
    case 'exposed':
      return `Exposed at ${called.place}`
    case 'emotion':
      return `Emotion index at ${called.place}`
    case 'driver':
      return `How ${called.place} goes together with the outcome`
    case 'ranks':
      return `How ${called.place} goes together with the outcome, by ranks`
    case 'weight':
      return `Weight of ${called.place}`
    case 'measured':
      return `${metricName(called.metric)} at ${called.place}`
    case 'difference':
      return `Difference of ${metricName(called.metric)} at ${called.place}`
    case 'baseline':
      return `Baseline of ${metricName(called.metric)} at ${called.place}`
    case 'change':
      return `Change of ${metricName(called.metric)} at ${called.place}`
    case 'distance':
      return `Distance from the baseline of ${metricName(called.metric)} at ${called.place}`
    case 'forecast':
      return `Forecast of ${metricName(called.metric)} at ${called.place}`
    case 'rate':
      return `${rateName(called.rate)} at ${called.place}`
    case 'severity':
      return `Severity of ${called.place}${called.part === null ? '' : ` (${called.part})`}`
  }
}
