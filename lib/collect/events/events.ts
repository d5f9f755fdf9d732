import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { events } from '#db/schema/responses'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { pseudonymOf } from '#lib/people/sign'
import type { Published } from '#lib/surveys/published'
import { checkPage } from '../guard/access'
import { placeOf, refuseFlood } from '../guard/flood'
import { PUBLIC, type Sender } from '../input'
import { lookUp } from '../lookup'
import { timeOf } from '../take/prepare'
import { type EventKind, KINDS, recordEvents } from './tally'

export const ClientEvent = z.strictObject({
  eventId: z.uuid().toLowerCase(),
  surveyId: z.uuid().toLowerCase(),
  kind: z.enum(KINDS),
  touchpoint: z.string().min(1).max(160).optional(),
  channel: z.string().trim().min(1).max(40).optional(),
  userId: z.string().min(1).max(255).optional(),
  occurredAt: z.iso.datetime({ offset: true }).optional(),
})

/**
 * Under which name somebody stands beside an event: a keyed hash, the same in all surveys of a workspace. Where answers are
 * anonymous only of having been asked: what came of it would lead to the answer by its time.
 */
export function eventPerson({ settings, signingKey }: Pick<Published, 'settings' | 'signingKey'>, kind: EventKind, userId: string | undefined): string | null {
  if (userId === undefined || (settings.privacy.mode === 'anonymous' && kind !== 'exposed')) return null
  return pseudonymOf(signingKey, userId)
}

/** Store and count one event, once for each eventId of a survey. The same event again is answered as a replay. */
export async function recordEvent(ctx: Context, body: z.infer<typeof ClientEvent>, sender: Sender): Promise<{ id: string; created: boolean }> {
  const known = await lookUp(ctx, body.surveyId)
  if (!known || known.survey.kind === 'import') throw notFound('survey')
  checkPage(known.survey, sender)
  refuseFlood('told', placeOf(sender, ctx.workspaceId, body.surveyId), ctx.now())
  const touchpoint = body.touchpoint ?? known.survey.touchpoint
  if (touchpoint === null || !Object.hasOwn(known.structure.stageOf, touchpoint)) {
    throw invalid(fault('/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with this key.'))
  }
  const event = {
    structure: known.structure,
    surveyId: body.surveyId,
    eventId: body.eventId,
    kind: body.kind,
    touchpoint,
    channel: body.channel ?? null,
    person: eventPerson(known.survey, body.kind, body.userId),
    occurredAt: timeOf(body, PUBLIC, ctx.now()),
  }
  return inWorkspace(ctx, async (tx) => {
    const id = (await recordEvents(tx, ctx, [event])).get(body.eventId)
    if (id !== undefined) return { id, created: true }
    const once = [eq(events.workspaceId, ctx.workspaceId), eq(events.surveyId, body.surveyId), eq(events.eventId, body.eventId)]
    const [first] = await tx.select({ id: events.id }).from(events).where(and(...once))
    return { id: first?.id ?? body.eventId, created: false }
  })
}
