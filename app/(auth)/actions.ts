'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { demoSlug } from '#lib/auth/demo'
import { countSignUp, limits } from '#lib/auth/limits'
import { ownPath } from '#lib/auth/paths'
import { addressOf } from '#lib/auth/place'
import { currentUser, pageContext, requireUser } from '#lib/auth/session'
import { endSession, signInThrough } from '#lib/auth/sign-in'
import { SignUp, signUp } from '#lib/auth/users'
import { appUrl } from '#lib/env'
import { listJourneys } from '#lib/journeys/read'
import { runtime } from '#lib/runtime'
import { createWorkspace, WorkspaceName } from '#lib/workspaces/create'
import { readWords } from '../_words/server'
import { readFaults, textOf } from './form-faults'
import type { FormState } from './form-state'
import { messageOf } from './messages'

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email')
  const password = textOf(form, 'password')
  const kept = { email }
  const t = await readWords('auth')
  if (!email.trim()) return { kept, faults: { email: t('noEmail') } }
  if (!password) return { kept, faults: { password: t('noPassword') } }
  const { to, error } = await signInThrough('credentials', { email, password, callbackUrl: textOf(form, 'callbackUrl') })
  if (error) return { kept, faults: { password: messageOf(t, error) } }
  redirect(to)
}

export async function signInWithService(form: FormData): Promise<void> {
  const { to } = await signInThrough('oidc', { callbackUrl: ownPath(textOf(form, 'callbackUrl'), appUrl()) })
  redirect(to)
}

export async function openDemo(): Promise<void> {
  const { error } = await signInThrough('demo', {})
  const user = error ? null : await currentUser()
  const slug = user && (await demoSlug((await runtime()).database.db, user.id))
  if (!slug) redirect('/sign-in?error=DemoClosed')
  const { ctx } = await pageContext(slug)
  // The oldest: the demo's own, whatever somebody has tried out beside it.
  const journey = (await listJourneys(ctx, {})).data.at(-1)
  redirect(journey ? `/w/${slug}/journeys/${journey.key}` : `/w/${slug}`)
}

export async function signOut(): Promise<void> {
  await endSession()
  redirect('/sign-in')
}

const NewAccount = SignUp.safeExtend({ workspace: WorkspaceName })

export async function openAccount(_: FormState, form: FormData): Promise<FormState> {
  const given = { name: textOf(form, 'name'), email: textOf(form, 'email'), workspace: textOf(form, 'workspace') }
  try {
    const { workspace, ...person } = NewAccount.parse({ ...given, password: textOf(form, 'password') })
    const header = await headers()
    await countSignUp(limits(), addressOf((name) => header.get(name)))
    const { db } = (await runtime()).database
    const user = await signUp(db, new Date(), person)
    const { slug } = await createWorkspace(db, new Date(), { name: workspace, ownerId: user.id })
    await signInThrough('credentials', { email: person.email, password: person.password })
    given.workspace = slug
  } catch (error) {
    return { kept: given, faults: await readFaults(error) }
  }
  redirect(`/w/${given.workspace}`)
}

export async function openWorkspace(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('/w')
  const name = textOf(form, 'name')
  let slug: string
  try {
    const { db } = (await runtime()).database
    slug = (await createWorkspace(db, new Date(), { name, ownerId: user.id })).slug
  } catch (error) {
    return { kept: { name }, faults: await readFaults(error) }
  }
  redirect(`/w/${slug}`)
}
