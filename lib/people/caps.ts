import { eq, sql } from 'drizzle-orm'
import { rows } from '#db/rows'
import type { Tx } from '#db/open'
import { workspaces } from '#db/schema/directory'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { forgetWorkspace } from '#lib/forget'
import { allow } from '#lib/permission'
import { Caps, USUAL_CAPS } from './types'

/** The caps of a workspace, within a transaction of somebody who needs them to decide. */
export async function capsOf(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>): Promise<Caps> {
  const [found] = await rows<{ caps: unknown }>(tx, sql`
    select caps
    from workspaces
    where id = ${workspaceId}`)
  if (!found) throw notFound('workspace')
  return found.caps === null ? USUAL_CAPS : Caps.parse(found.caps)
}

/** How often one person may be asked; the usual where nobody has said otherwise. */
export async function readCaps(ctx: Context): Promise<Caps> {
  allow(ctx, 'workspace.read')
  return inWorkspace(ctx, (tx) => capsOf(tx, ctx))
}

/** All caps at once: what is left out would else be a guess. They hold from the next question on. */
export async function saveCaps(ctx: Context, input: unknown): Promise<Caps> {
  allow(ctx, 'caps.write')
  const caps = Caps.parse(input)
  await inWorkspace(ctx, (tx) => tx.update(workspaces).set({ caps }).where(eq(workspaces.id, ctx.workspaceId)))
  forgetWorkspace(ctx.workspaceId)
  return caps
}
