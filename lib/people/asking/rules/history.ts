import { formatNumber } from '#lib/stats/format'
import { DAY_MS } from '#lib/time'
import type { Ask, Case, Rule, Scope, Verdict } from '../../types'
import { askedAt, heldUntil } from './caps'

const passed = (detail: string): Verdict => ({ is: 'passed', detail })

const ofThis = ({ survey, ledger }: Case): Ask[] => ledger.filter((ask) => ask.surveyId === survey.id)

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

const daysText = (n: number): string => (n === 1 ? 'one day' : `${formatNumber(n)} days`)

const WHERE: Record<Scope, string> = { all: 'across all surveys', stage: 'within this stage', journey: 'within this journey' }

const cap = (scope: Scope, name: string): Rule => ({
  rule: `cap_${scope}`,
  name,
  judge({ survey, caps, ledger, moment }) {
    const { kind } = survey.settings.rules
    const days = caps[scope][kind]
    const until = heldUntil(scope, survey, caps, ledger, moment.now)
    if (!until) return passed(days === null ? `No cap holds ${WHERE[scope]}.` : `Not asked too recently ${WHERE[scope]}.`)
    const more = `A ${kind} survey waits ${daysText(days ?? 0)} after this person was last asked ${WHERE[scope]}; after one of the other kind, the shorter of the two caps.`
    return { is: 'failed', reason: `cap_${scope}`, detail: `Asked too recently ${WHERE[scope]}.`, more, until }
  },
})

/** What this person was asked and answered before: whether asking again would be a nuisance. */
export const HISTORY: readonly Rule[] = [
  {
    rule: 'answered',
    name: 'Already answered',
    judge(given) {
      if (given.survey.settings.rules.displayOption === 'respondMultiple') return passed('It may be answered again and again.')
      if (!ofThis(given).some(({ answeredAt }) => answeredAt)) return passed('This person has not answered it.')
      return { is: 'failed', reason: 'answered', detail: 'Already answered.' }
    },
  },
  {
    rule: 'shown',
    name: 'Shown often enough',
    judge(given) {
      const { displayOption, displayLimit } = given.survey.settings.rules
      if (displayOption === 'displayMultiple') return passed('It may be shown until it is answered.')
      if (displayOption === 'respondMultiple') return passed('It may be shown again and again.')
      const most = displayOption === 'displayOnce' ? 1 : displayLimit
      const shown = ofThis(given).filter(({ form }) => form === 'popup' || form === 'slide' || form === 'invitation').length
      if (shown < most) return passed(`Shown ${shown === 0 ? 'never yet' : times(shown)}; it may be shown ${times(most)}.`)
      return { is: 'failed', reason: 'shown_enough', detail: 'Shown as often as it may be.', more: `It may be shown ${times(most)}, and was shown ${times(shown)}.` }
    },
  },
  {
    rule: 'recontact',
    name: 'Days until it may ask again',
    judge(given) {
      const { recontactDays } = given.survey.settings.rules
      if (recontactDays === null) return passed('It names no days of its own; the caps below hold.')
      const last = Math.max(0, ...ofThis(given).map((ask) => askedAt(ask)?.getTime() ?? 0))
      const until = new Date(last + recontactDays * DAY_MS)
      if (last === 0) return passed('It has not asked this person yet.')
      if (until <= given.moment.now) return passed(`It waits ${daysText(recontactDays)} between two times that it asks, and they have passed.`)
      return { is: 'failed', reason: 'recontact', detail: 'This survey has asked too recently.', more: `It waits ${daysText(recontactDays)} before it asks the same person again.`, until }
    },
  },
  cap('all', 'Cap across all surveys'),
  cap('stage', 'Cap of the stage'),
  cap('journey', 'Cap of the journey'),
  {
    rule: 'percentage',
    name: 'Share of people',
    judge({ survey, moment }) {
      const { displayPercentage } = survey.settings.rules
      if (displayPercentage === 100) return passed('It asks everybody.')
      if (moment.share(survey) < displayPercentage) return passed(`This person is among the ${displayPercentage} % that it asks.`)
      const more = `It asks ${displayPercentage} % of people, and this person is not among them until its next version.`
      return { is: 'failed', reason: 'percentage', detail: 'Not among the people who are asked.', more }
    },
  },
]
