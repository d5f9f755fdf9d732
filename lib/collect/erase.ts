import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import { retried } from './retry'
import { countedUnder, holdResponses, holdSubmissions, rulesOf } from './recount/stored'

/**
 * Erase one response: its answers, its row and what it counted. The submission's ids stay with a blank hash, so that a retry
 * that is still on its way somewhere cannot bring it back.
 */
export async function eraseResponse(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'response.write')
  const { id } = z.strictObject({ id: z.uuid() }).parse(input)
  const journeyId = await retried(() =>
    inWorkspace(ctx, async (tx) => {
      await holdSubmissions(tx, ctx, [id])
      const [stored] = await holdResponses(tx, ctx, [id])
      if (!stored) throw notFound('response')
      const rule = (await rulesOf(tx, ctx, [stored]))(stored)
      await tx.execute(sql`
        delete from answers
        where workspace_id = ${ctx.workspaceId} and response_id = ${id}`)
      await tx.execute(sql`
        delete from responses
        where workspace_id = ${ctx.workspaceId} and id = ${id}`)
      // What somebody pinned of it to the map goes along.
      await tx.execute(sql`
        delete from pinned_quotes
        where workspace_id = ${ctx.workspaceId} and journey_id = ${stored.journeyId} and response_id = ${id}`)
      await tx.execute(sql`
        update submissions
        set content_hash = null
        where workspace_id = ${ctx.workspaceId} and survey_id = ${stored.surveyId} and submission_id = ${stored.submissionId}`)
      const changes = changesBetween([countedUnder(stored, rule)], [])
      await applyChanges(tx, ctx.workspaceId, stored.journeyId, changes)
      return stored.journeyId
    }),
  )
  publish({ workspaceId: ctx.workspaceId, journeyId, answers: 0 })
  return { id }
}
