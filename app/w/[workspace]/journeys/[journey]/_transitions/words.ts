import type { Transition } from '#lib/maps/transitions/types'
import { formatIndex, formatNumber, formatPercent } from '#lib/stats/format'

const bare = (x: number) => formatPercent(x).replace('\u00a0%', '')

/** "62 %" and "58 to 66"; empty where there is no interval. */
export const shareText = ({ share: { value } }: Transition): string => (value === null ? '' : formatPercent(value))
export const shareRange = ({ share: { low, high } }: Transition): string => (low === null || high === null ? '' : `${bare(low)} to ${bare(high)}`)

/** "−14 ± 8"; the value alone where all changed by the same. */
export function changeText({ change: { value, low, high } }: Transition): string {
  if (value === null) return ''
  if (low === null || high === null) return formatIndex(value)
  return `${formatIndex(value)} ± ${formatNumber((high - low) / 2)}`
}

export const changeRange = ({ change: { low, high } }: Transition): string => (low === null || high === null ? '' : `${formatIndex(low)} to ${formatIndex(high)}`)
