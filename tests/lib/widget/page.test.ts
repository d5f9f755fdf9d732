import { expect, test } from 'vitest'
import { messagePage, surveyPage } from '#lib/widget/page'
import { SURVEY } from './surveys'

const radios = (page: string, id: string) => [...page.matchAll(new RegExp(`name="q.${id}" value="([^"]+)"( checked)?`, 'g'))]

test('every step of a scale is a radio of its question, and none is chosen beforehand', () => {
  const page = surveyPage({ survey: SURVEY, view: 'all' })
  expect(radios(page, 'recommend').map(([, value]) => value)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  expect(radios(page, 'felt').map(([, value]) => value)).toEqual(['-1', '-0.5', '0', '0.5', '1'])
  expect(page).not.toContain(' checked')
})

test('each question is a fieldset with its legend, its hint and the words at both ends', () => {
  const page = surveyPage({ survey: SURVEY, view: 'all' })
  expect(page.match(/<fieldset/g)).toHaveLength(3)
  expect(page.match(/<legend>/g)).toHaveLength(3)
  expect(page).toContain('<span>0 = not at all</span><span>10 = extremely</span>')
  expect(page).toContain('aria-describedby="hint-why"')
})

test('no face carries a colour of its own', () => {
  const faces = surveyPage({ survey: SURVEY, view: 'all' }).match(/<svg class="face"[^]*?<\/svg>/g) ?? []
  expect(faces).toHaveLength(5)
  expect(new Set(faces).size).toBe(5)
  expect(faces.join('')).not.toMatch(/#[0-9a-f]{3,6}\b|rgb|hsl|class="(good|bad)/i)
})

test('what somebody typed is text, wherever it stands', () => {
  const given = { why: '</textarea><script>alert(1)</script>' }
  const page = surveyPage({ survey: SURVEY, view: 'all', given, faults: { why: '<b>no</b>' } })
  expect(page).toContain('Fernway &amp; &lt;Sons&gt;')
  expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;')
  expect(page).not.toMatch(/<script|<b>/)
})

test('a refusal keeps what was given and stands at its question', () => {
  const page = surveyPage({ survey: SURVEY, view: 'all', given: { felt: '0.5', why: 'Slow' }, faults: { recommend: 'Please choose a number.' } })
  expect(radios(page, 'felt').find(([, value]) => value === '0.5')?.[2]).toBe(' checked')
  expect(page).toContain('\nSlow</textarea>')
  expect(page.indexOf('Please choose a number.')).toBeLessThan(page.indexOf('data-question="felt"'))
})

test('the thanks say that the answer arrived, also where nobody wrote a text', () => {
  const page = surveyPage({ survey: SURVEY, view: 'thanks', script: 'never' })
  expect(page).toContain('Your answer has reached Fernway &amp; &lt;Sons&gt;.')
  expect(page).not.toMatch(/<form|<script/)
})

test('the page says whether an answer is anonymous', () => {
  expect(surveyPage({ survey: SURVEY, view: 'all' })).toContain('Anonymous')
  expect(surveyPage({ survey: SURVEY, view: 'all', isNamed: true })).not.toContain('Anonymous')
})

test('a message has one heading and asks nothing', () => {
  expect(messagePage('Closed', 'No more answers.').match(/<h1/g)).toHaveLength(1)
  expect(messagePage('Closed', 'No more answers.', 'Fernway').match(/<h1/g)).toHaveLength(1)
})
