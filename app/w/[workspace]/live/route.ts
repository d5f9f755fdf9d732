import { pageContext } from '#lib/auth/session'
import { openFeed } from '#lib/maps/live/feed'
import { refusalResponse } from '../../../_refusals/response'

type Route = { params: Promise<{ workspace: string }> }

/** Server-sent events for an open map: that answers came in, never what they say. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { ctx } = await pageContext((await params).workspace)
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams)
    return new Response(await openFeed(ctx, query, request.signal), {
      // No transform: a proxy that compresses would keep events back.
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
    })
  } catch (error) {
    return refusalResponse(error)
  }
}
