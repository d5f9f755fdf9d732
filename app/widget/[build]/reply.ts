import type { WidgetBuild } from '#lib/surveys/builds'

const OPEN = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  // Pages that isolate themselves take only what says that it may be taken.
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/** The script as other sites load it; 304 for whoever has it already. */
export function scriptReply(request: Request, { hash, code }: WidgetBuild, cacheControl: string): Response {
  const headers = { ...OPEN, 'cache-control': cacheControl, etag: `W/"${hash}"` }
  const isKnown = (request.headers.get('if-none-match') ?? '').includes(`"${hash}"`)
  return new Response(isKnown ? null : code, { status: isKnown ? 304 : 200, headers })
}

export const noSuchBuild = (): Response =>
  new Response('/* There is no build of the widget with this name. The latest one is /widget.js */\n', {
    status: 404,
    headers: { ...OPEN, 'cache-control': 'no-store' },
  })
