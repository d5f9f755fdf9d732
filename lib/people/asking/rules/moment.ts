import { sentence, type Values } from '#lib/sentence'
import { matchesPages } from '#lib/widget/pages'
import { attributeSentence, matchesAttribute } from '../attributes'
import type { Case, Rule, Verdict } from '../../types'

const passed = (template: string, values?: Values): Verdict => ({ is: 'passed', detail: sentence(template, values) })

function trigger({ survey, moment: { isNamed, event, url } }: Case): Verdict {
  if (isNamed) return passed('The page asks for just this survey.')
  const { event: wanted, pages = [] } = survey.settings.rules
  if (wanted === undefined && pages.length === 0) {
    return { is: 'failed', reason: 'no_trigger', detail: sentence('No event and no page is named for it: only wayfelt.show() shows it.') }
  }
  if (wanted !== (event ?? undefined)) {
    if (wanted === undefined) return { is: 'failed', reason: 'other_event', detail: sentence('The survey waits for a page, not for an event.') }
    const more =
      event === null
        ? sentence('It waits for the event “{wanted}”; none happened.', { wanted })
        : sentence('It waits for the event “{wanted}”; “{event}” happened.', { wanted, event })
    return { is: 'failed', reason: 'other_event', detail: sentence('The survey waits for another event.'), more }
  }
  if (pages.length > 0 && !(url !== null && matchesPages(url, pages))) {
    const more = sentence(url === null ? 'It is shown on certain pages only, and no page was named.' : 'The address matches none of the pages that it is shown on.')
    return { is: 'failed', reason: 'other_page', detail: sentence('The survey is not shown on this page.'), more }
  }
  if (wanted === undefined) return passed('The page is one of those that it is shown on.')
  return passed(pages.length > 0 ? 'The event “{wanted}” happened on one of its pages.' : 'The event “{wanted}” happened.', { wanted })
}

/** What happened, where, and to whom: whether this is the moment that the survey waits for. */
export const MOMENT: readonly Rule[] = [
  {
    rule: 'place',
    name: sentence('A place of its own'),
    judge({ moment: { form } }) {
      if (form === 'inline') return { is: 'shown', detail: sentence('It stands open on the page, and so is there for everybody.') }
      if (form === 'button') return { is: 'shown', detail: sentence('A button offers it, and people open it themselves.') }
      return passed('It comes by itself, and so only to whom the rules below let it.')
    },
  },
  { rule: 'trigger', name: sentence('What happened'), judge: trigger },
  {
    rule: 'attributes',
    name: sentence('Attributes of the person'),
    judge({ survey, moment }) {
      const { attributes = [] } = survey.settings.rules
      if (attributes.length === 0) return passed('It asks for no attributes.')
      const missed = attributes.find((rule) => !matchesAttribute(rule, moment.attributes))
      if (!missed) return passed('{n, plural, one {The attribute matches.} other {All # attributes match.}}', { n: attributes.length })
      const own = Object.hasOwn(moment.attributes, missed.name)
        ? sentence('it is “{value}”', { value: String(moment.attributes[missed.name]) })
        : sentence('it was not given')
      const detail = sentence('The attribute “{name}” does not match.', { name: missed.name })
      return { is: 'failed', reason: 'attributes', detail, more: sentence('{rule}; {own}.', { rule: attributeSentence(missed), own }) }
    },
  },
  {
    rule: 'button',
    name: sentence('As a button'),
    judge({ survey }) {
      if (survey.settings.window.form !== 'button') return passed('It is no button.')
      return { is: 'shown', detail: sentence('It is a button that people press themselves, and so is there for everybody from here on.') }
    },
  },
]
