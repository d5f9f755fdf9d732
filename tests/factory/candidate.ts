import { type Ask, type Candidate, type Case, type Moment, USUAL_CAPS } from '#lib/people/types'
import { type Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'

export const DAY = 86_400_000
export const NOW = new Date('2026-11-20T12:00:00Z')
export const daysAgo = (days: number, from = NOW): Date => new Date(from.getTime() - days * DAY)

type Settings = Pick<Definition, 'rules' | 'access' | 'window'>

/** A live survey that waits for the event `paid`, with what a test says of it. */
export function candidate({ rules, access, window }: Settings = {}, more: Partial<Candidate> = {}): Candidate {
  const settings = settingsOf({ rules: { event: 'paid', ...rules }, ...(access ? { access } : {}), ...(window ? { window } : {}) })
  return { id: '01900000-0000-7000-8000-000000000001', state: 'live', version: 3, journeyId: 'journey', stage: 'buy', settings, answers: 0, ...more }
}

export const ask = (survey: Candidate, days: number, more: Partial<Ask> = {}): Ask => ({
  surveyId: survey.id,
  journeyId: survey.journeyId,
  stage: survey.stage,
  kind: survey.settings.rules.kind,
  form: 'popup',
  at: daysAgo(days),
  answeredAt: null,
  ...more,
})

/** The moment in which `paid` happens to somebody who is nobody in particular. */
export const moment = (more: Partial<Moment> = {}): Moment => ({
  now: NOW, origin: null, form: null, isNamed: false, event: 'paid', url: null, attributes: {}, share: () => 50, ...more,
})

export const given = (survey: Candidate, more: Partial<Omit<Case, 'moment'>> & { moment?: Partial<Moment> } = {}): Case => ({
  survey, caps: more.caps ?? USUAL_CAPS, ledger: more.ledger ?? [], moment: moment(more.moment),
})
