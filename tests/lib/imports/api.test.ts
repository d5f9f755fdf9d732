import { existsSync, readFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as list, POST } from '../../../app/api/v1/management/imports/route'
import { GET } from '../../../app/api/v1/management/imports/[id]/route'
import { POST as preview } from '../../../app/api/v1/management/imports/preview/route'
import type { Database } from '#db/open'
import { createKey } from '#lib/auth/keys'
import type { Context } from '#lib/context'
import { HANDLERS } from '#lib/jobs/handlers'
import { JobRunner } from '#lib/jobs/run'
import { readMap } from '#lib/maps/read-map'
import { makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

// The settings are read when the first module asks, so the folder is named before any is loaded.
const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-imports-${process.pid}`))
const TELECOM = fileURLToPath(new URL('../../../../shared/data/telecom_nps_verbatim.jsonl', import.meta.url))
const CSV = 'id,at,stage,nps,text\n1,2026-01-05,Order,9,fine\n2,2026-01-05,Order,12,\n'
const FLAGS = { journey: 'shop', create: 'true', stage: 'stage', at: 'at', nps: 'nps', comment: 'text', id: 'id' }

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

onEachEngine((_, open) => {
  let database: Database
  let runner: JobRunner
  beforeAll(async () => {
    database = await open()
    shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
    runner = new JobRunner(database.db, HANDLERS, () => new Date())
    runner.start()
  })
  afterAll(async () => {
    await runner.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const ctxOf = (workspaceId: string): Context => ({ db: database.db, workspaceId, actor: { kind: 'system' }, now: () => new Date() })
  const workspace = async () => (await makeWorkspace(database)).workspaceId
  const keyFor = async (workspaceId: string, scopes: ('read' | 'write')[] = ['read', 'write']) =>
    (await createKey(ctxOf(workspaceId), { name: 'test', scopes })).key

  const url = (rest = '', query: Record<string, string> = {}) => `http://x/api/v1/management/imports${rest}?${new URLSearchParams(query)}`
  const post = (key: string, query: Record<string, string>, body: string, type = 'text/csv') =>
    POST(new Request(url('', query), { method: 'POST', body, headers: { 'x-api-key': key, 'content-type': type } }), params())
  const params = (named: Record<string, string> = {}) => ({ params: Promise.resolve(named) })
  const get = async (key: string, id: string) => {
    const response = await GET(new Request(url(`/${id}`), { headers: { 'x-api-key': key } }), params({ id }))
    return { status: response.status, data: (await response.json()).data }
  }

  async function finished(key: string, id: string) {
    for (;;) {
      runner.poke()
      const { data } = await get(key, id)
      if (data.state === 'done' || data.state === 'failed') return data
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  describe('POST imports', () => {
    it('answers 202 with an address that tells how far it is and what was not stored', async () => {
      const key = await keyFor(await workspace())
      const response = await post(key, FLAGS, CSV)
      const { data } = await response.json()
      expect([response.status, data.state]).toEqual([202, 'waiting'])
      expect(response.headers.get('location')).toBe(`/api/v1/management/imports/${data.id}`)
      expect(await finished(key, data.id)).toMatchObject({
        state: 'done',
        progress: 1,
        accepted: 1,
        rejected: 1,
        problems: [{ line: 3, kind: 'rejected', reason: expect.stringContaining('"12"') }],
      })
      await expect.poll(() => readdir(path.join(folder, 'imports'))).toEqual([])
    })

    it.each([
      ['a wrong column', { nps: 'npss' }, CSV, 400, 'validation_failed'],
      ['an unknown flag', { answers: 'x' }, CSV, 400, 'validation_failed'],
      ['an answer without a touchpoint', { answer: 'nps=csat@Order' }, CSV, 400, 'validation_failed'],
      ['an answer at a place that is not there', { create: 'false', answer: 'nps=csat@Order/Desk' }, CSV, 400, 'validation_failed'],
      ['an empty file', {}, '', 400, 'validation_failed'],
      ['a workbook', {}, 'PK\u0003\u0004', 400, 'validation_failed'],
    ])('refuses %s at once and keeps nothing of it', async (_, change, body, status, code) => {
      const key = await keyFor(await workspace())
      const response = await post(key, { ...FLAGS, ...change }, body)
      expect([response.status, (await response.json()).code]).toEqual([status, code])
      const listed = await list(new Request(url(), { headers: { 'x-api-key': key } }), params())
      expect((await listed.json()).data).toEqual([])
      await expect.poll(() => readdir(path.join(folder, 'imports')).catch(() => [])).toEqual([])
    })

    it('is forbidden for a key that may only read, and unknown to another workspace', async () => {
      const workspaceId = await workspace()
      expect((await post(await keyFor(workspaceId, ['read']), FLAGS, CSV)).status).toBe(403)
      const { data } = await (await post(await keyFor(workspaceId), FLAGS, CSV)).json()
      const stranger = await keyFor(await workspace())
      expect((await get(stranger, data.id)).status).toBe(404)
      const listed = await list(new Request(url(), { headers: { 'x-api-key': stranger } }), params())
      expect(await listed.json()).toEqual({ data: [], nextCursor: null })
    })

    it('shows columns, rows and a guess of each column before anything is stored', async () => {
      const headers = { 'x-api-key': await keyFor(await workspace()), 'content-type': 'text/csv' }
      const body = 'Response ID,Date,Journey stage,NPS score,Comment\n7,31/12/2025 10:00,Order,9,fine\n'
      const response = await preview(new Request(url('/preview'), { method: 'POST', headers, body }), params())
      expect((await response.json()).data).toMatchObject({
        format: 'csv',
        columns: ['Response ID', 'Date', 'Journey stage', 'NPS score', 'Comment'],
        rows: [{ line: 2, values: ['7', '31/12/2025 10:00', 'Order', '9', 'fine'] }],
        guess: { nps: 'NPS score', comment: 'Comment', stage: 'Journey stage', at: 'Date', id: 'Response ID', 'at-format': 'dd/MM/yyyy HH:mm' },
      })
    })
  })

  it('takes no column of words for a score, whatever its name says', async () => {
    const headers = { 'x-api-key': await keyFor(await workspace()), 'content-type': 'text/csv' }
    const body = 'Satisfaction,Ease of booking,satisfied with gate\nneutral,90,4\nsatisfied,3,0\nneutral,12,5\n'
    const response = await preview(new Request(url('/preview'), { method: 'POST', headers, body }), params())
    expect((await response.json()).data.guess).toEqual({ csat: 'satisfied with gate' })
  })

  const isThere = existsSync(TELECOM)
  const name = isThere ? 'comes out of the map' : 'is skipped: telecom_nps_verbatim.jsonl is not on this machine'
  describe('the broadband company of 2018', () => {
    it.skipIf(!isThere)(name, async () => {
      const workspaceId = await workspace()
      const key = await keyFor(workspaceId)
      const stages = 'Order,First Payment,Equipment Received,Service in Use'
      const query = { ...FLAGS, journey: 'telecom', stages, 'at-format': 'dd/MM/yyyy HH:mm' }
      const send = async () => (await (await post(key, query, readFileSync(TELECOM, 'utf8'), 'application/x-ndjson')).json()).data.id
      expect(await finished(key, await send())).toMatchObject({ rows: 1671, accepted: 1671, rejected: 0 })
      expect(await finished(key, await send())).toMatchObject({ rows: 1671, accepted: 0, known: 1671, changed: 0 })
      const map = await readMap(ctxOf(workspaceId), { journey: 'telecom', from: '2017-01-01', to: '2018-12-31' })
      const told = map.stages.map((stage) => [stage.name, stage.nps.n, stage.nps.value])
      expect(told).toEqual([
        ['Order', 671, expect.closeTo(-11.028315946348734, 9)],
        ['First Payment', 793, expect.closeTo(-29.255989911727617, 9)],
        ['Equipment Received', 167, expect.closeTo(-59.2814371257485, 9)],
        ['Service in Use', 20, expect.closeTo(-75, 9)],
      ])
      expect([map.stages[2]?.nps.low, map.stages[2]?.nps.high]).toEqual([
        expect.closeTo(-69.58128388791849, 9),
        expect.closeTo(-46.889304347375635, 9),
      ])
    })
  })
})
