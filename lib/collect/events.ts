import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { events } from '#db/schema/responses'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { PUBLIC } from './input'
import { lookUp } from './lookup'
import { timeOf } from './prepare'

/** What happened around a survey besides an answer: exposed and completed make the response rate, converted the outcome. */
const KINDS = ['exposed', 'dismissed', 'started', 'completed', 'abandoned', 'converted', 'renewed'] as const

export const ClientEvent = z.strictObject({
  eventId: z.uuid().toLowerCase(),
  surveyId: z.uuid().toLowerCase(),
  kind: z.enum(KINDS),
  touchpoint: z.string().min(1).max(160).optional(),
  channel: z.string().trim().min(1).max(40).optional(),
  userId: z.string().min(1).max(255).optional(),
  occurredAt: z.iso.datetime({ offset: true }).optional(),
})

/** Store one event, once for each eventId of a survey. The same event again is answered as a replay. */
export async function recordEvent(ctx: Context, body: z.infer<typeof ClientEvent>): Promise<{ id: string; created: boolean }> {
  const known = await lookUp(ctx, body.surveyId)
  if (!known || known.survey.kind === 'import') throw notFound('survey')
  const touchpointKey = body.touchpoint ?? known.survey.touchpoint
  if (touchpointKey === null || !Object.hasOwn(known.structure.stageOf, touchpointKey)) {
    throw invalid(fault('/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with this key.'))
  }
  const now = ctx.now()
  const event = {
    workspaceId: ctx.workspaceId,
    id: newId(now),
    surveyId: body.surveyId,
    eventId: body.eventId,
    journeyId: known.structure.journeyId,
    touchpointKey,
    kind: body.kind,
    channel: body.channel ?? null,
    person: body.userId ?? null,
    occurredAt: timeOf(body, PUBLIC, now),
    receivedAt: now,
  }
  return inWorkspace(ctx, async (tx) => {
    const [stored] = await tx.insert(events).values(event).onConflictDoNothing().returning({ id: events.id })
    if (stored) return { id: stored.id, created: true }
    const once = [eq(events.workspaceId, ctx.workspaceId), eq(events.surveyId, body.surveyId), eq(events.eventId, body.eventId)]
    const [first] = await tx.select({ id: events.id }).from(events).where(and(...once))
    return { id: first?.id ?? event.id, created: false }
  })
}
