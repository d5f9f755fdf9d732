import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { hasIdentity } from '#lib/auth/identities'
import { newLimits } from '#lib/auth/limits'
import { type AuthCall, callNextAuth } from '#lib/auth/next-auth'
import { type AuthDeps, authOptions } from '#lib/auth/options'
import { readSession } from '#lib/auth/token'
import { verifyPassword } from '#lib/auth/users'
import { startProvider } from '../../e2e/oidc-provider'
import { onEachEngine } from '../../harness/engines'
import { newUser, NOW, PASSWORD } from './people'

const SECRET = 'kT9w2-Jq7_xV4mZ1rB8nL6cD3fH5gP0s'
const CLIENT = { id: 'wayfelt', secret: 'between-us' }

let provider: Awaited<ReturnType<typeof startProvider>>
beforeAll(async () => {
  provider = await startProvider(CLIENT)
})
beforeEach(() => void Object.assign(provider, { fault: null, thin: false }))
afterAll(() => provider.close())

/** Follows the redirects as a browser would: our sign-in, the provider, our callback. */
async function signInAt(db: Db, { signedIn = null, tamper = (url: URL) => url }: { signedIn?: string | null; tamper?: (url: URL) => URL } = {}) {
  const oidc = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: 'Test' }
  const deps: AuthDeps = { db, secret: SECRET, now: () => NOW, limits: newLimits(), oidc, signedIn }
  const cookies: Record<string, string> = {}
  const ask = async (call: Partial<AuthCall>) => {
    const answer = await callNextAuth(authOptions(deps), { method: 'GET', path: [], query: {}, body: {}, cookies: { ...cookies }, headers: {}, ...call })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies[name] = decodeURIComponent(value)
    }
    return answer
  }
  const { csrfToken } = JSON.parse((await ask({ path: ['csrf'] })).body) as { csrfToken: string }
  const start = await ask({ method: 'POST', path: ['signin', 'oidc'], body: { csrfToken, callbackUrl: '/w/fernway' } })
  const atProvider = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' })
  const back = tamper(new URL(atProvider.headers.get('location') ?? ''))
  const end = await ask({ path: ['callback', 'oidc'], query: Object.fromEntries(back.searchParams) })
  const user = await readSession(db, SECRET, cookies['next-auth.session-token'])
  return { user, to: end.headers.get('location') ?? '', cookies }
}

onEachEngine((_, open) => {
  let db: Db
  let n = 0
  beforeAll(async () => {
    db = (await open()).db
  })
  /** The provider will say that it is this new person. */
  const become = (more: object = {}) => {
    n += 1
    return (provider.person = { sub: `${n}`, email: `p${n}@firm.example`, email_verified: true, name: `Person ${n}`, ...more })
  }

  test('a first visit makes an account of the verified address, a second one finds it by its subject', async () => {
    const person = become()
    const first = await signInAt(db)
    expect(first.user).toMatchObject({ email: person.email, name: person.name })
    expect(first.to).toBe('http://127.0.0.1:3000/w/fernway')
    provider.person = { ...person, email: 'renamed@firm.example' }
    expect((await signInAt(db)).user?.id).toBe(first.user?.id)
  })

  test.each([{ email_verified: false }, { email_verified: undefined }, { email: undefined }, { email: 'not an address' }])(
    'an address that the service has not verified makes no account: %j',
    async (more) => {
      become(more)
      const { user, to } = await signInAt(db)
      expect(user).toBeNull()
      expect(to).toBe('/sign-in?error=EmailNotVerified')
    },
  )

  test('an account with a password is not taken over, and connects only while its owner is signed in', async () => {
    const { id, email } = await newUser(db)
    become({ email })
    expect(await signInAt(db)).toMatchObject({ user: null, to: '/sign-in?error=AccountExists' })
    const other = await newUser(db)
    expect((await signInAt(db, { signedIn: other.id })).user).toBeNull()
    expect(await hasIdentity(db, id, provider.issuer)).toBe(false)
    expect((await signInAt(db, { signedIn: id })).user?.id).toBe(id)
    expect(await hasIdentity(db, id, provider.issuer)).toBe(true)
    expect((await signInAt(db)).user?.id).toBe(id)
    expect(await verifyPassword(db, { email, password: PASSWORD })).toMatchObject({ id })
  })

  test('a service that keeps the address out of its ID token is asked for it', async () => {
    const person = become()
    provider.thin = true
    expect((await signInAt(db)).user).toMatchObject({ email: person.email })
    expect(provider.seen).toContain('/userinfo')
  })

  test.each(['nonce', 'audience', 'signature'] as const)('an ID token with a wrong %s signs nobody in', async (fault) => {
    become()
    provider.fault = fault
    const { user, to } = await signInAt(db)
    expect(user).toBeNull()
    expect(to).toContain('error=OAuthCallback')
  })

  test('an answer with another state, or a code of somebody else, signs nobody in', async () => {
    become()
    const changed = (name: string) => (url: URL) => (url.searchParams.set(name, 'other'), url)
    expect((await signInAt(db, { tamper: changed('state') })).user).toBeNull()
    expect((await signInAt(db, { tamper: changed('code') })).user).toBeNull()
  })

  test('a code that was asked for with another verifier is useless to who steals it', async () => {
    become()
    let stolen = ''
    await signInAt(db, { tamper: (url) => ((stolen = url.searchParams.get('code') ?? ''), new URL('?state=x', url)) })
    const thief = await signInAt(db, { tamper: (url) => (url.searchParams.set('code', stolen), url) })
    expect(stolen).not.toBe('')
    expect(thief.user).toBeNull()
  })
})
