import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { RULES } from '#lib/people/asking/decide'
import AskingPage from '../../../app/help/asking/page'
import { RULE_LIST, RULE_SENTENCES } from '../../../app/help/asking/rules'

const text = renderToStaticMarkup(AskingPage()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('explains every rule in the order in which it is asked, and none that is no more', () => {
  expect(Object.keys(RULE_SENTENCES)).toEqual(RULES.map(({ rule }) => rule))
  const places = RULE_LIST.map(({ name, says }) => text.indexOf(`${name}. ${says}`))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

it('names the caps that hold unless others are set', () => {
  expect(text).toContain('waits 90 days, one about the relationship as a whole 183 days')
})
