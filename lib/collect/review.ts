import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import { type ResponseRow, readResponse } from './results/list'
import { retried } from './retry'
import { countedUnder, holdResponses, holdSubmissions, keyArray, rulesOf, type Stored } from './recount/stored'
import type { HeldFor } from './types'

export const ReviewResponses = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200), held: z.boolean() })
export const ReviewResponse = z.strictObject({ id: z.uuid(), held: z.boolean() })

const BY_HAND: HeldFor = 'by_hand'

async function decide(tx: Tx, ctx: Context, stored: readonly Stored[], held: boolean): Promise<void> {
  const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null
  await tx.execute(sql`
    update responses
    set held = ${held}, reviewed_at = ${ctx.now().toISOString()}::timestamptz, reviewed_by = ${by}::uuid,
      held_for = case when ${held} then coalesce(held_for, ${`{${BY_HAND}}`}::text[]) else held_for end
    where workspace_id = ${ctx.workspaceId} and id = any(${keyArray(stored.map(({ id }) => id))})`)
}

async function tell(tx: Tx, ctx: Context, stored: readonly Stored[]): Promise<void> {
  const told = stored.map(({ id }) => ({ id, outbox: newId(ctx.now()) }))
  await tx.execute(sql`
    insert into outbox (workspace_id, id, topic, response_id, created_at)
    select ${ctx.workspaceId}::uuid, outbox, 'response.updated', id, ${ctx.now().toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(told)}::json) as t (id uuid, outbox uuid)`)
}

async function moveTallies(tx: Tx, ctx: Context, stored: readonly Stored[], held: boolean): Promise<void> {
  const ruleOf = await rulesOf(tx, ctx, stored)
  const placed = stored.map((s) => ({ s, rule: ruleOf(s) }))
  // Journeys in one order, and few: what is reviewed together mostly is of one survey.
  for (const journeyId of [...new Set(stored.map((s) => s.journeyId))].sort()) {
    const own = placed.filter(({ s }) => s.journeyId === journeyId)
    const before = own.map(({ s, rule }) => countedUnder(s, rule))
    const after = own.map(({ s, rule }) => countedUnder({ ...s, held }, rule))
    await applyChanges(tx, ctx.workspaceId, journeyId, changesBetween(before, after))
  }
}

/**
 * Somebody has looked at responses: they count from now on, or are held back, and every score follows in the same commit. Events
 * stay: which display led to an answer is kept nowhere. What they said stays, whatever revisions come later. Returns how many changed sides; ids that are not there are left out.
 */
export async function reviewResponses(ctx: Context, input: unknown): Promise<{ reviewed: number; changed: number }> {
  allow(ctx, 'response.write')
  const { ids, held } = ReviewResponses.parse(input)
  const { reviewed, moved } = await retried(() =>
    inWorkspace(ctx, async (tx) => {
      await holdSubmissions(tx, ctx, ids)
      const stored = await holdResponses(tx, ctx, ids)
      const changed = stored.filter((s) => s.held !== held)
      if (stored.length > 0) await decide(tx, ctx, stored, held)
      if (changed.length > 0) {
        await tell(tx, ctx, changed)
        await moveTallies(tx, ctx, changed, held)
      }
      return { reviewed: stored.length, moved: changed.map((s) => s.journeyId) }
    }),
  )
  for (const journeyId of new Set(moved)) publish({ workspaceId: ctx.workspaceId, journeyId, answers: 0 })
  return { reviewed, changed: moved.length }
}

/** The same of one, for the API; a response that is not there is said to be so. */
export async function reviewResponse(ctx: Context, input: unknown): Promise<ResponseRow> {
  const { id, held } = ReviewResponse.parse(input)
  const { reviewed } = await reviewResponses(ctx, { ids: [id], held })
  if (reviewed === 0) throw notFound('response')
  return readResponse(ctx, { id })
}
