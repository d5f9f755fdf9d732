import { shareEstimate } from './interval'
import { LOW_N } from './measure'

/** What happened around surveys at one place in one period: each a plain count of events. */
export type ReachCounts = { exposed: number; started: number; completed: number; converted: number }

export type RateName = 'response_rate' | 'drop_off' | 'conversion'

/**
 * A share in percent, 0 to 100, unrounded, with Wilson's 95 % interval; `n`: what it is a share of. Nobody there: value null and
 * n 0, never 0 %. Why else there is no share to tell: `more_than_base`, more came out than went in (somebody counts only one side);
 * `not_told`, nobody reports such events.
 */
export type Rate = {
  metric: RateName
  value: number | null
  low: number | null
  high: number | null
  n: number | null
  suppressed: boolean
  lowN: boolean
  reason: 'more_than_base' | 'not_told' | null
}

export type Rates = { responseRate: Rate; dropOff: Rate; conversion: Rate }

function rate(metric: RateName, part: number, n: number): Rate {
  const isShare = part >= 0 && part <= n
  const { value, low, high } = (isShare ? shareEstimate(part, n) : null) ?? { value: null, low: null, high: null }
  const lowN = value !== null && n < LOW_N
  return { metric, value, low, high, n, suppressed: false, lowN, reason: !isShare && n > 0 ? 'more_than_base' : null }
}

const silent = (r: Rate): Rate => ({ ...r, value: null, low: null, high: null, lowN: false, reason: r.n === 0 ? null : 'not_told' })

/**
 * Response rate = completed / exposed, drop-off = (started - completed) / started, conversion = converted / exposed, each of what
 * happened in the period: who was asked on its last evening and answered on the next morning counts on both sides of its border.
 * `tellsConversion`: somebody reports conversions at all; silence is not 0 %. Interval: Wilson 1927. Example: 200 exposed, 80 started, 60 completed, 10 converted -> 30 %, 25 %, 5 %.
 */
export const ratesOf = ({ exposed, started, completed, converted }: ReachCounts, tellsConversion = converted > 0): Rates => ({
  responseRate: rate('response_rate', completed, exposed),
  dropOff: rate('drop_off', started - completed, started),
  conversion: tellsConversion ? rate('conversion', converted, exposed) : silent(rate('conversion', 0, exposed)),
})

/** What a reader gets in place of a rate that is hidden. */
export const hideRate = (r: Rate): Rate => ({ ...r, value: null, low: null, high: null, n: null, suppressed: true, lowN: false, reason: null })
