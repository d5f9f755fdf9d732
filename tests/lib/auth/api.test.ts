import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { type Answer, api, methodNotAllowed } from '#lib/auth/api'
import { createKey, revokeKey } from '#lib/auth/keys'
import type { Context } from '#lib/context'
import { readWorkspace } from '#lib/workspaces/read'
import { renameWorkspace } from '#lib/workspaces/rename'
import { onEachEngine } from '../../harness/engines'
import { newOwner } from './people'

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

const ask = (run: (ctx: Context) => Promise<Answer>, headers: HeadersInit) =>
  api(({ ctx }) => run(ctx))(new Request('http://127.0.0.1/api/v1/management/x', { headers }), { params: Promise.resolve({}) })

const workspace = async (ctx: Context) => ({ data: await readWorkspace(ctx) })

onEachEngine((_, open) => {
  let db: Db
  beforeAll(async () => {
    const database = await open()
    db = database.db
    shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: '' } })
  })

  test('a key in either header reaches its workspace, in the envelope', async () => {
    const mine = await newOwner(db)
    const { key } = await createKey(mine.ctx, { name: 'Reader', scopes: ['read'] })
    const ways: HeadersInit[] = [{ 'x-api-key': key }, { authorization: `Bearer ${key}` }, { authorization: `bearer ${key}` }]
    for (const headers of ways) {
      const response = await ask(workspace, headers)
      expect(response.status).toBe(200)
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.json()).toEqual({ data: mine.workspace })
    }
  })

  test('without a key that works the answer is 401 and the verb is not called', async () => {
    const mine = await newOwner(db)
    const { id, key } = await createKey(mine.ctx, { name: 'Old', scopes: ['read'] })
    await revokeKey(mine.ctx, { id })
    let called = 0
    const wrong: HeadersInit[] = [{}, { 'x-api-key': 'nonsense' }, { 'x-api-key': key }, { authorization: `Basic ${key}` }]
    for (const headers of wrong) {
      const response = await ask(async () => ({ data: (called += 1) }), headers)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(await response.json()).toMatchObject({ code: 'unauthorized', requestId: response.headers.get('x-request-id') })
    }
    expect(called).toBe(0)
  })

  test('a key for reading is forbidden to write', async () => {
    const mine = await newOwner(db)
    const { key } = await createKey(mine.ctx, { name: 'Reader', scopes: ['read'] })
    const response = await ask(async (ctx) => ({ data: await renameWorkspace(ctx, { name: 'New' }) }), { 'x-api-key': key })
    expect(response.status).toBe(403)
    expect(await readWorkspace(mine.ctx)).toMatchObject({ name: 'Fernway' })
  })

  test('what nobody foresaw is a 500 that tells nothing', async () => {
    const { key } = await createKey((await newOwner(db)).ctx, { name: 'Any', scopes: ['read'] })
    const response = await ask(() => Promise.reject(new Error('select secret from users')), { 'x-api-key': key })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  })

  test('an answer keeps its status, cursor and headers', async () => {
    const { key } = await createKey((await newOwner(db)).ctx, { name: 'Any', scopes: ['read'] })
    const answer = { data: [1], nextCursor: 'abc', status: 202, headers: { location: '/x' } }
    const response = await ask(async () => answer, { 'x-api-key': key })
    expect([response.status, response.headers.get('location'), await response.json()]).toEqual([202, '/x', { data: [1], nextCursor: 'abc' }])
  })
})

test('a method that a route does not have is refused with those that it has', async () => {
  const refused = await methodNotAllowed('GET, POST')()
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST'])
})
