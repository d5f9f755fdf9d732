import { brotliCompressSync, gzipSync } from 'node:zlib'
import { findBuild, type WidgetBuild, widgetBuild } from './builds'

export type Delivery = { status: number; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> }

type Asked = { 'accept-encoding'?: string | string[] | undefined; 'if-none-match'?: string | undefined }

const OPEN = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  // Pages that isolate themselves take only what says that it may be taken.
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

// Each page view of each site asks for it: it is made small once, not at every request.
const made = new Map<string, Uint8Array<ArrayBuffer>>()
const MOST_KEPT = 20

function packed({ hash, code }: WidgetBuild, encoding: 'br' | 'gzip'): Uint8Array<ArrayBuffer> {
  const name = `${hash}.${encoding}`
  const known = made.get(name)
  if (known) return known
  const fresh = new Uint8Array(encoding === 'br' ? brotliCompressSync(code) : gzipSync(code, { level: 9 }))
  if (made.size >= MOST_KEPT) made.clear()
  made.set(name, fresh)
  return fresh
}

function delivered(build: WidgetBuild, cacheControl: string, asked: Asked): Delivery {
  const headers: Record<string, string> = { ...OPEN, 'cache-control': cacheControl, vary: 'accept-encoding', etag: `W/"${build.hash}"` }
  if (asked['if-none-match']?.includes(`"${build.hash}"`)) return { status: 304, headers, body: '' }
  const encoding = ['br', 'gzip'].find((each) => new RegExp(`\\b${each}\\b`).test(String(asked['accept-encoding']))) as 'br' | 'gzip' | undefined
  if (!encoding) return { status: 200, headers, body: build.code }
  return { status: 200, headers: { ...headers, 'content-encoding': encoding }, body: packed(build, encoding) }
}

const NONE: Delivery = {
  status: 404,
  headers: { ...OPEN, 'cache-control': 'no-store' },
  body: '/* There is no build of the widget with this name. The latest one is /widget.js */\n',
}

/** The script as other sites load it; null for any other address. server.ts and the routes are thin around this. */
export async function deliverWidget(path: string, asked: Asked): Promise<Delivery | null> {
  // The latest reaches every site within minutes; a build of that name never changes.
  if (path === '/widget.js') return delivered(await widgetBuild(), 'public, max-age=300, stale-while-revalidate=86400', asked)
  const [, name] = /^\/widget\/([^/]+)$/.exec(path) ?? []
  if (name === undefined) return null
  const [, hash = ''] = /^([0-9a-f]+)\.js$/.exec(name) ?? []
  const build = await findBuild(hash)
  return build ? delivered(build, 'public, max-age=31536000, immutable', asked) : NONE
}
