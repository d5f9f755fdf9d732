import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { loadReview } from '#lib/journeys/review/read'
import { can } from '#lib/permission'
import { daysBetween } from '#lib/time'
import { DEFAULT_SOURCES } from '../asked'
import type { Charted } from '../journey'
import type { Freshness } from './types'

/** Emotion is counted of every score, text of every comment: the newest of the two is the newest answer. */
const INSTRUMENTS = ['emotion', 'text'] as const

/** The newest day of each stage: one step into the index for each of its series, however long they are. */
async function newestDays(tx: Tx, ctx: Context, { id, stages }: Pick<Charted, 'id' | 'stages'>): Promise<Map<string, string>> {
  if (stages.length === 0) return new Map()
  const series = stages.flatMap(({ key }) => INSTRUMENTS.flatMap((instrument) => DEFAULT_SOURCES.map((source) => sql`(${key}, ${instrument}, ${source})`)))
  const found = await rows<{ stage: string; day: string }>(tx, sql`
    select s.stage, max(newest.day)::text as day
    from (values ${sql.join(series, sql`, `)}) as s (stage, instrument, source)
    cross join lateral (
      select day
      from tally_days
      where workspace_id = ${ctx.workspaceId} and journey_id = ${id} and level = 'stage' and place = s.stage
        and instrument = s.instrument and source = s.source and n > 0
      order by day desc
      limit 1) as newest
    group by s.stage`)
  return new Map(found.map(({ stage, day }) => [stage, day]))
}

/** Null for a reader who may not read single responses: the day of one answer is one person's. */
export async function readFreshness(tx: Tx, ctx: Context, journey: Pick<Charted, 'id' | 'key' | 'stages'>): Promise<Freshness | null> {
  if (!can(ctx.actor, 'response.read')) return null
  const { review, today } = await loadReview(tx, ctx, journey.key)
  const newest = await newestDays(tx, ctx, journey)
  const stages = journey.stages.map(({ key }) => {
    const lastOn = newest.get(key) ?? null
    const days = lastOn === null ? null : Math.max(0, daysBetween(lastOn, today))
    return { stage: key, lastOn, days, isStale: days !== null && days >= review.staleDays }
  })
  return { today, stages, review }
}
