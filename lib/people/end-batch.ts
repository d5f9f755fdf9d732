import { sql } from 'drizzle-orm'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { allow } from '#lib/permission'
import { BatchOf } from './invitation-list'

/**
 * Ends the links of a batch that nobody has answered by yet: a list that went to the wrong people. What was answered stays, and
 * the ledger goes on knowing that these people were asked.
 */
export async function endBatch(ctx: Context, input: unknown): Promise<{ batch: string; ended: number }> {
  allow(ctx, 'survey.write')
  const { id, batch } = BatchOf.parse(input)
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  return inWorkspace(ctx, async (tx) => {
    const [known] = await rows(tx, sql`
      select 1
      from invitations
      where workspace_id = ${ctx.workspaceId} and batch_id = ${batch} and survey_id = ${id}
      limit 1`)
    if (!known) throw notFound('batch')
    const ended = await rows(tx, sql`
      update invitations
      set expires_at = ${now}
      where workspace_id = ${ctx.workspaceId} and batch_id = ${batch} and survey_id = ${id} and expires_at > ${now}
        and (used_at is null or not single_use)
      returning id`)
    return { batch, ended: ended.length }
  })
}
