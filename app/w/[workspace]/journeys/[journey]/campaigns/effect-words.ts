import type { Say } from '#lib/words/say'
import type { Effect } from '#lib/maps/campaigns/types'
import type { CampaignWords } from '../_campaigns/words'

export type EffectText = { value: string | null; says: string; tone: 'better' | 'worse' | null; counts: string | null }

/** An effect in words: how far, whether that is clear, and of how many answers; without a comparison why there is none. */
export function effectText({ t, say }: CampaignWords, { state, value, low, high, isClear, during, before }: Effect): EffectText {
  const [n, m] = [during.n, before.n]
  const counts = n === null || m === null || n + m === 0 ? null : t('effect.counts', { n: say.number(n), m: say.number(m) })
  if (state !== 'tested' || value === null || low === null || high === null) {
    return { value: null, says: t(`effect.${state === 'tested' ? 'no_answers' : state}`), tone: null, counts }
  }
  const [down, up] = [say.number(value - low), say.number(high - value)]
  const margin = down === up ? `± ${up}` : `(${say.between(say.index(low), say.index(high))})`
  const tone = isClear ? (value < 0 ? 'worse' : 'better') : null
  const few = during.lowN || before.lowN ? `, ${t('effect.low')}` : ''
  return {
    value: `${say.metric(during.metric, value)} ${margin}`,
    says: t(tone === null ? 'effect.no_change' : tone === 'worse' ? 'effect.clear_fall' : 'effect.clear_rise'),
    tone,
    counts: counts && counts + few,
  }
}

/** "€1,250" or "€1,250.50". */
export function costText(say: Say, { cost, currency }: { cost: number | null; currency: string | null }): string {
  if (cost === null || currency === null) return '–'
  const digits = Number.isInteger(cost) ? 0 : 2
  return new Intl.NumberFormat(say.language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cost)
}
