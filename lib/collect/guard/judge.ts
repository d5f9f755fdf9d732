import type { Invitation } from '#lib/people/links'
import { readView, type View } from '#lib/people/view'
import type { Published } from '#lib/surveys/published'
import { isSolved } from '#lib/widget/work'
import { Buckets } from './bucket'
import { placeOf, tooMany } from './flood'
import type { Sender, Submission } from '../input'
import type { HeldFor } from '../types'

const FASTEST_MS = 150
/** Three answers or more take somebody longer. Both are well below what a quick hand needs: this is for programs. */
const FASTEST_MANY_MS = 300
/** A person goes back and answers again, or two share a page; a program takes one page for all that it sends. */
const MOST_A_VIEW = 3
const MOST_VIEWS = 50_000

const make = () => ({
  /** Answers of which nothing says that a page was shown: an office behind one address, and no more. */
  crowd: new Buckets(60, 1),
  flood: new Buckets(600, 20),
  views: new Map<string, Set<string>>(),
})

const shared = globalThis as typeof globalThis & { wayfeltJudge?: ReturnType<typeof make> }

type Case = {
  workspaceId: string
  survey: Published
  sent: Submission
  sender: Sender | undefined
  invitation: Invitation | null
  answers: number
  now: Date
}

/** Why an answer is to be held back (mostly: for nothing), and how to take it off its place's account should it be no new one. */
export type Judgement = { heldFor: HeldFor[]; forgive: () => void }

function isReused({ nonce }: View, { submissionId }: Submission): boolean {
  const { views } = (shared.wayfeltJudge ??= make())
  const seen = views.get(nonce) ?? new Set()
  views.delete(nonce)
  views.set(nonce, seen)
  if (views.size > MOST_VIEWS) views.delete(views.keys().next().value ?? '')
  if (seen.has(submissionId)) return false
  if (seen.size >= MOST_A_VIEW) return true
  seen.add(submissionId)
  return false
}

/**
 * Looks at how a submission came, never at what it says. Throws `rate_limited` where one place sends more than people can. No view
 * token at all is no suspicion: a server sends none, and neither does a link in a mail.
 */
export function judge(one: Case): Judgement {
  const { survey, sent, invitation, answers, now } = one
  const { crowd, flood } = (shared.wayfeltJudge ??= make())
  const { view: token, work = '', trap = '' } = sent.proof ?? {}
  const read = token === undefined ? null : readView(survey.signingKey, token)
  const view = read?.surveyId === survey.id ? read : null
  const heldFor: HeldFor[] = []
  if (trap !== '') heldFor.push('trap')
  if (token !== undefined && view === null) heldFor.push('forged_view')
  if (view && now.getTime() - view.shownAt.getTime() < (answers >= 3 ? FASTEST_MANY_MS : FASTEST_MS)) heldFor.push('too_fast')
  if (survey.settings.protection.work && !(view && view.work > 0 && isSolved(token ?? '', work, view.work))) heldFor.push('no_work')
  if (view && isReused(view, sent)) heldFor.push('reused_view')

  const place = placeOf(one.sender, one.workspaceId, survey.id)
  if (place === null) return { heldFor, forgive: () => {} }
  // One link is one answer: whoever has invited a whole company has not to fear that it comes at once.
  const asked = [...(invitation?.singleUse ? [] : [flood]), ...(view || invitation ? [] : [crowd])]
  const taken = asked.filter((buckets) => {
    const seconds = buckets.take(place, now)
    if (buckets === flood && seconds > 0) throw tooMany(seconds)
    return seconds === 0
  })
  if (asked.includes(crowd) && !taken.includes(crowd)) heldFor.push('many_from_one_place')
  return { heldFor, forgive: () => taken.forEach((buckets) => buckets.giveBack(place)) }
}
