import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { RULES } from '#lib/people/asking/decide'
import { CATALOGUE } from '../../../app/_words/catalogue'
import AskingPage from '../../../app/help/asking/page'
import { RULE_IDS } from '../../../app/help/asking/rules'
import { spoken } from '../../factory/words'

const text = renderToStaticMarkup(spoken(createElement(AskingPage))).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('explains every rule in the order in which it is asked, and none that is no more', () => {
  expect(Object.entries(CATALOGUE.en.help.rules).map(([rule, { name }]) => ({ rule, name }))).toEqual(RULES.map(({ rule, name }) => ({ rule, name: name.message })))
  const places = RULE_IDS.map((rule) => text.indexOf(`${CATALOGUE.en.help.rules[rule].name}. ${CATALOGUE.en.help.rules[rule].says}`))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

it('names the caps that hold unless others are set', () => {
  expect(text).toContain('waits 90 days, one about the relationship as a whole 183 days')
})
