import { like } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/open'
import { members, workspaces } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { keyOf, newId } from '#lib/ids'

export const WorkspaceName = z
  .string()
  .trim()
  .min(1, 'give the workspace a name')
  .max(120, 'at most 120 characters')
  .regex(/^\P{Cc}*$/u, 'must have no line breaks or control characters')

const NewWorkspace = z.strictObject({ name: WorkspaceName, ownerId: z.uuid(), kind: z.enum(['team', 'demo']).default('team') })

/** A workspace with its first owner. Its address is made from its name, with `-2` and so on where that is taken. */
export async function createWorkspace(db: Db, now: Date, input: z.input<typeof NewWorkspace>) {
  const { name, ownerId, kind } = NewWorkspace.parse(input)
  const stem = keyOf(name, () => false).slice(0, 40)
  return asSystem(db, async (tx) => {
    const known = await tx.select({ slug: workspaces.slug }).from(workspaces).where(like(workspaces.slug, `${stem}%`))
    const taken = new Set(known.map((row) => row.slug))
    for (;;) {
      const slug = keyOf(stem, (key) => taken.has(key))
      const workspace = { id: newId(now), slug, name, kind }
      const made = await tx
        .insert(workspaces)
        .values({ ...workspace, createdAt: now })
        .onConflictDoNothing({ target: workspaces.slug })
        .returning({ id: workspaces.id })
      // Somebody else took the same address in this moment: the next one.
      if (made.length === 0) {
        taken.add(slug)
        continue
      }
      await tx.insert(members).values({ workspaceId: workspace.id, userId: ownerId, role: 'owner', createdAt: now })
      return workspace
    }
  })
}
