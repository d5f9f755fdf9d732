import type { Context } from '#lib/context'
import { readQuotes } from '#lib/maps/quotes/read'
import type { StageQuotes } from '#lib/maps/quotes/types'
import { lastIdAt } from './comments'
import type { Share } from './knock'
import type { Shown } from './shown/read'

/**
 * What people say at each stage of a shared map, as of the moment at which the stage is shown; null where the link shows no
 * comments. As beside the map, nobody is told what score stood with the words, by which channel they came, or when.
 */
export async function readSharedQuotes(ctx: Context, share: Share, { map, at }: Shown): Promise<StageQuotes[] | null> {
  if (!share.comments) return null
  const stages = await readQuotes(ctx, { ...share.asked, journey: share.journey, from: map.from, to: map.to })
  return stages.map(({ stage, hidden, quotes }) => {
    const last = lastIdAt(at[stage] ?? '1970-01-01T00:00:00Z')
    const known = quotes.filter(({ id }) => id.slice(0, last.length) <= last).sort((a, b) => (a.id < b.id ? -1 : 1))
    return { stage, hidden, quotes: known.map((quote) => ({ ...quote, score: null, channel: null, mood: null, occurredAt: '' })) }
  })
}
