import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

type Got = { id: string; revision: number }

let browser: Browser
let code: string
let url: string
let statuses: number[] = []
let retryAfter = '0'
let got: Got[] = []

async function textOf(req: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of req) text += chunk
  return text
}

const server = createServer(async (req, res) => {
  if (req.method !== 'POST') return void res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Host</title>')
  got.push(JSON.parse(await textOf(req)) as Got)
  const status = statuses.shift() ?? 201
  if (status === 0) return void res.destroy()
  res.writeHead(status, { 'content-type': 'application/json', 'retry-after': retryAfter }).end('{"code":"said","detail":"so"}')
})

beforeAll(async () => {
  const entry = path.resolve(import.meta.dirname, '../../../../lib/widget/embed/queue.ts')
  const built = await build({ entryPoints: [entry], bundle: true, format: 'iife', globalName: 'wf', write: false })
  code = built.outputFiles[0]?.text ?? ''
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await browser.close()
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  got = []
  statuses = []
  retryAfter = '0'
})

async function tab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(`${code.replace('var wf', 'window.wf')}; window.refused = []; window.queue = wf.openQueue((it) => refused.push(it))`)
  return page
}

const send = (page: Page, id: string, revision = 0, verb = 'responses') =>
  page.evaluate(`queue.send({ id: '${id}', url: '${url}${verb}', body: JSON.stringify({ id: '${id}', revision: ${revision} }), revision: ${revision} })`)

/** What is kept, as every tab of this site would find it; `change` is written back. */
const kept = (page: Page, change = 'items') =>
  page.evaluate<{ id: string; revision: number; tries: number; heldUntil: number }[]>(`new Promise((resolve) => {
    const asked = indexedDB.open('wayfelt', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('queue')
    asked.onsuccess = () => {
      const turn = asked.result.transaction('queue', 'readwrite')
      const store = turn.objectStore('queue')
      store.get(0).onsuccess = ({ target }) => {
        const items = target.result || []
        store.put(${change}, 0)
        turn.oncomplete = () => { asked.result.close(); resolve(items) }
      }
    }
  })`)

test('the newest revision takes the place of the one that could not be sent, and arrives once', async () => {
  const page = await tab(await browser.newContext())
  statuses = [0, 0]
  await send(page, 'a', 0)
  await send(page, 'a', 1)
  expect((await kept(page)).map(({ id, revision }) => [id, revision])).toEqual([['a', 1]])
  await expect.poll(() => got.length, { timeout: 15_000 }).toBe(3)
  await expect.poll(async () => (await kept(page)).length, { timeout: 15_000 }).toBe(0)
  expect(got.at(-1)).toEqual({ id: 'a', revision: 1 })
})

test('a refusal is told once and leaves nothing behind; a busy server is left alone as long as it asks', async () => {
  const page = await tab(await browser.newContext())
  statuses = [422, 503]
  retryAfter = '3000'
  await send(page, 'bad')
  await expect.poll(() => page.evaluate('refused')).toEqual([{ status: 422, code: 'said', detail: 'so', id: 'bad' }])
  await send(page, 'busy')
  await expect.poll(async () => (await kept(page)).map(({ id, tries }) => [id, tries])).toEqual([['busy', 1]])
  await page.evaluate('queue.flush(true)')
  expect(got.map(({ id }) => id)).toEqual(['bad', 'busy'])
  expect((await kept(page))[0]?.heldUntil).toBeGreaterThan(Date.now() + 2_000_000)
})

test('it keeps fifty, and lets an event go before an answer; after seven days it lets go of everything', async () => {
  const page = await tab(await browser.newContext())
  statuses = Array<number>(60).fill(0)
  await send(page, 'event', 0, 'events')
  for (let i = 0; i < 50; i++) await send(page, `r${i}`)
  expect((await kept(page)).map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => `r${i}`))
  await send(page, 'r50')
  expect((await kept(page))[0]?.id).toBe('r1')
  await kept(page, 'items.map((it) => ({ ...it, madeAt: it.madeAt - 7 * 86400000, heldUntil: 0, dueAt: 0 }))')
  await page.evaluate('queue.flush(true)')
  expect(await kept(page)).toEqual([])
})

test('what one tab sends the others leave alone, also when the first one is gone', async () => {
  const context = await browser.newContext()
  const [one, two] = [await tab(context), await tab(context)]
  statuses = [0]
  await send(one, 'x')
  await expect.poll(async () => (await kept(one))[0]?.tries).toBe(1)
  await kept(one, 'items.map((it) => ({ ...it, dueAt: 0, heldUntil: 0 }))')
  got = []
  await Promise.all([one.evaluate('queue.flush()'), two.evaluate('queue.flush()')])
  expect(got).toEqual([{ id: 'x', revision: 0 }])
  statuses = [0, 0, 0]
  await send(one, 'y')
  await one.close()
  await kept(two, 'items.map((it) => ({ ...it, dueAt: 0, heldUntil: 0 }))')
  statuses = []
  await two.evaluate('queue.flush()')
  expect(got.at(-1)).toEqual({ id: 'y', revision: 0 })
  expect(await kept(two)).toEqual([])
})
