import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { annotations, dimensions } from '#db/schema/journeys'
import { campaigns, draftCells, lanePreferences, mapCells, mapVersions, personas, pinnedQuotes, reviews, shareLinks } from '#db/schema/maps'
import { displays, invitations } from '#db/schema/people'
import { studies } from '#db/schema/studies'
import { surveyStates } from '#db/schema/surveys'
import { imports } from '#db/schema/work'
import { asSystem } from '#db/scope'
import { moveTouchpoint } from '#lib/collect/recount/move'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { createSurvey } from '#lib/surveys/write'
import { post, send, submission } from './client'
import { keyFor } from './http'
import { makeJourney } from './world'

/** Every table that belongs to a workspace, as the database itself says. */
export const tenantTables = async (db: Db): Promise<string[]> =>
  (await rows<{ name: string }>(db, sql`
    select table_name::text as name
    from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'
    order by 1`)).map((row) => row.name)

async function addMember({ workspaceId, now }: Context, db: Db): Promise<void> {
  const [id, at] = [newId(), now().toISOString()]
  await asSystem(db, async (tx) => {
    await tx.execute(sql`insert into users (id, email, name, created_at) values (${id}, ${`${id}@example.com`}, 'Mara', ${at})`)
    await tx.execute(sql`insert into members (workspace_id, user_id, role, created_at) values (${workspaceId}, ${id}, 'owner', ${at})`)
  })
}

async function addImport(ctx: Context, journeyKey: string): Promise<string> {
  const id = newId(ctx.now())
  const counts = { rows: 1, accepted: 1, known: 0, changed: 0, empty: 0, rejected: 0 }
  const row = { workspaceId: ctx.workspaceId, id, journeyKey, fileName: 'a.csv', flags: {}, state: 'done' as const, problems: [], createdAt: ctx.now() }
  await inWorkspace(ctx, (tx) => tx.insert(imports).values({ ...row, ...counts }))
  return id
}

/** What people and jobs say about a journey beside its answers. */
async function addFindings({ workspaceId, now, ...ctx }: Context, journeyId: string): Promise<string> {
  const own = { workspaceId, journeyId }
  const annotation = newId(now())
  await inWorkspace({ workspaceId, now, ...ctx }, async (tx) => {
    await tx.insert(annotations).values({ ...own, id: annotation, kind: 'release', day: '2026-03-02', title: 'New basket', createdAt: now() })
    await tx.insert(dimensions).values({ ...own, name: 'plan', createdAt: now(), readyAt: now() })
    await tx.insert(studies).values({ ...own, state: 'done', result: {}, answers: 1, askedAt: now(), countedAt: now() })
  })
  return annotation
}

/** What a team wrote on its map, and who may see it. */
async function addBoard({ workspaceId, now, ...ctx }: Context, journeyId: string): Promise<{ campaign: string; share: string }> {
  const [own, at, campaign, share] = [{ workspaceId, journeyId }, now(), newId(now()), newId(now())]
  await inWorkspace({ workspaceId, now, ...ctx }, async (tx) => {
    await tx.insert(mapCells).values({ ...own, lane: 'owner', level: 'stage', place: 'buy', value: { name: 'Mara' } })
    await tx.insert(draftCells).values({ ...own, cell: 'name', value: 'Shop', revision: 1, changedAt: at })
    await tx.insert(mapVersions).values({ ...own, version: 1, document: {}, publishedAt: at })
    await tx.insert(lanePreferences).values({ ...own, userId: newId(at), lanes: [] })
    await tx.insert(personas).values({ ...own, key: 'pros', name: 'Pros', rules: [[{ field: 'channel', test: 'there' }]], position: 1, createdAt: at })
    await tx.insert(campaigns).values({ ...own, id: campaign, name: 'Autumn', channel: 'email', stages: ['buy'], starts: '2026-03-01', createdAt: at })
    await tx.insert(pinnedQuotes).values({ ...own, responseId: newId(at), questionId: 'why', pinnedAt: at })
    await tx.insert(shareLinks).values({ ...own, id: share, tokenHash: newId(at), name: 'Board', asked: {}, comments: false, embed: false, createdAt: at })
    await tx.insert(reviews).values({ ...own, nextOn: '2026-04-01' })
  })
  return { campaign, share }
}

/** Whom a survey asked, and what came of it. */
async function addAsked({ workspaceId, now, ...ctx }: Context, journeyId: string, surveyId: string): Promise<string> {
  const own = { workspaceId, journeyId, surveyId, touchpointKey: 'pay' }
  const [invitation, at] = [newId(now()), now()]
  await inWorkspace({ workspaceId, now, ...ctx }, async (tx) => {
    await tx.insert(displays).values({ ...own, id: newId(at), form: 'popup', person: 'p_mara', shownAt: at })
    await tx.insert(invitations).values({ ...own, id: invitation, batchId: invitation, person: 'mara', singleUse: true, expiresAt: at, createdAt: at })
    await tx.insert(surveyStates).values({ ...own, id: newId(at), state: 'live', version: 1, at })
  })
  return invitation
}

export type Filled = Awaited<ReturnType<typeof fillWorkspace>>

/** One of everything that a workspace can hold: a row at least in each of its tables. */
export async function fillWorkspace(ctx: Context) {
  await addMember(ctx, ctx.db)
  const key = await keyFor(ctx)
  const { key: journey, surveyId: survey, journeyId } = await makeJourney(ctx)
  const draft = (await createSurvey(ctx, { journey, touchpoint: 'pay', name: 'Draft' })).id
  const data = { recommend: 3, happy: 4, felt: 0.5, why: 'Mail me at mara@example.com' }
  const { json } = await post(ctx, submission(survey, { data, channel: 'web', touchpoint: 'open', attributes: { plan: 'pro' } }))
  await send(ctx, 'POST', 'events', { eventId: newId(), surveyId: survey, kind: 'exposed' })
  const annotation = await addFindings(ctx, journeyId)
  const invitation = await addAsked(ctx, journeyId, survey)
  const board = await addBoard(ctx, journeyId)
  await moveTouchpoint(ctx, { journey, touchpoint: 'basket', toStage: 'use' })
  return { key, journey, survey, draft, response: json.data?.id ?? '', annotation, invitation, ...board, import: await addImport(ctx, journey) }
}

/** All rows of a workspace as one number a table, past row security. */
export async function fingerprint(db: Db, workspaceId: string): Promise<Record<string, string>> {
  const tables = await tenantTables(db)
  const each = tables.map((table) => sql`
    select ${table} as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum
    from ${sql.identifier(table)} t
    where workspace_id = ${workspaceId}`)
  const found = await rows<{ name: string; sum: string }>(db, sql.join(each, sql` union all `))
  return Object.fromEntries(found.map(({ name, sum }) => [name, sum]))
}
