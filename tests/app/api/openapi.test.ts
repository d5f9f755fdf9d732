import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { OPERATIONS } from '../../../app/api/openapi.json/operations'
import { GET } from '../../../app/api/openapi.json/route'
import type { Database } from '#db/open'
import type { Operation } from '#lib/http/openapi'
import { openApi, ProblemBody } from '#lib/http/openapi'
import { send } from '../../factory/client'
import { routes, useDatabase } from '../../factory/http'
import { isManagement, perform } from '../../factory/operations'
import { fillWorkspace } from '../../factory/tenant'
import { makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

// The settings are read when the first module asks, so the folder is named before any is loaded.
const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-openapi-${process.pid}`))

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const nameOf = ({ method, path }: Operation) => `${method} ${path}`
const management = OPERATIONS.filter(isManagement)

/** Every value under a property of this name, anywhere in the document. */
function valuesOf(name: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === name ? [inner] : valuesOf(name, inner)))
}

describe('the document', () => {
  const document = openApi(OPERATIONS) as { openapi: string; paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>> }

  it('is served to everybody', async () => {
    const response = GET()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(await response.json()).toEqual(document)
  })

  it('points to nothing that is not there', () => {
    const refs = valuesOf('$ref', document).map(String)
    const at = (ref: string) => ref.replace(/^#\//, '').split('/').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], document)
    expect(refs.length).toBeGreaterThan(OPERATIONS.length)
    expect(refs.filter((ref) => !ref.startsWith('#/') || at(ref) === undefined)).toEqual([])
    expect(valuesOf('$defs', document)).toEqual([])
  })

  it('holds each operation once, with every name of its address', () => {
    expect(new Set(OPERATIONS.map(nameOf)).size).toBe(OPERATIONS.length)
    expect(new Set(valuesOf('operationId', document)).size).toBe(OPERATIONS.length)
    for (const { path, method } of OPERATIONS) {
      const inPath = document.paths[path]?.[method.toLowerCase()]?.parameters?.filter((p) => p.in === 'path').map((p) => `{${p.name}}`)
      expect(inPath ?? []).toEqual(path.match(/\{\w+\}/g) ?? [])
    }
  })
})

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => useDatabase((database = await open())))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('every route of the management API stands in the document, and the other way round', async () => {
    const there: string[] = []
    for (const { path, load } of routes) {
      const route = await load()
      const refused: string[] = []
      for (const method of METHODS) {
        const handler = route[method]
        if (!handler) throw new Error(`${path} says nothing to ${method}; it needs methodNotAllowed`)
        const response = await handler(new Request(`http://127.0.0.1${path}`, { method }), { params: Promise.resolve({}) })
        const { code } = ProblemBody.parse(await response.json())
        if (code === 'method_not_allowed') refused.push(response.headers.get('allow') ?? '')
        else there.push(`${method} ${path} ${code}`)
      }
      const allowed = METHODS.filter((method) => there.includes(`${method} ${path} unauthorized`))
      expect([path, ...new Set(refused.map((allow) => allow.split(', ').sort().join()))]).toEqual([path, [...allowed].sort().join()])
    }
    expect(there.sort()).toEqual(management.map((operation) => `${nameOf(operation)} unauthorized`).sort())
  })

  it('every route of the client API stands in the document', async () => {
    const ctx = await makeWorkspace(database)
    for (const address of ['responses', `responses/${crypto.randomUUID()}`, `surveys/${crypto.randomUUID()}`, 'events']) {
      const allowed = (await send(ctx, 'TRACE', address)).headers.allow?.split(', ').filter((method) => method !== 'OPTIONS')
      const path = `/api/v1/client/{workspaceId}/${address.replace(/\/.*/, '/{id}')}`
      expect([path, allowed]).toEqual([path, OPERATIONS.filter((operation) => operation.path === path).map((operation) => operation.method)])
    }
  })

  it.each(management.map((operation) => [nameOf(operation), operation] as const))('%s answers as it is documented', async (_, operation) => {
    const mine = await fillWorkspace(await makeWorkspace(database))
    const { status, json } = await perform(operation, mine, { key: mine.key })
    expect([status, json.code, json.errors]).toEqual([Number(Object.keys(operation.answers)[0]), undefined, undefined])
    // Parsing drops what the schema does not know: what is left must be all.
    expect(operation.data.parse(json.data)).toEqual(json.data)
    expect(Object.keys(json).sort()).toEqual(operation.isPaged ? ['data', 'nextCursor'] : ['data'])
  })
})
