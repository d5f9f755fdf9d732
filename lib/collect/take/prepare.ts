import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import type { Invitation } from '#lib/people/links'
import { localDay } from '#lib/time'
import { checkOpen, checkPage, invitationOf, invited, isAnonymous, personOf } from '../guard/access'
import type { Answer } from '../answer'
import { contentHash } from './hash'
import type { Origin, Submission } from '../input'
import { judge, type Judgement } from '../guard/judge'
import { type Known, lookUp } from '../lookup'
import { readAnswers } from './read-answers'

/** A submission that has passed every check and can be written. */
export type Prepared = Judgement & {
  id: string
  /** As it came; `body` is the same with what its invitation says. */
  sent: Submission
  body: Submission
  origin: Origin
  known: Known
  hash: Buffer
  invitation: Invitation | null
  /** Who it is stored under. */
  person: string | null
  touchpoint: string
  answers: Answer[]
  occurredAt: Date
  receivedAt: Date
  day: string
}

/** How the numbers are made from raw values; a change of METRICS 1 raises it. */
export const SCORING = 1

const BACK_MS = 30 * 86_400_000
const AHEAD_MS = 5 * 60_000

/** The moment that a body names, else now; from the outside it must be recent. */
export function timeOf(body: { occurredAt?: string | undefined }, origin: Origin, now: Date): Date {
  if (body.occurredAt === undefined) return now
  const at = new Date(body.occurredAt)
  const distance = at.getTime() - now.getTime()
  if (origin.occurredAt === 'recent' && (distance < -BACK_MS || distance > AHEAD_MS)) {
    throw invalid(fault('/occurredAt', 'invalid_date', 'occurredAt may be at most 30 days back and 5 minutes ahead.'))
  }
  return at
}

/** Everything about one submission that needs no transaction: survey, access, scale, place, time, hash, and how it came. */
export async function prepare(ctx: Context, sent: Submission, origin: Origin): Promise<Prepared> {
  const known = await lookUp(ctx, sent.surveyId)
  // The import survey has no page and no public way in: to the outside it is not there.
  if (!known || (known.survey.kind === 'import' && ctx.actor.kind === 'public')) throw notFound('survey')
  const { survey, structure } = known
  const receivedAt = ctx.now()
  const occurredAt = timeOf(sent, origin, receivedAt)
  checkOpen(survey, receivedAt, occurredAt)
  checkPage(survey, origin.sender)
  const invitation = await invitationOf(ctx, survey, sent)
  const body = invitation ? invited(known, sent, invitation) : sent
  const { touchpoint, answers } = readAnswers(known, body)
  const how = { workspaceId: ctx.workspaceId, survey, sent, sender: origin.sender, invitation, answers: answers.length, now: receivedAt }
  const { heldFor, forgive } = judge(how)
  return {
    id: newId(receivedAt),
    sent,
    body,
    origin,
    known,
    hash: contentHash(sent, isAnonymous(survey)),
    invitation,
    person: personOf(survey, body.userId),
    heldFor,
    forgive,
    touchpoint,
    answers,
    occurredAt,
    receivedAt,
    day: localDay(occurredAt, structure.timeZone),
  }
}
