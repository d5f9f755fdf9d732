import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { Page, pageOf, readCursor } from '#lib/http/cursor'
import { findJourney } from '#lib/journeys/find'
import { Key } from '#lib/journeys/input'
import { allow, can } from '#lib/permission'
import type { Campaign } from './types'

type Row = Campaign & { createdAt: Date }

/** What it cost is for those who plan, and what was noted is for the team. */
function forReader({ actor }: Context, { createdAt: _, ...campaign }: Row): Campaign {
  const priced = can(actor, 'journey.write') ? campaign : { ...campaign, cost: null, currency: null }
  return actor.kind === 'share' ? { ...priced, note: null } : priced
}

/** The stages as the journey orders them, archived ones too. */
const read = (tx: Tx, ctx: Context, journeyId: string, which: SQL, order: SQL) =>
  rows<Row>(tx, sql`
    select c.id, c.name, c.channel, c.persona, p.name as "personaName", c.audience,
      array(
        select s.key
        from stages s
        where s.workspace_id = c.workspace_id and s.journey_id = c.journey_id and s.key = any (c.stages)
        order by s.position, s.key) as stages,
      to_char(c.starts, 'YYYY-MM-DD') as starts, to_char(c.ends, 'YYYY-MM-DD') as ends,
      (c.cost::float8 / 100) as cost, c.currency, c.note, c.archived_at is not null as archived, c.created_at as "createdAt"
    from campaigns c
    left join personas p on p.workspace_id = c.workspace_id and p.journey_id = c.journey_id and p.key = c.persona
    where c.workspace_id = ${ctx.workspaceId} and c.journey_id = ${journeyId} ${which}
    order by ${order}`)

/** Those that nobody archived, in the order in which they begin; a journey has at most 500. */
export async function liveCampaigns(tx: Tx, ctx: Context, journeyId: string): Promise<Campaign[]> {
  const found = await read(tx, ctx, journeyId, sql`and c.archived_at is null`, sql`c.starts, c.name, c.id`)
  return found.map((row) => forReader(ctx, row))
}

export async function campaignById(tx: Tx, ctx: Context, journeyId: string, id: string): Promise<Campaign | null> {
  const [row] = await read(tx, ctx, journeyId, sql`and c.id = ${id}`, sql`c.id`)
  return row ? forReader(ctx, row) : null
}

export const ListCampaigns = Page.extend({ journey: Key, archived: z.union([z.boolean(), z.stringbool()]).default(false) })

/** The campaigns of a journey, those made last first. */
export async function listCampaigns(ctx: Context, input: unknown): Promise<{ data: Campaign[]; nextCursor: string | null }> {
  allow(ctx, 'journey.read')
  const { journey: key, archived, limit, cursor } = ListCampaigns.parse(input)
  const after = cursor === undefined ? null : readCursor(cursor)
  return inWorkspace(ctx, async (tx) => {
    const { id } = await findJourney(tx, ctx, key)
    const from = after ? sql`and (c.created_at, c.id) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)` : sql``
    const which = sql`and (c.archived_at is not null) = ${archived}::boolean ${from}`
    const { data, nextCursor } = pageOf(await read(tx, ctx, id, which, sql`c.created_at desc, c.id desc limit ${limit + 1}`), limit)
    return { data: data.map((row) => forReader(ctx, row)), nextCursor }
  })
}
