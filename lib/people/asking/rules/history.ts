import { sentence, type Sentence, type Values } from '#lib/sentence'
import { DAY_MS } from '#lib/time'
import type { Ask, Case, Rule, Scope, Verdict } from '../../types'
import { askedAt, heldUntil } from './caps'

const passed = (template: string, values?: Values): Verdict => ({ is: 'passed', detail: sentence(template, values) })

const ofThis = ({ survey, ledger }: Case): Ask[] => ledger.filter((ask) => ask.surveyId === survey.id)

const WHERE: Record<Scope, Sentence> = {
  all: sentence('across all surveys'),
  stage: sentence('within this stage'),
  journey: sentence('within this journey'),
}

const KINDS: Record<Ask['kind'], Sentence> = { triggered: sentence('triggered'), relationship: sentence('relationship') }

const cap = (scope: Scope, name: Sentence): Rule => ({
  rule: `cap_${scope}`,
  name,
  judge({ survey, caps, ledger, moment }) {
    const { kind } = survey.settings.rules
    const days = caps[scope][kind]
    const until = heldUntil(scope, survey, caps, ledger, moment.now)
    const where = WHERE[scope]
    if (!until) return days === null ? passed('No cap holds {where}.', { where }) : passed('Not asked too recently {where}.', { where })
    const long = 'A {kind} survey waits {days, plural, one {one day} other {# days}} after this person was last asked {where}; after one of the other kind, the shorter of the two caps.'
    const more = sentence(long, { kind: KINDS[kind], days: days ?? 0, where })
    return { is: 'failed', reason: `cap_${scope}`, detail: sentence('Asked too recently {where}.', { where }), more, until }
  },
})

/** What this person was asked and answered before: whether asking again would be a nuisance. */
export const HISTORY: readonly Rule[] = [
  {
    rule: 'answered',
    name: sentence('Already answered'),
    judge(given) {
      if (given.survey.settings.rules.displayOption === 'respondMultiple') return passed('It may be answered again and again.')
      if (!ofThis(given).some(({ answeredAt }) => answeredAt)) return passed('This person has not answered it.')
      return { is: 'failed', reason: 'answered', detail: sentence('Already answered.') }
    },
  },
  {
    rule: 'shown',
    name: sentence('Shown often enough'),
    judge(given) {
      const { displayOption, displayLimit } = given.survey.settings.rules
      if (displayOption === 'displayMultiple') return passed('It may be shown until it is answered.')
      if (displayOption === 'respondMultiple') return passed('It may be shown again and again.')
      const most = displayOption === 'displayOnce' ? 1 : displayLimit
      const shown = ofThis(given).filter(({ form }) => form === 'popup' || form === 'slide' || form === 'invitation').length
      if (shown < most) {
        return passed('Shown {shown, plural, =0 {never yet} =1 {once} =2 {twice} other {# times}}; it may be shown {most, plural, =1 {once} =2 {twice} other {# times}}.', { shown, most })
      }
      const more = 'It may be shown {most, plural, =1 {once} =2 {twice} other {# times}}, and was shown {shown, plural, =1 {once} =2 {twice} other {# times}}.'
      return { is: 'failed', reason: 'shown_enough', detail: sentence('Shown as often as it may be.'), more: sentence(more, { most, shown }) }
    },
  },
  {
    rule: 'recontact',
    name: sentence('Days until it may ask again'),
    judge(given) {
      const { recontactDays } = given.survey.settings.rules
      if (recontactDays === null) return passed('It names no days of its own; the caps below hold.')
      const last = Math.max(0, ...ofThis(given).map((ask) => askedAt(ask)?.getTime() ?? 0))
      const until = new Date(last + recontactDays * DAY_MS)
      if (last === 0) return passed('It has not asked this person yet.')
      if (until <= given.moment.now) return passed('It waits {days, plural, one {one day} other {# days}} between two times that it asks, and they have passed.', { days: recontactDays })
      const more = sentence('It waits {days, plural, one {one day} other {# days}} before it asks the same person again.', { days: recontactDays })
      return { is: 'failed', reason: 'recontact', detail: sentence('This survey has asked too recently.'), more, until }
    },
  },
  cap('all', sentence('Cap across all surveys')),
  cap('stage', sentence('Cap of the stage')),
  cap('journey', sentence('Cap of the journey')),
  {
    rule: 'percentage',
    name: sentence('Share of people'),
    judge({ survey, moment }) {
      const { displayPercentage } = survey.settings.rules
      if (displayPercentage === 100) return passed('It asks everybody.')
      if (moment.share(survey) < displayPercentage) return passed('This person is among the {share} % that it asks.', { share: displayPercentage })
      const more = sentence('It asks {share} % of people, and this person is not among them until its next version.', { share: displayPercentage })
      return { is: 'failed', reason: 'percentage', detail: sentence('Not among the people who are asked.'), more }
    },
  },
]
