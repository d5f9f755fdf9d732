import { formatNumber, formatPercent } from './format'
import { K_DEFAULT } from './measure'
import type { Rate, RateName } from './reach'

const NAMES: Record<RateName, string> = { response_rate: 'response rate', drop_off: 'drop-off', conversion: 'conversion' }
const BASES: Record<RateName, string> = { response_rate: 'exposed', drop_off: 'started', conversion: 'exposed' }

export const rateName = (metric: RateName): string => NAMES[metric]

/** What stands in a cell: "31 %", "<5" where it is hidden, "–" where there is none. */
export function formatRate(r: Rate, k = K_DEFAULT): string {
  if (r.suppressed) return `<${k}`
  return r.value === null ? '–' : formatPercent(r.value)
}

/** The interval without percent signs: "28 to 34"; empty where there is none. */
export const formatRateRange = ({ low, high }: Rate): string =>
  low === null || high === null ? '' : `${formatPercent(low)} to ${formatPercent(high)}`.replaceAll('\u00a0%', '')

/** What a rate is a share of: "1,204 exposed", "402 started". */
export const formatBase = ({ metric, n }: Pick<Rate, 'metric' | 'n'>, k = K_DEFAULT): string => `${n === null ? `<${k}` : formatNumber(n)} ${BASES[metric]}`

/** Why there is no rate. */
export function whyNoRate({ metric, n, suppressed, reason }: Rate, k = K_DEFAULT): string {
  if (suppressed) return `fewer than ${k} ${BASES[metric]}, hidden for privacy`
  if (n === 0) return metric === 'drop_off' ? 'nobody began' : 'nobody was asked'
  if (reason === 'not_told') return 'no conversion was reported'
  return metric === 'drop_off' ? 'more completed than started' : `more ${metric === 'conversion' ? 'converted' : 'completed'} than exposed`
}

/** One sentence for labels and tooltips: "response rate 31 %, interval 28 to 34, of 1,204 exposed". */
export function describeRate(r: Rate): string {
  if (r.value === null) return `${rateName(r.metric)}: ${whyNoRate(r)}`
  return `${rateName(r.metric)} ${formatRate(r)}, interval ${formatRateRange(r)}, of ${formatBase(r)}${r.lowN ? ', low n' : ''}`
}
