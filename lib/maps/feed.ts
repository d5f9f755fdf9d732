import { type Context, inWorkspace } from '#lib/context'
import { subscribe } from '#lib/live'
import { allow } from '#lib/permission'
import { Asking } from './asked'
import { chartJourney } from './journey'

/** At most four messages a second; a comment now and then, so that proxies keep the line open. */
const QUIET_MS = 250
const HEARTBEAT_MS = 15_000
/** The page then calls again and is asked again who it is: a session that was ended hears no more. */
const MOST_MS = 10 * 60_000

const FeedInput = Asking.pick({ journey: true })

const shared = globalThis as typeof globalThis & { wayfeltClosing?: AbortSignal }

/**
 * Server-sent events of one journey: `answers` with how many came in since the last one, the first at once. It ends when the
 * reader leaves, when the server stops, or after ten minutes.
 */
export async function openFeed(ctx: Context, input: unknown, left: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  allow(ctx, 'journey.read')
  const { journey: key } = FeedInput.parse(input)
  const { id } = await inWorkspace(ctx, (tx) => chartJourney(tx, ctx, key))
  const bytes = new TextEncoder()
  let stop = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(bytes.encode(text))
      let waiting = 0
      let quiet: NodeJS.Timeout | undefined
      const flush = () => {
        quiet = undefined
        if (waiting === 0) return
        send(`event: answers\ndata: ${JSON.stringify({ journey: key, answers: waiting })}\n\n`)
        waiting = 0
        quiet = setTimeout(flush, QUIET_MS)
      }
      const unsubscribe = subscribe(ctx.workspaceId, (news) => {
        if (news.journeyId !== id) return
        waiting += news.answers
        if (!quiet) flush()
      })
      const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS)
      const ends = [left, AbortSignal.timeout(MOST_MS), ...(shared.wayfeltClosing ? [shared.wayfeltClosing] : [])]
      const end = () => {
        stop()
        controller.close()
      }
      stop = () => {
        unsubscribe()
        clearTimeout(quiet)
        clearInterval(heartbeat)
        for (const signal of ends) signal.removeEventListener('abort', end)
      }
      for (const signal of ends) signal.addEventListener('abort', end)
      send('retry: 1000\n\n')
      if (ends.some((signal) => signal.aborted)) end()
    },
    cancel: () => stop(),
  })
}
