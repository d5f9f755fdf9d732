import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { notFound } from '#lib/errors'
import { Page, pageOf, readCursor } from '#lib/http/cursor'
import { allow, can } from '#lib/permission'
import { linkToken, personalLink } from './links'

export const ListInvitations = Page.extend({ id: z.uuid(), batch: z.uuid().optional() })
const SurveyOf = z.strictObject({ id: z.uuid() })
export const BatchOf = z.strictObject({ id: z.uuid(), batch: z.uuid() })

export type State = 'open' | 'begun' | 'answered' | 'expired'

export type InvitationRow = {
  id: string
  batch: string
  person: string | null
  attributes: Record<string, string | number | boolean> | null
  touchpoint: string | null
  channel: string | null
  campaign: string | null
  language: string | null
  singleUse: boolean
  state: State
  link: string | null
  expiresAt: Date
  createdAt: Date
}

const stateAt = (now: Date): SQL => sql`
  case
    when used_at is not null then 'answered'
    when expires_at <= ${now.toISOString()}::timestamptz then 'expired'
    when submission_id is not null then 'begun'
    else 'open'
  end`

const columnsAt = (now: Date): SQL => sql`
  id, batch_id as batch, person, attributes, touchpoint_key as touchpoint, channel, campaign, language, single_use as "singleUse",
  ${stateAt(now)} as state, expires_at as "expiresAt", created_at as "createdAt"`

/** The key that links of a survey are signed with; a survey that is archived, built-in or another workspace's is not there. */
async function keyOf(tx: Tx, ctx: Context, surveyId: string): Promise<Uint8Array> {
  const [found] = await rows<{ key: Uint8Array }>(tx, sql`
    select w.signing_key as key
    from surveys s
    join workspaces w on w.id = s.workspace_id
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${surveyId} and s.kind = 'asked' and s.archived_at is null`)
  if (!found) throw notFound('survey')
  return found.key
}

type Stored = Omit<InvitationRow, 'link'>

// Whoever holds a link can answer as the person: only who may make links is shown them.
const linked = (ctx: Context, surveyId: string, key: Uint8Array) => (row: Stored): InvitationRow => ({
  ...row,
  link: can(ctx.actor, 'survey.write') ? personalLink(appUrl(), surveyId, linkToken(key, row.id)) : null,
})

/** The personal links of a survey, newest first. */
export async function listInvitations(ctx: Context, input: unknown): Promise<{ data: InvitationRow[]; nextCursor: string | null }> {
  allow(ctx, 'response.read')
  const { id, batch, limit, cursor } = ListInvitations.parse(input)
  const after = cursor === undefined ? null : readCursor(cursor)
  return inWorkspace(ctx, async (tx) => {
    const key = await keyOf(tx, ctx, id)
    const found = await rows<Stored>(tx, sql`
      select ${columnsAt(ctx.now())}
      from invitations
      where workspace_id = ${ctx.workspaceId} and survey_id = ${id}
        ${batch === undefined ? sql`` : sql`and batch_id = ${batch}`}
        ${after ? sql`and id < ${after.id}::uuid` : sql``}
      order by id desc
      limit ${limit + 1}`)
    return pageOf(found.map(linked(ctx, id, key)), limit)
  })
}

/** One batch in the order in which it was given. */
export async function readBatch(ctx: Context, input: unknown): Promise<InvitationRow[]> {
  allow(ctx, 'survey.write')
  const { id, batch } = BatchOf.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const key = await keyOf(tx, ctx, id)
    const found = await rows<Stored>(tx, sql`
      select ${columnsAt(ctx.now())}
      from invitations
      where workspace_id = ${ctx.workspaceId} and survey_id = ${id} and batch_id = ${batch}
      order by id`)
    if (found.length === 0) throw notFound('batch')
    return found.map(linked(ctx, id, key))
  })
}

export type BatchRow = { batch: string; createdAt: Date; expiresAt: Date; singleUse: boolean; made: number; answered: number; begun: number; expired: number }

const MOST_BATCHES = 20

/**
 * The newest batches with what came of each. The links of a batch stand together in the index, so it is walked from batch to
 * batch, and only what is shown is counted.
 */
export async function listBatches(ctx: Context, input: unknown): Promise<BatchRow[]> {
  allow(ctx, 'survey.read')
  const { id } = SurveyOf.parse(input)
  const now = ctx.now()
  const newest = (before: SQL) => sql`
    (select i.batch_id, (select f.id from invitations f where f.workspace_id = i.workspace_id and f.batch_id = i.batch_id order by f.id limit 1) as first
    from invitations i
    where i.workspace_id = ${ctx.workspaceId} and i.survey_id = ${id} ${before}
    order by i.id desc
    limit 1)`
  return inWorkspace(ctx, (tx) =>
    rows<BatchRow>(tx, sql`
      with recursive walked as (
        select 1 as nth, n.*
        from ${newest(sql``)} n
        union all
        select w.nth + 1, n.*
        from walked w
        cross join lateral ${newest(sql`and i.id < w.first`)} n
        where w.nth < ${MOST_BATCHES}
      )
      select w.batch_id as batch, min(i.created_at) as "createdAt", min(i.expires_at) as "expiresAt", bool_and(i.single_use) as "singleUse",
        count(*)::int as made,
        count(*) filter (where state = 'answered')::int as answered,
        count(*) filter (where state = 'begun')::int as begun,
        count(*) filter (where state = 'expired')::int as expired
      from walked w
      cross join lateral (
        select id, created_at, expires_at, single_use, ${stateAt(now)} as state
        from invitations
        where workspace_id = ${ctx.workspaceId} and batch_id = w.batch_id
      ) i
      group by w.nth, w.batch_id
      order by w.nth`),
  )
}
