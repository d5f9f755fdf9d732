import { sentence, type Values } from '#lib/sentence'
import type { Rule, Verdict } from '../../types'

const passed = (template: string, values?: Values): Verdict => ({ is: 'passed', detail: sentence(template, values) })

/** Whether the survey takes answers at all, and from this site. */
export const ACCESS: readonly Rule[] = [
  {
    rule: 'state',
    name: sentence('The survey is live'),
    judge({ survey: { state, version } }) {
      if (state === 'draft') return { is: 'failed', reason: 'draft', detail: sentence('The survey is a draft.') }
      if (state === 'archived') return { is: 'failed', reason: 'archived', detail: sentence('The survey is archived.') }
      if (state === 'closed') return { is: 'failed', reason: 'closed', detail: sentence('The survey is closed.') }
      return { is: 'passed', detail: sentence('It is live.'), more: sentence('Version {version} is live.', { version }) }
    },
  },
  {
    rule: 'window',
    name: sentence('Its dates'),
    judge({ survey: { settings }, moment: { now } }) {
      const { opensAt, closesAt } = settings.access
      if (opensAt !== undefined && now < new Date(opensAt)) {
        return { is: 'failed', reason: 'not_open_yet', detail: sentence('The survey has not opened yet.'), until: new Date(opensAt) }
      }
      if (closesAt !== undefined && now >= new Date(closesAt)) return { is: 'failed', reason: 'over', detail: sentence('The survey’s time is over.') }
      return passed(opensAt === undefined && closesAt === undefined ? 'It has no first or last day.' : 'It is open at this moment.')
    },
  },
  {
    rule: 'limit',
    name: sentence('Its limit of answers'),
    judge({ survey: { settings, answers } }) {
      const { mostAnswers } = settings.access
      if (mostAnswers === undefined) return passed('It takes any number of answers.')
      if (answers < mostAnswers) return { is: 'passed', detail: sentence('It takes more answers.'), more: sentence('It has {answers, number} of {most, number} answers.', { answers, most: mostAnswers }) }
      return { is: 'failed', reason: 'full', detail: sentence('The survey has as many answers as it takes.'), more: sentence('It has all of its {most, number} answers.', { most: mostAnswers }) }
    },
  },
  {
    rule: 'invited',
    name: sentence('Who may answer'),
    judge({ survey: { settings } }) {
      if (settings.access.who === 'anyone') return passed('Anyone may answer.')
      return { is: 'failed', reason: 'invited_only', detail: sentence('Only people with a personal link may answer.') }
    },
  },
  {
    rule: 'origin',
    name: sentence('The site'),
    judge({ survey: { settings }, moment: { origin } }) {
      const { origins } = settings.access
      if (origins.length === 0) return passed('It may be shown on any site.')
      if (origin === null) return passed('No site is named that could be the wrong one.')
      if (origins.includes(origin)) return passed('It may be shown on this site.')
      return { is: 'failed', reason: 'other_site', detail: sentence('The survey is not shown on this site.'), more: sentence('{origin} is none of its sites: {sites}.', { origin, sites: origins.join(', ') }) }
    },
  },
]
