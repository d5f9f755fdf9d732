import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { WidgetBuild } from '#lib/surveys/builds'

type Encoded = Readonly<Record<'br' | 'gzip' | 'identity', Uint8Array<ArrayBuffer>>>

// Each page view of each site asks for it: it is made small once, not at every request.
const made = new Map<string, Encoded>()
const MOST_KEPT = 20

function encoded({ hash, code }: WidgetBuild): Encoded {
  const known = made.get(hash)
  if (known) return known
  const fresh = { br: new Uint8Array(brotliCompressSync(code)), gzip: new Uint8Array(gzipSync(code, { level: 9 })), identity: new TextEncoder().encode(code) }
  if (made.size >= MOST_KEPT) made.clear()
  made.set(hash, fresh)
  return fresh
}

const accepted = (request: Request): keyof Encoded => {
  const named = request.headers.get('accept-encoding') ?? ''
  return /\bbr\b/.test(named) ? 'br' : /\bgzip\b/.test(named) ? 'gzip' : 'identity'
}

const OPEN = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  // Pages that isolate themselves take only what says that it may be taken.
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/** The script as other sites load it; 304 for whoever has it already. */
export function scriptReply(request: Request, build: WidgetBuild, cacheControl: string): Response {
  const headers = { ...OPEN, 'cache-control': cacheControl, vary: 'accept-encoding', etag: `W/"${build.hash}"` }
  if ((request.headers.get('if-none-match') ?? '').includes(`"${build.hash}"`)) return new Response(null, { status: 304, headers })
  const encoding = accepted(request)
  return new Response(encoded(build)[encoding], { headers: encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding } })
}

export const noSuchBuild = (): Response =>
  new Response('/* There is no build of the widget with this name. The latest one is /widget.js */\n', {
    status: 404,
    headers: { ...OPEN, 'cache-control': 'no-store' },
  })
