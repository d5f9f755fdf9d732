import { cookies, headers } from 'next/headers'
import { type NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import { appUrl, env } from '#lib/env'
import { Problem } from '#lib/errors'
import { parseJson, readCapped } from '#lib/http/body'
import { problemResponse } from '#lib/http/problem'
import { runtime } from '#lib/runtime'
import { limits } from './limits'
import { type AuthCall, callNextAuth } from './next-auth'
import { type AuthDeps, authOptions, type Oidc } from './options'
import { ownPath } from './paths'
import { readSession, sessionCookie } from './token'

/** The sign-on service of the settings, if there is one. */
export function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()): Oidc | null {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
}

async function authDeps(kept: Record<string, string>): Promise<AuthDeps> {
  const { database, secrets } = await runtime()
  const user = await readSession(database.db, secrets.authSecret, kept[sessionCookie(appUrl())])
  return {
    db: database.db,
    secret: secrets.authSecret,
    now: () => new Date(),
    limits: limits(),
    oidc: oidcOf(),
    signedIn: user?.id ?? null,
  }
}

const ACTIONS = ['csrf', 'session', 'providers', 'signin', 'signout', 'callback', 'error']
const MAX_BODY = 16 * 1024

/** next-auth's own addresses under /api/auth. Ways back are paths, so that they hold under localhost and 127.0.0.1 alike. */
export async function authRoute(request: NextRequest, path: string[]): Promise<Response> {
  try {
    if (!ACTIONS.includes(path[0] ?? '')) throw new Problem('not_found')
    const kept = cookiesOf(request.cookies.getAll())
    const answer = await callNextAuth(authOptions(await authDeps(kept)), {
      method: request.method === 'POST' ? 'POST' : 'GET',
      path,
      query: Object.fromEntries(request.nextUrl.searchParams),
      body: request.method === 'POST' ? await readForm(request) : {},
      cookies: kept,
      headers: Object.fromEntries(request.headers),
    })
    const location = answer.headers.get('location')
    if (location?.startsWith(`${appUrl()}/`)) answer.headers.set('location', ownPath(location, appUrl()))
    answer.headers.set('cache-control', 'no-store')
    return new Response(answer.body || null, { status: answer.status, headers: answer.headers })
  } catch (error) {
    return problemResponse(error)
  }
}

async function readForm(request: NextRequest): Promise<Record<string, unknown>> {
  const bytes = request.body ? await readCapped(request.body, MAX_BODY) : new Uint8Array()
  if (!request.headers.get('content-type')?.includes('application/json')) {
    return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)))
  }
  return z.record(z.string(), z.unknown()).parse(parseJson(bytes))
}

const cookiesOf = (list: { name: string; value: string }[]) => Object.fromEntries(list.map(({ name, value }) => [name, value]))

export type SignedIn = { to: string; error: string | null }

/**
 * Signs in from a server action, by next-auth's own road: its token against forged posts, then the provider. Its cookies become
 * the action's. `to` is a path of ours, or the sign-on service's address.
 */
export async function signInThrough(provider: 'credentials' | 'demo' | 'oidc', body: Record<string, string>): Promise<SignedIn> {
  const store = await cookies()
  const kept = cookiesOf(store.getAll())
  const options = authOptions(await authDeps(kept))
  const call: AuthCall = { method: 'GET', path: ['csrf'], query: {}, body: {}, cookies: kept, headers: Object.fromEntries(await headers()) }
  const csrf = await callNextAuth(options, call)
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(JSON.parse(csrf.body))
  const set = cookiesOf(new NextResponse(null, { headers: csrf.headers }).cookies.getAll())
  const answer = await callNextAuth(options, {
    ...call,
    method: 'POST',
    path: [provider === 'oidc' ? 'signin' : 'callback', provider],
    body: { ...body, csrfToken },
    cookies: { ...kept, ...set },
  })
  for (const made of [csrf, answer]) {
    for (const cookie of new NextResponse(null, { headers: made.headers }).cookies.getAll()) store.set(cookie)
  }
  const to = new URL(answer.headers.get('location') ?? '/', appUrl())
  const error = to.origin === new URL(appUrl()).origin ? to.searchParams.get('error') : null
  return { to: to.origin === new URL(appUrl()).origin ? ownPath(to.href, appUrl()) : to.href, error }
}

export async function endSession(): Promise<void> {
  ;(await cookies()).delete(sessionCookie(appUrl()))
}
