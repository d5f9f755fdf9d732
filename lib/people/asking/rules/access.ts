import { formatNumber } from '#lib/stats/format'
import type { Rule, Verdict } from '../../types'

const passed = (detail: string): Verdict => ({ is: 'passed', detail })

/** Whether the survey takes answers at all, and from this site. */
export const ACCESS: readonly Rule[] = [
  {
    rule: 'state',
    name: 'The survey is live',
    judge({ survey: { state, version } }) {
      if (state === 'draft') return { is: 'failed', reason: 'draft', detail: 'The survey is a draft.' }
      if (state === 'archived') return { is: 'failed', reason: 'archived', detail: 'The survey is archived.' }
      if (state === 'closed') return { is: 'failed', reason: 'closed', detail: 'The survey is closed.' }
      return { is: 'passed', detail: 'It is live.', more: `Version ${version} is live.` }
    },
  },
  {
    rule: 'window',
    name: 'Its dates',
    judge({ survey: { settings }, moment: { now } }) {
      const { opensAt, closesAt } = settings.access
      if (opensAt !== undefined && now < new Date(opensAt)) {
        return { is: 'failed', reason: 'not_open_yet', detail: 'The survey has not opened yet.', until: new Date(opensAt) }
      }
      if (closesAt !== undefined && now >= new Date(closesAt)) return { is: 'failed', reason: 'over', detail: 'The survey’s time is over.' }
      return passed(opensAt === undefined && closesAt === undefined ? 'It has no first or last day.' : 'It is open at this moment.')
    },
  },
  {
    rule: 'limit',
    name: 'Its limit of answers',
    judge({ survey: { settings, answers } }) {
      const { mostAnswers } = settings.access
      if (mostAnswers === undefined) return passed('It takes any number of answers.')
      if (answers < mostAnswers) return { is: 'passed', detail: 'It takes more answers.', more: `It has ${formatNumber(answers)} of ${formatNumber(mostAnswers)} answers.` }
      return { is: 'failed', reason: 'full', detail: 'The survey has as many answers as it takes.', more: `It has all of its ${formatNumber(mostAnswers)} answers.` }
    },
  },
  {
    rule: 'invited',
    name: 'Who may answer',
    judge({ survey: { settings } }) {
      if (settings.access.who === 'anyone') return passed('Anyone may answer.')
      return { is: 'failed', reason: 'invited_only', detail: 'Only people with a personal link may answer.' }
    },
  },
  {
    rule: 'origin',
    name: 'The site',
    judge({ survey: { settings }, moment: { origin } }) {
      const { origins } = settings.access
      if (origins.length === 0) return passed('It may be shown on any site.')
      if (origin === null) return passed('No site is named that could be the wrong one.')
      if (origins.includes(origin)) return passed('It may be shown on this site.')
      return { is: 'failed', reason: 'other_site', detail: 'The survey is not shown on this site.', more: `${origin} is none of its sites: ${origins.join(', ')}.` }
    },
  },
]
