import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '#db/schema/directory'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { allow } from '#lib/permission'
import { WorkspaceName } from './create'

export const RenameWorkspace = z.strictObject({ name: WorkspaceName })

/** Only the name changes: the address stays, so that links keep working. */
export async function renameWorkspace(ctx: Context, input: unknown) {
  allow(ctx, 'workspace.write')
  const { name } = RenameWorkspace.parse(input)
  const [renamed] = await inWorkspace(ctx, (tx) =>
    tx
      .update(workspaces)
      .set({ name })
      .where(eq(workspaces.id, ctx.workspaceId))
      .returning({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name }),
  )
  if (!renamed) throw notFound('workspace')
  return renamed
}
