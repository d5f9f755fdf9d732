import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { ask, keyFor, useDatabase } from '../../factory/http'
import { makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let key: string
  beforeAll(async () => {
    const database = await open()
    useDatabase(database)
    ctx = await makeWorkspace(database)
    key = await keyFor(ctx)
  })

  const call = (method: string, address: string, body?: unknown) => ask(method, address, { key, body })
  const make = async (name: string, stages: string[]) => (await call('POST', 'journeys', { name, stages })).json.data.key as string
  const drawn = async (journey: string): Promise<string[]> => {
    const { stages } = (await call('GET', `journeys/${journey}`)).json.data
    return stages.map((s: { key: string; archived: boolean; touchpoints: { key: string }[] }) =>
      `${s.archived ? '-' : ''}${s.key}: ${s.touchpoints.map((t) => t.key).join(' ')}`)
  }

  it('a journey is made of names, and its address is told', async () => {
    const made = await call('POST', 'journeys', { name: 'Shop', stages: ['Find', 'Buy'], timeZone: 'Europe/Berlin' })
    expect([made.status, made.headers.get('location')]).toEqual([201, '/api/v1/management/journeys/shop'])
    expect(made.json.data).toMatchObject({ key: 'shop', name: 'Shop' })
    expect((await call('GET', 'journeys/shop')).json.data).toMatchObject({ key: 'shop', timeZone: 'Europe/Berlin', archived: false, stages: [{ key: 'find' }, { key: 'buy' }] })
  })

  it('or of a template, which brings its surveys', async () => {
    const made = await call('POST', 'journeys', { template: 'saas', company: 'Fernway' })
    expect([made.status, made.json.data.key, made.json.data.surveys.length]).toEqual([201, 'software-subscription', 6])
    expect((await call('GET', 'surveys?journey=software-subscription')).json.data).toHaveLength(6)
  })

  it('is renamed, archived, listed apart and restored', async () => {
    const journey = await make('Old name', [])
    expect((await call('PATCH', `journeys/${journey}`, { name: 'New name' })).json.data).toEqual({ key: journey, name: 'New name' })
    await call('DELETE', `journeys/${journey}`)
    const listed = async (query: string) => (await call('GET', `journeys${query}`)).json.data.map((j: { name: string }) => j.name)
    expect([(await listed('')).includes('New name'), await listed('?archived=true')]).toEqual([false, ['New name']])
    await call('POST', `journeys/${journey}/restore`)
    expect((await listed('')).includes('New name')).toBe(true)
  })

  it('pages of the list lead on to the last', async () => {
    const own = await keyFor(await makeWorkspace({ db: ctx.db } as never))
    for (const name of ['a', 'b', 'c']) await ask('POST', 'journeys', { key: own, body: { name } })
    const first = (await ask('GET', 'journeys?limit=2', { key: own })).json
    const second = (await ask('GET', `journeys?limit=2&cursor=${first.nextCursor}`, { key: own })).json
    expect([...first.data, ...second.data].map((j: { key: string }) => j.key)).toEqual(['c', 'b', 'a'])
    expect(second.nextCursor).toBeNull()
  })

  describe('stages and touchpoints', () => {
    it('are added, ordered, renamed, moved, archived and restored', async () => {
      const journey = await make('Places', ['Find', 'Order'])
      const at = `journeys/${journey}`
      expect((await call('POST', `${at}/stages`, { name: 'Use' })).json.data).toEqual({ key: 'use', name: 'Use' })
      for (const name of ['Web', 'Phone']) expect((await call('POST', `${at}/touchpoints`, { stage: 'order', name })).status).toBe(201)
      await call('PUT', `${at}/stages`, { order: ['use', 'order', 'find'] })
      await call('PUT', `${at}/touchpoints`, { stage: 'order', order: ['phone', 'web'] })
      await call('PATCH', `${at}/stages/order`, { name: 'Buy' })
      await call('PATCH', `${at}/touchpoints/web`, { name: 'Site', channel: 'web' })
      expect((await call('PATCH', `${at}/touchpoints/web`, { stage: 'use', position: 1 })).json.data).toEqual({ journey, touchpoint: 'web', stage: 'use' })
      await call('DELETE', `${at}/stages/find`)
      expect(await drawn(journey)).toEqual(['use: use.overall web', 'order: order.overall phone', '-find: find.overall'])
      await call('POST', `${at}/stages/find/restore`)
      await call('DELETE', `${at}/touchpoints/web`)
      expect((await call('GET', at)).json.data.stages[0].touchpoints[1]).toMatchObject({ key: 'web', name: 'Site', channel: 'web', archived: true })
      expect((await call('POST', `${at}/touchpoints/web/restore`)).status).toBe(200)
    })

    it('that are not there are not found; a wrong body names the place', async () => {
      const journey = await make('Wrong', ['Find'])
      for (const [method, rest] of [['PATCH', 'stages/nowhere'], ['DELETE', 'stages/nowhere'], ['PATCH', 'touchpoints/nowhere'], ['DELETE', 'touchpoints/nowhere'], ['POST', 'stages/nowhere/restore']] as const) {
        expect((await call(method, `journeys/${journey}/${rest}`, { name: 'X' })).status).toBe(404)
      }
      const wrong: [string, string, unknown, string, string][] = [
        ['PATCH', 'touchpoints/nowhere', { stage: 'find' }, 'not_found', ''],
        ['PATCH', 'touchpoints/find.overall', { stage: 'find' }, 'validation_failed', '/touchpoint'],
        ['POST', 'touchpoints', { stage: 'nowhere', name: 'X' }, 'validation_failed', '/stage'],
        ['POST', 'stages', { name: 'FIND' }, 'validation_failed', '/name'],
        ['POST', 'stages', { name: 'X', journey: 'other' }, 'validation_failed', '/journey'],
        ['PUT', 'stages', { order: [] }, 'validation_failed', '/order'],
        ['PATCH', 'stages/find', { name: 'X', colour: 'red' }, 'validation_failed', '/colour'],
      ]
      for (const [method, rest, body, code, pointer] of wrong) {
        const { json } = await call(method, `journeys/${journey}/${rest}`, body)
        expect([rest, json.code, json.errors?.[0]?.pointer ?? '']).toEqual([rest, code, pointer])
      }
    })
  })

  it.each(['%00', 'UPPER', 'a%20b', '%C3%BC', '%27', 'x'.repeat(300)])('an address like %j is not found, and no failure of ours', async (name) => {
    expect((await call('PATCH', `journeys/shop/stages/${name}`, { name: 'X' })).status).toBe(404)
    expect((await call('GET', `journeys/${name}/map`)).status).toBe(404)
  })

  it.each([
    ['broken JSON', '{"name":', 400, 'invalid_json'],
    ['no body', '', 400, 'invalid_json'],
    ['a list', '[]', 400, 'validation_failed'],
    ['a NUL', '{"name":"a\\u0000b"}', 400, 'validation_failed'],
    ['a lone surrogate', '{"name":"\\ud800"}', 400, 'validation_failed'],
    ['a byte too many', JSON.stringify({ name: 'x'.repeat(64 * 1024 - 10) }), 413, 'body_too_large'],
  ])('a body with %s is refused', async (_, body, status, code) => {
    const refused = await call('POST', 'journeys', body)
    expect([refused.status, refused.json.code, refused.headers.get('content-type')]).toEqual([status, code, 'application/problem+json; charset=utf-8'])
  })
})
