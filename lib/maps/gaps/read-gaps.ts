import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { liveCampaigns } from '#lib/campaigns/read'
import { stateOf } from '#lib/campaigns/types'
import { type Context, inWorkspace } from '#lib/context'
import { readLanes } from '#lib/journeys/document/read'
import { Key } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import { localDay } from '#lib/time'
import { DEFAULT_SOURCES } from '../asked'
import { type Charted, chartJourney } from '../journey'
import { type Asked, findGaps, STALE_DAYS } from './find-gaps'
import type { Gaps } from './types'

/** Where a live survey asks, by its own touchpoint or by that of one of its questions, and the last day with answers: from the end of an index. */
const readAsked = (tx: Tx, ctx: Context, journeyId: string) =>
  rows<Asked & { staleDays: number | null }>(tx, sql`
    with asking as (
      select t.stage_key as stage, min(s.id::text) as survey
      from surveys s
      join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version
      join touchpoints t on t.workspace_id = s.workspace_id and t.journey_id = s.journey_id and (
        t.key = v.touchpoint_key or t.key in (select q ->> 'touchpoint' from jsonb_array_elements(v.definition -> 'questions') q))
      where s.workspace_id = ${ctx.workspaceId} and s.journey_id = ${journeyId}
        and s.kind = 'asked' and s.state = 'live' and s.archived_at is null
      group by t.stage_key
    )
    select g.key as stage, a.survey, r.stale_days as "staleDays", (
      select to_char(max(last.day), 'YYYY-MM-DD')
      from unnest(${sql.param([...DEFAULT_SOURCES])}::text[]) as known (source)
      cross join lateral (
        select d.day
        from tally_days d
        where d.workspace_id = g.workspace_id and d.journey_id = g.journey_id and d.level = 'stage' and d.place = g.key
          and d.instrument = 'emotion' and d.source = known.source and d.n > 0
        order by d.day desc
        limit 1) as last) as "lastAnswer"
    from stages g
    left join asking a on a.stage = g.key
    left join reviews r on r.workspace_id = g.workspace_id and r.journey_id = g.journey_id
    where g.workspace_id = ${ctx.workspaceId} and g.journey_id = ${journeyId} and g.archived_at is null`)

type Seen = Pick<Parameters<typeof findGaps>[0], 'lanes' | 'campaigns' | 'today'>

/** The gaps of a map whose lanes and campaigns were read already, and from how many days on a stage is without answers. */
export async function gapsOf(tx: Tx, ctx: Context, journey: Charted, seen: Seen): Promise<Pick<Gaps, 'gaps' | 'staleDays'>> {
  const asked = await readAsked(tx, ctx, journey.id)
  const staleDays = asked[0]?.staleDays ?? STALE_DAYS
  return { staleDays, gaps: findGaps({ stages: journey.stages, asked, staleDays, ...seen }) }
}

/** What the stages of the published map lack: touchpoints, surveys, answers, owners, KPIs, campaigns. A draft does not count. */
export async function readGaps(ctx: Context, input: unknown): Promise<Gaps> {
  allow(ctx, 'journey.read')
  allow(ctx, 'survey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, key)
    const today = localDay(ctx.now(), journey.timeZone)
    const campaigns = (await liveCampaigns(tx, ctx, journey.id)).map((one) => ({ ...one, state: stateOf(one, today) }))
    const found = await gapsOf(tx, ctx, journey, { lanes: await readLanes(tx, ctx, journey.id), campaigns, today })
    return { journey: { key: journey.key, name: journey.name }, stages: journey.stages.map(({ key: stage, name }) => ({ key: stage, name })), ...found }
  })
}
