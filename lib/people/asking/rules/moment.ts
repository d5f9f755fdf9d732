import { matchesPages } from '#lib/widget/pages'
import { attributeSentence, matchesAttribute } from '../attributes'
import type { Case, Rule, Verdict } from '../../types'

const passed = (detail: string): Verdict => ({ is: 'passed', detail })

function trigger({ survey, moment: { isNamed, event, url } }: Case): Verdict {
  if (isNamed) return passed('The page asks for just this survey.')
  const { event: wanted, pages = [] } = survey.settings.rules
  if (wanted === undefined && pages.length === 0) {
    return { is: 'failed', reason: 'no_trigger', detail: 'No event and no page is named for it: only wayfelt.show() shows it.' }
  }
  if (wanted !== (event ?? undefined)) {
    const detail = wanted === undefined ? 'The survey waits for a page, not for an event.' : 'The survey waits for another event.'
    const happened = event === null ? 'none happened' : `“${event}” happened`
    return { is: 'failed', reason: 'other_event', detail, ...(wanted === undefined ? {} : { more: `It waits for the event “${wanted}”; ${happened}.` }) }
  }
  if (pages.length > 0 && !(url !== null && matchesPages(url, pages))) {
    const more = url === null ? 'It is shown on certain pages only, and no page was named.' : 'The address matches none of the pages that it is shown on.'
    return { is: 'failed', reason: 'other_page', detail: 'The survey is not shown on this page.', more }
  }
  return passed(wanted === undefined ? 'The page is one of those that it is shown on.' : `The event “${wanted}” happened${pages.length > 0 ? ' on one of its pages' : ''}.`)
}

/** What happened, where, and to whom: whether this is the moment that the survey waits for. */
export const MOMENT: readonly Rule[] = [
  {
    rule: 'place',
    name: 'A place of its own',
    judge({ moment: { form } }) {
      if (form === 'inline') return { is: 'shown', detail: 'It stands open on the page, and so is there for everybody.' }
      if (form === 'button') return { is: 'shown', detail: 'A button offers it, and people open it themselves.' }
      return passed('It comes by itself, and so only to whom the rules below let it.')
    },
  },
  { rule: 'trigger', name: 'What happened', judge: trigger },
  {
    rule: 'attributes',
    name: 'Attributes of the person',
    judge({ survey, moment }) {
      const { attributes = [] } = survey.settings.rules
      if (attributes.length === 0) return passed('It asks for no attributes.')
      const missed = attributes.find((rule) => !matchesAttribute(rule, moment.attributes))
      if (!missed) return passed(attributes.length === 1 ? 'The attribute matches.' : `All ${attributes.length} attributes match.`)
      const own = Object.hasOwn(moment.attributes, missed.name) ? `it is “${moment.attributes[missed.name]}”` : 'it was not given'
      return { is: 'failed', reason: 'attributes', detail: `The attribute “${missed.name}” does not match.`, more: `${attributeSentence(missed)}; ${own}.` }
    },
  },
  {
    rule: 'button',
    name: 'As a button',
    judge({ survey }) {
      if (survey.settings.window.form !== 'button') return passed('It is no button.')
      return { is: 'shown', detail: 'It is a button that people press themselves, and so is there for everybody from here on.' }
    },
  },
]
