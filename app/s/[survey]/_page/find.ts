import { type Known, lookUp } from '#lib/collect/lookup'
import { type Context, inWorkspace } from '#lib/context'
import { isId } from '#lib/ids'
import { liveSurveys } from '#lib/people/asking/live-surveys'
import { type Invitation, type LinkRefusal, openLink } from '#lib/people/links'
import { runtime } from '#lib/runtime'
import { surveyWorkspace } from '#lib/surveys/read'

export type Found = { ctx: Context; known: Known }

/** The published survey behind a public address, as somebody unknown may see it; null where there is none. */
export async function findSurvey(surveyId: string): Promise<Found | null> {
  if (!isId(surveyId)) return null
  const { db } = (await runtime()).database
  const workspaceId = await surveyWorkspace(db, surveyId)
  if (workspaceId === null) return null
  const ctx: Context = { db, workspaceId, actor: { kind: 'public' }, now: () => new Date() }
  const known = await lookUp(ctx, surveyId)
  return known && known.survey.kind === 'asked' ? { ctx, known } : null
}

/** The invitation behind a personal link to this survey; null where the address has no token. */
export async function findInvitation({ ctx, known: { survey } }: Found, token: string | null): Promise<Invitation | LinkRefusal | null> {
  if (token === null) return null
  const link = await inWorkspace(ctx, (tx) => openLink(tx, ctx, survey.signingKey, token, ctx.now()))
  return typeof link !== 'string' && link.surveyId !== survey.id ? 'invalid' : link
}

type Place = { stage?: string; touchpoint?: string }

/** Does the journey know the places that the link names? */
export const knowsPlace = ({ structure }: Known, { stage, touchpoint }: Place): boolean =>
  (stage === undefined || structure.stages.some(({ key }) => key === stage)) &&
  (touchpoint === undefined || Object.hasOwn(structure.stageOf, touchpoint))

/** What the places of an answer are called, for texts that name them. */
export function namesOf({ survey, structure }: Known, { stage, touchpoint = stage === undefined ? survey.touchpoint : null }: { stage?: string; touchpoint?: string | null }) {
  const found = structure.touchpoints.find(({ key }) => key === touchpoint)
  const at = structure.stages.find(({ key }) => key === (found?.stageKey ?? stage))
  return { ...(found && { touchpoint: found.overall && at ? at.name : found.name }), ...(at && { stage: at.name }) }
}

/** Has it as many answers as it takes? Asked only of surveys that have such a limit, and not of every visitor anew. */
async function isFull({ ctx, known: { survey } }: Found): Promise<boolean> {
  const most = survey.settings.access.mostAnswers
  if (most === undefined) return false
  const live = (await liveSurveys(ctx)).live.find(({ id }) => id === survey.id)
  return live !== undefined && live.answers >= most
}

export type Barred = 'closed' | 'notYet' | 'full' | 'invited' | 'badLink' | 'expired' | 'used'

const REFUSED = { invalid: 'badLink', expired: 'expired', used: 'used' } as const

/**
 * Why nobody, or not this visitor, can answer it just now; null where nothing is in the way. Whether it is full is asked of new
 * visitors only: whoever has begun may finish, and collect decides.
 */
export async function barred(found: Found, link: Invitation | LinkRefusal | null, isNew: boolean): Promise<Barred | null> {
  const { state, settings } = found.known.survey
  const { who, opensAt, closesAt } = settings.access
  const now = found.ctx.now()
  if (state === 'closed' || (closesAt !== undefined && now >= new Date(closesAt))) return 'closed'
  if (opensAt !== undefined && now < new Date(opensAt)) return 'notYet'
  if (typeof link === 'string') return REFUSED[link]
  if (who === 'invited' && link === null) return 'invited'
  return isNew && !link?.submissionId && (await isFull(found)) ? 'full' : null
}
