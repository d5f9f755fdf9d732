import type { Context } from '#lib/context'
import { fault, invalid, notFound, Problem } from '#lib/errors'
import { newId } from '#lib/ids'
import { localDay } from '#lib/time'
import type { Answer } from './answer'
import { contentHash } from './hash'
import type { Origin, Submission } from './input'
import { type Known, lookUp } from './lookup'
import { readAnswers } from './read-answers'

/** A submission that has passed every check and can be written. */
export type Prepared = {
  id: string
  body: Submission
  origin: Origin
  known: Known
  hash: Buffer
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

/** Everything about one submission that needs no transaction: survey, scale, place, time, hash. */
export async function prepare(ctx: Context, body: Submission, origin: Origin): Promise<Prepared> {
  const known = await lookUp(ctx, body.surveyId)
  // The import survey has no page and no public way in: to the outside it is not there.
  if (!known || (known.survey.kind === 'import' && ctx.actor.kind === 'public')) throw notFound('survey')
  if (known.survey.state === 'closed') throw new Problem('survey_closed', 'This survey takes no more answers.')
  const { touchpoint, answers } = readAnswers(known, body)
  const receivedAt = ctx.now()
  const occurredAt = timeOf(body, origin, receivedAt)
  return {
    id: newId(receivedAt),
    body,
    origin,
    known,
    hash: contentHash(body),
    touchpoint,
    answers,
    occurredAt,
    receivedAt,
    day: localDay(occurredAt, known.structure.timeZone),
  }
}
