import { type Context, inWorkspace } from '#lib/context'
import { allow, can } from '#lib/permission'
import { Asking } from '../asked'
import { chartJourney } from '../journey'
import { hubOf } from './hub'
import { readToday } from './today'

/** The page then calls again and is asked again who it is: a session that was ended hears no more. */
const MOST_MS = 10 * 60_000
/** So many messages may wait for a page that does not read them. */
const MOST_WAITING = 50

const FeedInput = Asking.pick({ journey: true })

const shared = globalThis as typeof globalThis & { wayfeltClosing?: AbortSignal }

/**
 * Server-sent events of one journey, the first at once: `answers` (how many came in since the last one, how many there are today,
 * and within how many milliseconds the page should read its numbers anew), `map` and `draft` when those changed. It ends when the
 * reader leaves, when the server stops, or after ten minutes.
 */
export async function openFeed(ctx: Context, input: unknown, left: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  allow(ctx, 'journey.read')
  const { journey } = FeedInput.parse(input)
  const { id } = await inWorkspace(ctx, (tx) => chartJourney(tx, ctx, journey))
  const system: Context = { ...ctx, actor: { kind: 'system' } }
  const bytes = new TextEncoder()
  let stop = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string): boolean => {
        controller.enqueue(bytes.encode(text))
        return (controller.desiredSize ?? 0) > -MOST_WAITING
      }
      let isOpen = true
      const end = () => {
        if (!isOpen) return
        isOpen = false
        stop()
        controller.close()
      }
      const hub = hubOf({ workspaceId: ctx.workspaceId, journeyId: id, journey, today: () => readToday(system, journey) })
      const leave = hub.join({ full: can(ctx.actor, 'response.read'), send, end })
      const ends = [left, AbortSignal.timeout(MOST_MS), ...(shared.wayfeltClosing ? [shared.wayfeltClosing] : [])]
      stop = () => {
        leave()
        for (const signal of ends) signal.removeEventListener('abort', end)
      }
      for (const signal of ends) signal.addEventListener('abort', end)
      send('retry: 1000\n\n')
      if (ends.some((signal) => signal.aborted)) end()
    },
    cancel: () => stop(),
  })
}
