import { redirect } from 'next/navigation'
import { requireUser } from '#lib/auth/session'
import { runtime } from '#lib/runtime'
import { listWorkspaces } from '#lib/workspaces/read'

export default async function Start() {
  const user = await requireUser('/')
  const [first, second] = await listWorkspaces((await runtime()).database.db, user.id)
  redirect(first && !second ? `/w/${first.slug}` : '/w')
}
