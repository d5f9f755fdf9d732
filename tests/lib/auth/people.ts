import { randomUUID } from 'node:crypto'
import type { Db } from '#db/open'
import { signUp } from '#lib/auth/users'
import type { Context } from '#lib/context'
import { createWorkspace } from '#lib/workspaces/create'

export const NOW = new Date('2026-03-01T12:00:00Z')

export const PASSWORD = 'a quiet harbour'

export const newUser = (db: Db, email = `${randomUUID()}@example.com`) => signUp(db, NOW, { email, name: 'Mara', password: PASSWORD })

type Role = 'owner' | 'editor' | 'viewer'

/** A user with a workspace of their own, and their context in it under any role. */
export async function newOwner(db: Db, name = 'Fernway') {
  const user = await newUser(db)
  const workspace = await createWorkspace(db, NOW, { name, ownerId: user.id })
  const as = (role: Role): Context => ({ db, workspaceId: workspace.id, actor: { kind: 'user', userId: user.id, role }, now: () => NOW })
  return { user, workspace, as, ctx: as('owner') }
}
