import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '#db/open'
import { members, workspaces } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { allow } from '#lib/permission'

const shown = { id: workspaces.id, slug: workspaces.slug, name: workspaces.name, kind: workspaces.kind }
const joined = eq(members.workspaceId, workspaces.id)

/** The workspaces that somebody belongs to, by name. */
export const listWorkspaces = (db: Db, userId: string) =>
  asSystem(db, (tx) =>
    tx
      .select({ ...shown, role: members.role })
      .from(members)
      .innerJoin(workspaces, joined)
      .where(eq(members.userId, userId))
      .orderBy(asc(workspaces.name), asc(workspaces.id)),
  )

/** A workspace by its address, if this user belongs to it: unknown and foreign look alike. */
export async function findMembership(db: Db, slug: string, userId: string) {
  const [found] = await asSystem(db, (tx) =>
    tx
      .select({ ...shown, role: members.role })
      .from(members)
      .innerJoin(workspaces, joined)
      .where(and(eq(workspaces.slug, slug), eq(members.userId, userId))),
  )
  return found ?? null
}

export async function memberRole(db: Db, workspaceId: string, userId: string) {
  const [found] = await asSystem(db, (tx) =>
    tx
      .select({ role: members.role })
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId))),
  )
  return found?.role ?? null
}

export async function readWorkspace(ctx: Context) {
  allow(ctx, 'workspace.read')
  const [workspace] = await inWorkspace(ctx, (tx) => tx.select(shown).from(workspaces).where(eq(workspaces.id, ctx.workspaceId)))
  if (!workspace) throw notFound('workspace')
  return workspace
}
