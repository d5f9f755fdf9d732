import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Context } from '#lib/context'
import { appUrl } from '#lib/env'
import { runtime } from '#lib/runtime'
import { findMembership } from '#lib/workspaces/read'
import { PATH_HEADER } from './place'
import { readSession, sessionCookie } from './token'
import type { User } from './users'

/** Who is signed in, checked against the database once a request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const cookie = (await cookies()).get(sessionCookie(appUrl()))?.value
  if (!cookie) return null
  const { database, secrets } = await runtime()
  const user = await readSession(database.db, secrets.authSecret, cookie)
  return user && { id: user.id, email: user.email, name: user.name }
})

/** Whoever is signed in; others are asked to sign in and come back to `path`. */
export async function requireUser(path: string): Promise<User> {
  return (await currentUser()) ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
}

/** What a page of a workspace needs. A workspace that is not there looks like one that somebody does not belong to. */
export const pageContext = cache(async (slug: string) => {
  const asked = (await headers()).get(PATH_HEADER)
  const user = await requireUser(asked?.startsWith('/w/') ? asked : `/w/${encodeURIComponent(slug)}`)
  const { db } = (await runtime()).database
  const found = await findMembership(db, slug, user.id)
  if (!found) notFound()
  const { role, ...workspace } = found
  const ctx: Context = { db, workspaceId: workspace.id, actor: { kind: 'user', userId: user.id, role }, now: () => new Date() }
  return { ctx, user, workspace, role }
})
