import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { liveCampaigns } from '#lib/campaigns/read'
import { stateOf } from '#lib/campaigns/types'
import { type Context, inWorkspace } from '#lib/context'
import { readLanes } from '#lib/journeys/document/read'
import { Key } from '#lib/journeys/input'
import { allow, can } from '#lib/permission'
import { localDay } from '#lib/time'
import { readFreshness } from '../freshness/read'
import type { Freshness } from '../freshness/types'
import { type Charted, chartJourney } from '../journey'
import { type Asking, findGaps, type Known } from './find-gaps'
import type { Gap, Gaps } from './types'

/** Where live surveys ask: by their own touchpoint or by that of one of their questions. */
const readAsking = (tx: Tx, ctx: Context, journeyId: string) =>
  rows<Asking>(tx, sql`
    select t.stage_key as stage, min(s.id::text) as survey
    from surveys s
    join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version
    join touchpoints t on t.workspace_id = s.workspace_id and t.journey_id = s.journey_id and (
      t.key = v.touchpoint_key or t.key in (select q ->> 'touchpoint' from jsonb_array_elements(v.definition -> 'questions') q))
    where s.workspace_id = ${ctx.workspaceId} and s.journey_id = ${journeyId}
      and s.kind = 'asked' and s.state = 'live' and s.archived_at is null
    group by t.stage_key`)

type Seen = Omit<Known, 'stages' | 'asking' | 'freshness'> & { freshness: Freshness | null }

/** The gaps of a map of which the rest was read already; null for a reader who may not know how fresh its answers are. */
export async function gapsOf(tx: Tx, ctx: Context, journey: Charted, { freshness, ...seen }: Seen): Promise<Gap[] | null> {
  if (!freshness || !can(ctx.actor, 'survey.read')) return null
  return findGaps({ stages: journey.stages, asking: await readAsking(tx, ctx, journey.id), freshness, ...seen })
}

/** What the stages of the published map lack: touchpoints, surveys, answers, owners, KPIs, campaigns. A draft does not count. */
export async function readGaps(ctx: Context, input: unknown): Promise<Gaps> {
  allow(ctx, 'journey.read')
  allow(ctx, 'survey.read')
  allow(ctx, 'response.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, key)
    const today = localDay(ctx.now(), journey.timeZone)
    const campaigns = (await liveCampaigns(tx, ctx, journey.id)).map((one) => ({ ...one, state: stateOf(one, today) }))
    const freshness = await readFreshness(tx, ctx, journey)
    const gaps = await gapsOf(tx, ctx, journey, { lanes: await readLanes(tx, ctx, journey.id), campaigns, freshness })
    const stages = journey.stages.map(({ key: stage, name }) => ({ key: stage, name }))
    return { journey: { key: journey.key, name: journey.name }, stages, staleDays: freshness?.review.staleDays ?? 0, gaps: gaps ?? [] }
  })
}
