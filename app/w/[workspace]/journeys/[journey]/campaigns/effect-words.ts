import { formatIndex, formatMetric, formatNumber } from '#lib/stats/format'
import type { Effect } from '#lib/maps/campaigns/types'
import type { Say } from '../_campaigns/words'

export type EffectText = { value: string | null; says: string; tone: 'better' | 'worse' | null; counts: string | null }

/** An effect in words: how far, whether that is clear, and of how many answers. */
export function effectText({ state, value, low, high, isClear, during, before }: Effect, t: Say): EffectText {
  if (state !== 'tested' || value === null || low === null || high === null) {
    return { value: null, says: t(`effect.${state === 'tested' ? 'no_answers' : state}`), tone: null, counts: null }
  }
  const [down, up] = [formatNumber(value - low), formatNumber(high - value)]
  const margin = down === up ? `± ${up}` : `(${formatIndex(low)} to ${formatIndex(high)})`
  const tone = isClear ? (value < 0 ? 'worse' : 'better') : null
  const few = during.lowN || before.lowN ? `, ${t('effect.low')}` : ''
  return {
    value: `${formatMetric(during.metric, value)} ${margin}`,
    says: t(tone === null ? 'effect.no_change' : tone === 'worse' ? 'effect.clear_fall' : 'effect.clear_rise'),
    tone,
    counts: t('effect.counts', { n: formatNumber(during.n ?? 0), m: formatNumber(before.n ?? 0) }) + few,
  }
}

/** "€1,250" or "€1,250.50". */
export function costText({ cost, currency }: { cost: number | null; currency: string | null }): string {
  if (cost === null || currency === null) return '–'
  const digits = Number.isInteger(cost) ? 0 : 2
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cost)
}
