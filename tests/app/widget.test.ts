import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Database } from '#db/open'
import { widgetBuilds } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { widgetBuild } from '#lib/surveys/builds'
import { widgetScript } from '#lib/surveys/bundle'
import { deliverWidget } from '#lib/surveys/deliver'
import { GET as getBuild } from '../../app/widget/[build]/route'
import { GET as getLatest } from '../../app/widget.js/route'
import { onEachEngine } from '../harness/engines'

const MOST_BYTES = 10_000

test(`the widget is at most ${MOST_BYTES} bytes of gzip, with nothing to load after it`, async () => {
  const code = await widgetScript()
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES)
  expect(code).not.toMatch(/\bimport\(|importScripts|createElement\("script"\)/)
})

test('the widget has nothing in it that a strict page would refuse, and says nothing to its console', async () => {
  expect(await widgetScript()).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\("style"|console\./)
})

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

const build = (name: string) => getBuild(new Request(`http://127.0.0.1/widget/${name}`), { params: Promise.resolve({ build: name }) })

onEachEngine((_, open) => {
  let database: Database

  beforeAll(async () => {
    database = await open()
    shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
  })
  afterAll(() => void delete shared.wayfeltRuntime)

  const keep = (hash: string, code: string) =>
    asSystem(database.db, (tx) => tx.insert(widgetBuilds).values({ hash, code, builtAt: new Date() }).onConflictDoNothing())

  describe('the latest widget', () => {
    it('may be taken by every site, is asked for again after minutes, and is not sent to whoever has it', async () => {
      const first = await getLatest(new Request('http://127.0.0.1/widget.js'))
      expect([first.status, first.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
      expect(first.headers.get('cache-control')).toContain('max-age=300')
      expect(await first.text()).toBe(await widgetScript())
      const etag = first.headers.get('etag') ?? ''
      const again = await getLatest(new Request('http://127.0.0.1/widget.js', { headers: { 'if-none-match': etag } }))
      expect([again.status, await again.text()]).toEqual([304, ''])
    })
    it('goes out packed as the browser can read it', async () => {
      const code = await widgetScript()
      const [br, gzip] = [await deliverWidget('/widget.js', { 'accept-encoding': 'gzip, br' }), await deliverWidget('/widget.js', { 'accept-encoding': 'gzip' })]
      expect([br?.headers['content-encoding'], gzip?.headers['content-encoding']]).toEqual(['br', 'gzip'])
      expect(brotliDecompressSync(br?.body as Uint8Array).toString()).toBe(code)
      expect(gunzipSync(gzip?.body as Uint8Array).toString()).toBe(code)
      expect(await deliverWidget('/widgets.js', {})).toBeNull()
    })
  })

  describe('a build by its name', () => {
    it('is what its integrity says, for ever', async () => {
      const { path, integrity, hash } = await widgetBuild()
      const reply = await build(`${hash}.js`)
      expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(path).toBe(`/widget/${hash}.js`)
      expect(`sha384-${createHash('sha384').update(await reply.text()).digest('base64')}`).toBe(integrity)
    })
    it('stays after a newer one has come', async () => {
      await keep('0123456789abcdef0123', '/* an older one */')
      const reply = await build('0123456789abcdef0123.js')
      expect([reply.status, await reply.text()]).toEqual([200, '/* an older one */'])
    })
    it('that never was is a comment and no page', async () => {
      for (const name of ['fedcba98765432100000.js', 'nonsense.js', 'a\u0000.js', '0123456789abcdef0123']) {
        const reply = await build(name)
        expect([name, reply.status, reply.headers.get('content-type')]).toEqual([name, 404, 'text/javascript; charset=utf-8'])
        expect(await reply.text()).toMatch(/^\/\* There is no build/)
      }
    })
  })
})
