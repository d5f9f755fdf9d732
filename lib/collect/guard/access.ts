import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { fault, Problem } from '#lib/errors'
import { attributesOf } from '#lib/journeys/personas/definition'
import type { Structure } from '#lib/journeys/structure'
import { type Claim, type Invitation, type LinkRefusal, openLink } from '#lib/people/links'
import { pseudonymOf } from '#lib/people/sign'
import { type Sentence, sentence } from '#lib/sentence'
import type { Published } from '#lib/surveys/published'
import { DAY_MS } from '#lib/time'
import type { Sender, Submission } from '../input'

const closed = (said: Sentence) => new Problem('survey_closed', said)

/** So long a browser without connection keeps an answer. */
const KEPT_MS = 7 * DAY_MS

/**
 * Refuses answers to a survey that takes none: closed by hand, before it opens, after its last day. An answer that was given in
 * time and has waited for a connection is in time.
 */
export function checkOpen({ state, settings: { access } }: Published, now: Date, occurredAt = now): void {
  const waitedMs = now.getTime() - occurredAt.getTime()
  const givenAt = waitedMs > 0 && waitedMs <= KEPT_MS ? occurredAt : now
  if (state === 'closed') throw closed(sentence('This survey takes no more answers.'))
  if (access.opensAt !== undefined && now < new Date(access.opensAt)) throw closed(sentence('This survey takes no answers yet.'))
  if (access.closesAt !== undefined && givenAt >= new Date(access.closesAt)) throw closed(sentence('The time to answer this survey is over.'))
}

export const surveyFull = () => closed(sentence('This survey has as many answers as it takes.'))

/** Refuses a page that the survey does not name. A request without a page comes from a server, and our own pages may always ask. */
export function checkPage({ settings: { access } }: Published, sender: Sender | undefined): void {
  const page = sender?.page ?? null
  if (page === null || access.origins.length === 0 || access.origins.includes(page)) return
  if (page === new URL(appUrl()).origin) return
  throw new Problem('forbidden', 'This survey may not be answered from this site.')
}

const refusal = (code: 'forbidden' | 'conflict', why: string, said: Sentence) =>
  new Problem(code, said, { errors: [fault('/token', why, said)] })

export const linkUsed = () => refusal('conflict', 'token_used', sentence('An answer was given with this link already.'))

const REFUSALS: Readonly<Record<LinkRefusal, () => Problem>> = {
  invalid: () => refusal('forbidden', 'invalid_token', sentence('This is not a link to this survey.')),
  expired: () => refusal('forbidden', 'token_expired', sentence('This link has expired.')),
  used: linkUsed,
}

/** The invitation behind the personal link that a submission came by; null where it came by none and needs none. */
export async function invitationOf(ctx: Context, { id, settings, signingKey }: Published, { token }: Submission): Promise<Invitation | null> {
  if (token === undefined) {
    if (settings.access.who === 'invited') throw refusal('forbidden', 'required', sentence('Only people with a personal link can answer this survey.'))
    return null
  }
  const link = await inWorkspace(ctx, (tx) => openLink(tx, ctx, signingKey, token, ctx.now()))
  if (typeof link === 'string') throw REFUSALS[link]()
  if (link.surveyId !== id) throw REFUSALS.invalid()
  return link
}

type Known = { survey: Published; structure: Pick<Structure, 'dimensions' | 'personas'> }

/**
 * What an invitation says of its person that may stand beside an answer: all only where people are identified, else what answers
 * are counted by. A list of people has their names in it, and says them to the page, not to the store.
 */
function saidOf({ survey, structure }: Known, { attributes }: Invitation): Invitation['attributes'] {
  if (!attributes || isIdentified(survey)) return attributes
  const counted = [...structure.dimensions, ...attributesOf(structure.personas ?? [])]
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => counted.includes(name)))
}

/** A submission as its invitation completes it. What the invitation says of a person, the person's browser cannot say otherwise. */
export function invited(known: Known, sent: Submission, invitation: Invitation): Submission {
  const { person, touchpoint, channel, campaign, language } = invitation
  const said = saidOf(known, invitation)
  return {
    ...sent,
    userId: person ?? sent.userId,
    attributes: said || sent.attributes ? { ...sent.attributes, ...said } : undefined,
    touchpoint: touchpoint ?? sent.touchpoint,
    channel: channel ?? sent.channel,
    campaign: campaign ?? sent.campaign,
    language: language ?? sent.language,
  }
}

type Sent = { sent: Submission; known: { survey: Published } }

export const claimOf = ({ sent, known }: Sent, { id }: Invitation): Claim => ({
  invitation: id,
  submissionId: sent.submissionId,
  finished: sent.finished,
  forget: !isIdentified(known.survey),
})

/** Imported rows keep the person that their file names. */
export const isAnonymous = ({ kind, settings }: Published): boolean => kind !== 'import' && settings.privacy.mode === 'anonymous'

/** Whether a person's own id stands beside an answer. Where it does not, nothing may lead there by another way: a link names its person. */
export const isIdentified = ({ kind, settings }: Published): boolean => kind === 'import' || settings.privacy.mode === 'identified'

/** Who an answer is stored under, as the survey promises it. */
export function personOf(survey: Published, userId: string | undefined): string | null {
  const { settings, signingKey } = survey
  if (userId === undefined) return null
  if (isIdentified(survey)) return userId
  return settings.privacy.mode === 'pseudonymous' ? pseudonymOf(signingKey, userId) : null
}
