import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { post, submission } from '../../factory/client'
import { ask, keyFor, useDatabase } from '../../factory/http'
import { definition, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let key: string
  beforeAll(async () => {
    const database = await open()
    useDatabase(database)
    ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
    key = await keyFor(ctx)
    await ask('POST', 'journeys', { key, body: { name: 'Shop', stages: ['Order'] } })
  })

  const call = (method: string, address: string, body?: unknown) => ask(method, address, { key, body })
  const make = async () => (await call('POST', 'surveys', { journey: 'shop', touchpoint: 'order.overall', name: 'After it' })).json.data.id as string

  it('a survey is drafted, saved, published, answered, closed, reopened, copied and archived', async () => {
    const made = await call('POST', 'surveys', { journey: 'shop', name: 'After the order' })
    const id: string = made.json.data.id
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/management/surveys/${id}`])
    const saved = await call('PATCH', `surveys/${id}`, { touchpoint: 'order.overall', definition: definition() })
    expect(saved.status).toBe(200)
    expect((await call('POST', `surveys/${id}/publish`)).json.data).toEqual({ id, version: 1 })
    expect((await post(ctx, submission(id))).status).toBe(201)
    await call('POST', `surveys/${id}/close`)
    expect((await post(ctx, submission(id))).status).toBe(409)
    await call('POST', `surveys/${id}/reopen`)
    expect((await post(ctx, submission(id))).status).toBe(201)
    const copy = await call('POST', `surveys/${id}/duplicate`)
    expect([copy.status, copy.headers.get('location')]).toEqual([201, `/api/v1/management/surveys/${copy.json.data.id}`])
    await call('DELETE', `surveys/${id}`)
    const listed = (await call('GET', 'surveys?journey=shop')).json.data.map((s: { id: string }) => s.id)
    expect([listed.includes(id), listed.includes(copy.json.data.id), (await call('GET', `surveys/${id}`)).status]).toEqual([false, true, 404])
  })

  it('a late save over a newer one is a conflict', async () => {
    const id = await make()
    const { updatedAt } = (await call('GET', `surveys/${id}`)).json.data
    expect((await call('PATCH', `surveys/${id}`, { name: 'One', expectedUpdatedAt: updatedAt })).status).toBe(200)
    const late = await call('PATCH', `surveys/${id}`, { name: 'Two', expectedUpdatedAt: updatedAt })
    expect([late.status, late.json.code]).toEqual([409, 'conflict'])
  })

  it('an id that is unknown or none at all is not found', async () => {
    for (const id of [crypto.randomUUID(), 'x', '1', 'null', '00000000-0000-0000-0000-00000000000g']) {
      for (const [method, rest] of [['GET', ''], ['PATCH', ''], ['DELETE', ''], ['POST', '/publish'], ['POST', '/close'], ['POST', '/reopen'], ['POST', '/duplicate']] as const) {
        expect((await call(method, `surveys/${id}${rest}`, method === 'PATCH' ? {} : undefined)).status).toBe(404)
      }
    }
  })

  it.each([
    ['an unknown journey', { journey: 'nowhere' }, 404, undefined],
    ['an unknown touchpoint', { touchpoint: 'nowhere' }, 400, '/touchpoint'],
    ['an unknown instrument', { definition: { ...definition(), questions: [{ id: 'a', instrument: 'stars', text: 'x', required: true }] } }, 400, '/definition/questions/0/instrument'],
    ['an unknown property', { state: 'live' }, 400, '/state'],
  ])('%s is refused with its place', async (_, change, status, pointer) => {
    const refused = await call('POST', 'surveys', { journey: 'shop', name: 'x', ...change })
    expect([refused.status, refused.json.errors?.[0]?.pointer]).toEqual([status, pointer])
  })
})
