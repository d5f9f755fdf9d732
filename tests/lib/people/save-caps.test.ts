import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readCaps, saveCaps } from '#lib/people/caps'
import { USUAL_CAPS } from '#lib/people/types'
import { ask, keyFor, useDatabase } from '../../factory/http'
import { refusal } from '../../factory/refusal'
import { as, makeWorkspace, PUBLIC_ACTOR, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

// The settings are read when the first module asks, so the folder is named before any is loaded.
const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-caps-${process.pid}`))

onEachEngine((_, open) => {
  let database: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    database = await open()
    useDatabase(database)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const caps = { ...USUAL_CAPS, stage: { triggered: 30, relationship: null } }

  it('are the usual until somebody says otherwise, and then of that workspace only', async () => {
    const [ctx, other] = [await makeWorkspace(database), await makeWorkspace(database)]
    expect(await readCaps(ctx)).toEqual(USUAL_CAPS)
    expect(await saveCaps(ctx, caps)).toEqual(caps)
    expect([await readCaps(ctx), await readCaps(other)]).toEqual([caps, USUAL_CAPS])
  })

  it('are set whole: a cap that is left out, no number of days or none of ours is refused, and nothing is stored', async () => {
    const ctx = await makeWorkspace(database)
    const refused = async (input: unknown) => (await refusal(saveCaps(ctx, input))).errors.map(({ pointer, code }) => `${pointer} ${code}`)
    expect(await refused({ all: caps.all, stage: caps.stage })).toEqual(['/journey required'])
    expect(await refused({ ...caps, all: { triggered: 0, relationship: 3651 } })).toEqual(['/all/triggered too_small', '/all/relationship too_big'])
    expect(await refused({ ...caps, all: { triggered: 1.5, relationship: '90' } })).toEqual(['/all/triggered invalid_type', '/all/relationship invalid_type'])
    expect(await refused({ ...caps, week: caps.all })).toEqual(['/week unrecognized_key'])
    expect(await readCaps(ctx)).toEqual(USUAL_CAPS)
  })

  it('are read by everybody of the workspace and set by its owners', async () => {
    const ctx = await makeWorkspace(database)
    const editor = as(ctx, { kind: 'user', userId: VIEWER.kind === 'user' ? VIEWER.userId : '', role: 'editor' })
    expect(await readCaps(as(ctx, VIEWER))).toEqual(USUAL_CAPS)
    for (const who of [as(ctx, VIEWER), editor, as(ctx, PUBLIC_ACTOR)]) expect((await refusal(saveCaps(who, caps))).code).toBe('forbidden')
  })

  it('come and go over the API, with a key that may write', async () => {
    const ctx = await makeWorkspace(database)
    const [reader, writer] = [await keyFor(ctx, ['read']), await keyFor(ctx, ['write'])]
    expect((await ask('PUT', 'caps', { key: reader, body: caps })).status).toBe(403)
    expect((await ask('PUT', 'caps', { key: writer, body: caps })).json).toEqual({ data: caps })
    expect((await ask('GET', 'caps', { key: reader })).json).toEqual({ data: caps })
  })
})
