import { beforeAll, expect, test } from 'vitest'
import { type Database, openDb } from '#db/open'
import { countSignIn, countSignUp, forgiveSignIn, newLimits } from '#lib/auth/limits'
import { callNextAuth } from '#lib/auth/next-auth'
import { authOptions } from '#lib/auth/options'
import { newUser, NOW, PASSWORD } from './people'

const HERE = '203.0.113.7'
const SECRET = 'kT9w2-Jq7_xV4mZ1rB8nL6cD3fH5gP0s'

const times = async (n: number, run: (i: number) => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await run(i)
}

test('the eleventh try for an account from one place waits, its owner elsewhere does not', async () => {
  const limits = newLimits()
  await times(10, () => countSignIn(limits, 'mara@fernway.example', HERE))
  await expect(countSignIn(limits, 'mara@fernway.example', '203.0.113.99')).rejects.toMatchObject({ code: 'rate_limited' })
  await countSignIn(limits, 'mara@fernway.example', '198.51.100.4')
})

test('trying many accounts from one place waits too, and says how long', async () => {
  const limits = newLimits()
  await times(100, (i) => countSignIn(limits, `p${i}@fernway.example`, HERE))
  await expect(countSignIn(limits, 'new@fernway.example', HERE)).rejects.toMatchObject({
    detail: 'Too many tries. Wait 15 minutes and try again.',
    headers: { 'retry-after': '900' },
  })
})

test('signing in rightly forgives the mistakes before it', async () => {
  const limits = newLimits()
  await times(9, () => countSignIn(limits, 'mara@fernway.example', HERE))
  await forgiveSignIn(limits, 'mara@fernway.example', HERE)
  await times(10, () => countSignIn(limits, 'mara@fernway.example', HERE))
})

test('accounts cannot be made by the hundred from one place', async () => {
  const limits = newLimits()
  await times(30, () => countSignUp(limits, HERE))
  await expect(countSignUp(limits, HERE)).rejects.toMatchObject({ code: 'rate_limited' })
})

let database: Database
beforeAll(async () => {
  database = await openDb({ memory: true })
  return () => database.close()
})

async function signIn(body: Record<string, string>, limits = newLimits(), db = database.db) {
  const deps = { db, secret: SECRET, now: () => NOW, limits, oidc: null, signedIn: null }
  const call = { query: {}, headers: { 'x-wayfelt-address': HERE } }
  const csrf = await callNextAuth(authOptions(deps), { ...call, method: 'GET', path: ['csrf'], body: {}, cookies: {} })
  const kept = csrf.headers.getSetCookie().find((each) => each.startsWith('next-auth.csrf-token=')) ?? ''
  const value = decodeURIComponent(kept.split(';')[0]?.split('=')[1] ?? '')
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string }
  const cookies = { 'next-auth.csrf-token': value }
  return callNextAuth(authOptions(deps), {
    ...call, method: 'POST', path: ['callback', 'credentials'], body: { csrfToken, callbackUrl: 'https://evil.example', ...body }, cookies,
  })
}

const errorOf = (answer: { headers: Headers }) => new URL(answer.headers.get('location') ?? '').searchParams.get('error')
const sessionOf = (answer: { headers: Headers }) => answer.headers.getSetCookie().find((each) => each.startsWith('next-auth.session-token='))

test('the right password gives a session cookie that scripts and other sites do not get, and leads nowhere else', async () => {
  const { email } = await newUser(database.db)
  const answer = await signIn({ email, password: PASSWORD })
  expect(sessionOf(answer)).toMatch(/; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/)
  expect(answer.headers.get('location')).toBe('http://127.0.0.1:3000/')
})

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await newUser(database.db)
  const answers = await Promise.all([email, 'nobody@example.com'].map((each) => signIn({ email: each, password: 'wrong password' })))
  expect(answers.map(errorOf)).toEqual(['CredentialsSignin', 'CredentialsSignin'])
  expect(answers.map(sessionOf)).toEqual([undefined, undefined])
})

test('after too many tries not even the right password is looked at', async () => {
  const { email } = await newUser(database.db)
  const limits = newLimits()
  await times(10, () => signIn({ email, password: 'wrong password' }, limits))
  expect(errorOf(await signIn({ email, password: PASSWORD }, limits))).toBe('RateLimited')
})

test('a form without the token against forged posts signs nobody in', async () => {
  const { email } = await newUser(database.db)
  expect(sessionOf(await signIn({ email, password: PASSWORD, csrfToken: 'guessed' }))).toBeUndefined()
})

test('a database that fails shows nothing of itself in an address', async () => {
  const closed = await openDb({ memory: true })
  await closed.close()
  const answer = await signIn({ email: 'mara@fernway.example', password: PASSWORD }, newLimits(), closed.db)
  expect(errorOf(answer)).toBe('Failed')
})
