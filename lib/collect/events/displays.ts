import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { nameId } from '#lib/ids'
import { recordAsks } from '#lib/people/ledger'
import { pseudonymOf } from '#lib/people/sign'
import { FORMS } from '#lib/people/types'
import { checkPage, isAnonymous } from '../guard/access'
import { placeOf, refuseFlood } from '../guard/flood'
import { PUBLIC, type Sender } from '../input'
import { lookUp } from '../lookup'
import { timeOf } from '../take/prepare'
import { recordEvents } from './tally'

export const ClientDisplay = z.strictObject({
  /** Chosen once by whoever shows it: a report that comes twice counts once. */
  displayId: z.uuid().toLowerCase(),
  surveyId: z.uuid().toLowerCase(),
  // Invitations are written down where they are made.
  form: z.enum(FORMS).exclude(['invitation']),
  touchpoint: z.string().min(1).max(160).optional(),
  channel: z.string().trim().min(1).max(40).optional(),
  userId: z.string().min(1).max(255).optional(),
  occurredAt: z.iso.datetime({ offset: true }).optional(),
})

/** Of what waited in a browser, the answer may have come before the display that led to it. */
const noteAnswered = (tx: Tx, { workspaceId }: Context, id: string, surveyId: string) =>
  tx.execute(sql`
    update displays
    set answered_at = shown_at
    where workspace_id = ${workspaceId} and id = ${id} and answered_at is null
      and exists (
        select 1
        from events
        where workspace_id = ${workspaceId} and survey_id = ${surveyId} and event_id = ${nameId('completed', id)})`)

/**
 * A survey was put before somebody: a row of the ledger, under a pseudonym and nothing else, and the event that the reach is
 * counted from, of an anonymous survey under no name at all, in one commit. Also where it was closed meanwhile: it was shown.
 */
export async function recordDisplay(ctx: Context, body: z.infer<typeof ClientDisplay>, sender: Sender): Promise<{ id: string; created: boolean }> {
  const known = await lookUp(ctx, body.surveyId)
  if (!known || known.survey.kind === 'import') throw notFound('survey')
  const { survey, structure } = known
  checkPage(survey, sender)
  refuseFlood('told', placeOf(sender, ctx.workspaceId, body.surveyId), ctx.now())
  const touchpoint = body.touchpoint ?? survey.touchpoint
  if (touchpoint === null || !Object.hasOwn(structure.stageOf, touchpoint)) {
    throw invalid(fault('/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with this key.'))
  }
  const { displayId: id, surveyId, form, userId, channel = null } = body
  // The page names its display as its submission, which would lead from the person to an anonymous answer.
  const isKept = userId !== undefined && !(form === 'page' && isAnonymous(survey))
  const asked = isKept ? pseudonymOf(survey.signingKey, userId) : null
  const person = isAnonymous(survey) ? null : asked
  // By a clock that goes ahead it would stand in the ledger only in some minutes, and somebody would be asked twice until then.
  const [now, told] = [ctx.now(), timeOf(body, PUBLIC, ctx.now())]
  const shownAt = told > now ? now : told
  return inWorkspace(ctx, async (tx) => {
    const fresh = await recordAsks(tx, ctx, [{ id, surveyId, journeyId: structure.journeyId, touchpoint, person: asked, form, shownAt }])
    if (!fresh.has(id)) return { id, created: false }
    await noteAnswered(tx, ctx, id, surveyId)
    await recordEvents(tx, ctx, [{ structure, surveyId, eventId: id, kind: 'exposed', touchpoint, channel, person, occurredAt: shownAt }])
    return { id, created: true }
  })
}
