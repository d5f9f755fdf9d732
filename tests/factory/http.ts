import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '#db/open'
import { createKey } from '#lib/auth/keys'
import type { Context } from '#lib/context'

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

/** Lets routes find this database as the one of their process. */
export const useDatabase = (database: Database): void =>
  void (shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } }))

export const keyFor = async (ctx: Context, scopes: ('read' | 'write')[] = ['read', 'write']): Promise<string> =>
  (await createKey({ ...ctx, actor: { kind: 'system' } }, { name: 'test', scopes })).key

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>

const APP = path.resolve(import.meta.dirname, '../../app')

/** Every route file of the management API: its address with {names}, and what it exports. */
export const routes = readdirSync(path.join(APP, 'api/v1/management'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => ({
    path: `/api/v1/management/${path.dirname(file).replace(/\[(\w+)\]/g, '{$1}')}`,
    load: () => import(path.join(APP, 'api/v1/management', file)) as Promise<Record<string, Handler | undefined>>,
  }))

/** The route that an address leads to, with the names in it: a fixed word goes before a name, as in the server. */
function find(address: string) {
  const matched = routes.flatMap(({ path: pattern, load }) => {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
    const match = new RegExp(`^${pattern.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(address)
    return match ? [{ load, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')])) }] : []
  })
  const [first] = matched.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)
  if (!first) throw new Error(`There is no route for ${address}`)
  return first
}

export type Asked = { key?: string; body?: unknown; headers?: Record<string, string> }

/** A request to the management API as it comes over the wire: the address behind /api/v1/management/, a value is sent as JSON. */
export async function ask(method: string, address: string, { key, body, headers }: Asked = {}) {
  const url = new URL(address, 'http://127.0.0.1/api/v1/management/')
  const { load, params } = find(url.pathname)
  const handler = (await load())[method]
  if (!handler) throw new Error(`${address} exports no ${method}`)
  const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
  const given = { ...(key === undefined ? {} : { 'x-api-key': key }), ...headers }
  const response = await handler(new Request(url, { method, body: sent, headers: given }), { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
}
