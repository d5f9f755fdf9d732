import { expect, it } from 'vitest'
import { ask, keyFor, useDatabase } from '../../factory/http'
import { makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  it('a dimension is declared, listed and removed under the name that its attribute has, whatever the name holds', async () => {
    const database = await open()
    useDatabase(database)
    const ctx = await makeWorkspace(database)
    const [key, { key: journey }] = [await keyFor(ctx), await makeJourney(ctx)]
    const all = `journeys/${journey}/dimensions`
    const name = 'Customer Type / 100 %'
    const made = await ask('POST', all, { key, body: { name } })
    expect([made.status, made.json.data]).toEqual([201, { name, ready: false }])
    expect((await ask('GET', all, { key })).json.data).toEqual([{ name, ready: false }])
    const one = `${all}/${encodeURIComponent(name)}`
    expect((await ask('DELETE', one, { key })).json.data).toEqual({ name })
    for (const gone of [one, `${all}/a%00b`, `${all}/${'x'.repeat(61)}`]) expect((await ask('DELETE', gone, { key })).status).toBe(404)
    expect((await ask('GET', all, { key })).json.data).toEqual([])
  })

  it.each(['.', ' .. ', '__proto__', 'a:b', 'channel'])('%j is no name of a dimension', async (name) => {
    const database = await open()
    useDatabase(database)
    const ctx = await makeWorkspace(database)
    const [key, { key: journey }] = [await keyFor(ctx), await makeJourney(ctx)]
    const refused = await ask('POST', `journeys/${journey}/dimensions`, { key, body: { name } })
    expect([refused.status, refused.json]).toMatchObject([400, { code: 'validation_failed', errors: [{ pointer: '/name' }] }])
    expect((await ask('GET', `journeys/${journey}/dimensions`, { key })).json.data).toEqual([])
  })
})
