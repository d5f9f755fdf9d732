import { Problem } from '#lib/errors'
import { openFeed } from '#lib/maps/live/feed'
import { runtime } from '#lib/runtime'
import { shareContext } from '#lib/shares/knock'
import { refusalResponse } from '../../../_refusals/response'
import { readDoor } from '../_door/open'

type Route = { params: Promise<{ token: string }> }

/** Tells an open shared map that it may have changed: never that one answer came. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  try {
    const found = await readDoor((await params).token)
    if (found.state !== 'open') throw new Problem('not_found', 'This link leads nowhere.')
    const ctx = shareContext((await runtime()).database.db, found.share, () => new Date())
    return new Response(await openFeed(ctx, { journey: found.share.journey }, request.signal), {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
    })
  } catch (error) {
    return refusalResponse(error)
  }
}
