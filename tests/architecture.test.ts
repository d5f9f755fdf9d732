import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { exists, type Import, imports, sources, tests, text } from './harness/sources'

// A noun may use only the nouns before it.
const NOUNS = ['workspaces', 'auth', 'journeys', 'annotations', 'campaigns', 'surveys', 'people', 'rollups', 'collect', 'studies', 'demo', 'maps', 'shares', 'reports', 'alerts', 'webhooks', 'exports', 'imports', 'jobs', 'cli']

const layer = (file: string): number => {
  const [, folder, inner] = file.split('/')
  if (inner === undefined) return 0
  if (folder === 'stats' || folder === 'text') return 1
  if (folder === 'words') return 1.5
  if (folder === 'http') return 2
  return 3 + NOUNS.indexOf(folder ?? '')
}

const wrong = (rule: (i: Import) => boolean) => imports.filter(rule).map((i) => `${i.from} -> ${i.to}`)
const inside = (folder: string) => (file: string) => file.startsWith(`${folder}/`)

describe('imports go one way', () => {
  it('finds what it is about', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports.filter((i) => !i.to.startsWith('npm:') && /^(lib|db)\//.test(i.to) && !exists.has(i.to))).toEqual([])
  })
  it('pages and routes know lib, never the database', () => {
    expect(wrong((i) => inside('app')(i.from) && (inside('db')(i.to) || /^npm:(drizzle|postgres|@electric)/.test(i.to)))).toEqual([])
  })
  it('the database knows nothing of lib or app', () => {
    expect(wrong((i) => inside('db')(i.from) && /^(lib|app)\//.test(i.to))).toEqual([])
  })
  it('lib never knows app', () => {
    expect(wrong((i) => inside('lib')(i.from) && inside('app')(i.to))).toEqual([])
  })
  it('stats, text and the widget stand alone', () => {
    for (const folder of ['lib/stats', 'lib/text', 'lib/widget']) {
      expect(wrong((i) => inside(folder)(i.from) && !inside(folder)(i.to))).toEqual([])
    }
  })
  it('every folder of lib has its place in the order, and uses only what comes before', () => {
    const folders = new Set(sources.filter((f) => inside('lib')(f) && f.split('/').length > 2).map((f) => f.split('/')[1]))
    expect([...folders].filter((f) => !['stats', 'text', 'words', 'http', 'widget', ...NOUNS].includes(f ?? ''))).toEqual([])
    const isLib = (file: string) => inside('lib')(file) && !inside('lib/widget')(file)
    expect(wrong((i) => isLib(i.from) && isLib(i.to) && layer(i.to) > layer(i.from))).toEqual([])
  })
  it('server.ts knows lib and next only', () => {
    expect(wrong((i) => i.from === 'server.ts' && !inside('lib')(i.to) && !['npm:next', 'npm:node:http', 'npm:node:events'].includes(i.to))).toEqual([])
  })
  it('what runs in the browser takes interface, formulas and what stands beside it', () => {
    const isClient = (file: string) => /^'use client'/.test(text.get(file) ?? '')
    const may = (i: Import) =>
      i.isType || i.to.startsWith('npm:') || /^(app\/_ui|lib\/stats|lib\/text|lib\/words)\//.test(i.to) || (inside('app')(i.to) && !/\/route\.tsx?$/.test(i.to)) ||
      /^lib\/widget\//.test(i.to) || /\/(schema|definition|settings|types|flags)\.ts$/.test(i.to)
    expect(wrong((i) => isClient(i.from) && !may(i))).toEqual([])
    expect(wrong((i) => isClient(i.from) && /^npm:(node:|next-auth\/|@node-rs|pino)/.test(i.to) && i.to !== 'npm:next-auth/react')).toEqual([])
  })
  it('goes round in no circle', () => {
    const graph = new Map<string, string[]>()
    for (const i of imports) if (!i.isType && !i.isLazy && exists.has(i.to)) graph.set(i.from, [...(graph.get(i.from) ?? []), i.to])
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, way: string[]) => {
      if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
      if (done.has(file)) return
      for (const to of graph.get(file) ?? []) visit(to, [...way, file])
      done.add(file)
    }
    for (const file of graph.keys()) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('a file', () => {
  const lines = (file: string) => (text.get(file) ?? '').split('\n').length - 1
  it('has at most 250 lines', () => {
    expect([...sources, ...tests].filter((f) => lines(f) > 250).map((f) => `${f}: ${lines(f)}`)).toEqual([])
  })
  it('reads the environment only in lib/env.ts, apart from what starts the house', () => {
    const may = new Set(['lib/env.ts', 'lib/cli/wayfelt.js', 'lib/cli/start.ts'])
    expect(sources.filter((f) => /process\.env\b/.test(text.get(f) ?? '') && !may.has(f))).toEqual([])
  })
  it('uses no any and no escape from the types', () => {
    const escapes = /(: any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|eslint-disable|\bTODO\b|\bFIXME\b)/
    expect([...sources, ...tests].filter((f) => f !== 'tests/architecture.test.ts' && escapes.test(text.get(f) ?? ''))).toEqual([])
  })
  it('re-exports nothing as a barrel', () => {
    expect(sources.filter((f) => /export \* from/.test(text.get(f) ?? ''))).toEqual([])
  })
  it('is named in small letters, and never utils, helpers, common, manager or handler', () => {
    const names = sources.filter((f) => f !== 'db/drizzle.config.ts').map((f) => path.posix.basename(f)).filter((name) => !/^[a-z0-9-]+(\.d)?\.(tsx?|js)$/.test(name) || /^(utils?|helpers?|common|.*manager|.*handler)\./.test(name))
    expect(names).toEqual([])
  })
})

describe('a transaction', () => {
  it('is the only way to a row: verbs never query the outer database', () => {
    // The embedded engine has one connection: a query outside of the transaction that is open would wait for ever.
    const may = new Set(['lib/http/ready.ts'])
    const outer = /\b(ctx|database)\.db\s*\.\s*(select|insert|update|delete|execute|transaction|query)\b|\.db\.db\.(?!$)/
    expect(sources.filter((f) => inside('lib')(f) && !may.has(f) && outer.test(text.get(f) ?? ''))).toEqual([])
  })
})
