import type { Transition } from '#lib/maps/transitions/types'
import type { Say } from '#lib/words/say'

/** "62 %" and "58 to 66"; empty where there is no interval. */
export const shareText = (say: Say, { share: { value } }: Transition): string => (value === null ? '' : say.percent(value))
export const shareRange = (say: Say, { share: { low, high } }: Transition): string => (low === null || high === null ? '' : say.between(say.number(low), say.number(high)))

/** "−14 ± 8"; the value alone where all changed by the same. */
export function changeText(say: Say, { change: { value, low, high } }: Transition): string {
  if (value === null) return ''
  if (low === null || high === null) return say.index(value)
  return `${say.index(value)} ± ${say.number((high - low) / 2)}`
}

export const changeRange = (say: Say, { change: { low, high } }: Transition): string => (low === null || high === null ? '' : say.between(say.index(low), say.index(high)))
