import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as imports from '../../../app/api/v1/management/imports/route'
import * as oneImport from '../../../app/api/v1/management/imports/[id]/route'
import * as responses from '../../../app/api/v1/management/responses/route'
import * as verify from '../../../app/api/v1/management/verify/route'
import { type Database, openDb } from '#db/open'
import { createKey } from '#lib/auth/keys'
import { HANDLERS } from '#lib/jobs/handlers'
import { JobRunner } from '#lib/jobs/run'
import { onWake } from '#lib/queue'
import { makeWorkspace } from '../../factory/world'
import { wayfelt } from './run'

const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-server-${process.pid}`))
const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

// The real routes on a real socket; only Next, which finds the route by its path, is left out.
const BASE = '/api/v1/management/'
type Route = Record<string, (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>>
const ROUTES: Record<string, Route> = { imports, responses, verify }

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://127.0.0.1')
  if (url.pathname === '/healthz') return void res.end('ok\n')
  const [noun = '', id] = url.pathname.slice(BASE.length).split('/')
  const params: Record<string, string> = id === undefined ? {} : { id }
  const route = id === undefined ? ROUTES[noun] : (oneImport as Route)
  const body = req.method === 'POST' ? { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' } : {}
  const request = new Request(url, { method: req.method ?? 'GET', headers: req.headers as Record<string, string>, ...body })
  const response = await route?.[request.method]?.(request, { params: Promise.resolve(params) })
  res.writeHead(response?.status ?? 404, { 'content-type': 'application/json' }).end(await response?.text())
}

let database: Database
let server: Server
let runner: JobRunner
let url: string
let key: string

beforeAll(async () => {
  database = await openDb({ memory: true })
  shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
  const ctx = await makeWorkspace(database, { kind: 'system' }, () => new Date())
  key = (await createKey(ctx, { name: 'test', scopes: ['read', 'write'] })).key
  runner = new JobRunner(database.db, HANDLERS, () => new Date())
  runner.start()
  onWake(() => runner.poke())
  server = createServer((req, res) => void answer(req, res)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'a.csv'), 'id,stage,nps\n1,Order,9\n2,Order,12\n')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await runner.stop()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const FLAGS = ['--journey', 'shop', '--create', '--stage', 'stage', '--nps', 'nps', '--id', 'id']
const importing = (settings: Record<string, string>, flags = FLAGS) => wayfelt(['import', path.join(folder, 'a.csv'), ...flags], settings)

it('A running server takes the import, and the command ends when its answers can be read', async () => {
  const settings = { WAYFELT_URL: url, WAYFELT_API_KEY: key }
  const { code, out, err } = await importing(settings)
  expect([code, out]).toEqual([0, '2 rows: 1 accepted, 0 known, 0 changed, 0 empty, 1 rejected\n'])
  expect(err).toContain('line 3: rejected: Column "nps": "12" is not')
  const exported = await wayfelt(['export', 'shop'], settings)
  expect(JSON.parse(exported.out)).toMatchObject({ touchpoint: 'order.overall', data: { nps: 9 }, source: 'import' })
  expect(await wayfelt(['verify'], settings)).toMatchObject({ code: 0, out: 'Journeys recounted: 1. No cell differs.\n' })
})

it('The demo server is found by its file while it answers', async () => {
  await writeFile(path.join(folder, 'demo.json'), JSON.stringify({ url, apiKey: key }))
  const { code, out } = await importing({ DATA_DIR: folder })
  expect([code, out]).toEqual([0, expect.stringContaining('1 known')])
  await writeFile(path.join(folder, 'demo.json'), JSON.stringify({ url: 'http://127.0.0.1:9', apiKey: key }))
  expect(await importing({ DATA_DIR: folder })).toMatchObject({ code: 2, err: expect.stringContaining('There is no database') })
})

it('What the server refuses before the first row ends with 2 and its sentence', async () => {
  const settings = { WAYFELT_URL: url, WAYFELT_API_KEY: key }
  const unknown = await importing(settings, ['--journey', 'other', '--stage', 'stage', '--nps', 'nps'])
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There is no journey "other".')])
  const wrong = await importing({ ...settings, WAYFELT_API_KEY: 'wf_live_wrong' })
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('The API key is missing, wrong or revoked.')])
  expect(await importing({ WAYFELT_URL: url })).toMatchObject({ code: 2, err: expect.stringContaining('WAYFELT_API_KEY must be too') })
})
