import { UNMATCHED } from '#lib/journeys/personas/definition'
import type { MapPersonas } from '#lib/maps/personas/types'
import type { Say } from '#lib/words/say'
import { shareEstimate } from '#lib/stats/interval'

/** What part of the answers a persona has: `value` as text, with its interval and count; `few` where it may not be said. */
export type Share = { state: 'shown'; value: string; low: string; high: string; n: number } | { state: 'few' | 'waiting' | 'empty' }

const bare = (say: Say, percent: number) => say.percent(percent).replace('\u00a0%', '')

/** By key, `unmatched` too, as shares of the answers that the map shows. */
export function sharesOf(say: Say, { list, ready }: MapPersonas, total: number | null): Record<string, Share> {
  const shareOf = (n: number | null): Share => {
    if (!ready) return { state: 'waiting' }
    if (n === null || total === null) return { state: 'few' }
    const estimate = shareEstimate(n, total)
    return estimate ? { state: 'shown', value: say.percent(estimate.value), low: bare(say, estimate.low), high: say.percent(estimate.high), n } : { state: 'empty' }
  }
  return Object.fromEntries([...list, ...(list.length === 0 ? [{ key: UNMATCHED, n: 0 }] : [])].map(({ key, n }) => [key, shareOf(n)]))
}
