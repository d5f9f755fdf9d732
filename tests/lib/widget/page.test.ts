import { describe, expect, test } from 'vitest'
import { askedSurvey } from '#lib/surveys/asked'
import type { Definition } from '#lib/surveys/definition'
import { catalogueOf, dirOf, LANGUAGES } from '#lib/surveys/words/catalogue'
import { messagePage, surveyPage } from '#lib/widget/page'
import { ALL, SURVEY } from './surveys'

const radios = (page: string, id: string) => [...page.matchAll(new RegExp(`name="q.${id}" value="([^"]+)"( checked)?`, 'g'))]

test('every step of a scale is a radio of its question, and none is chosen beforehand', () => {
  const page = surveyPage({ survey: SURVEY })
  expect(radios(page, 'recommend').map(([, value]) => value)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  expect(radios(page, 'felt').map(([, value]) => value)).toEqual(['-1', '-0.5', '0', '0.5', '1'])
  expect(page).not.toContain(' checked')
})

test('each question is a fieldset with its legend, its hint and the words at both ends', () => {
  const page = surveyPage({ survey: SURVEY })
  expect(page.match(/<fieldset/g)).toHaveLength(3)
  expect(page.match(/<legend>/g)).toHaveLength(3)
  expect(page).toContain('<span dir="auto">0 = not at all</span><span dir="auto">10 = extremely</span>')
  expect(page).toContain('aria-describedby="hint-why"')
})

test('no face carries a colour of its own', () => {
  const faces = surveyPage({ survey: SURVEY }).match(/<svg class="face"[^]*?<\/svg>/g) ?? []
  expect(faces).toHaveLength(5)
  expect(new Set(faces).size).toBe(5)
  expect(faces.join('')).not.toMatch(/#[0-9a-f]{3,6}\b|rgb|hsl|class="(good|bad)/i)
})

test('what somebody typed is text, wherever it stands', () => {
  const page = surveyPage({ survey: SURVEY, given: { why: ['\n</textarea><script>alert(1)</script>'] }, faults: { why: '<b>no</b>' } })
  expect(page).toContain('Fernway &amp; &lt;Sons&gt;')
  expect(page).toContain('>\n\n&lt;/textarea&gt;&lt;script&gt;')
  expect(page).not.toMatch(/<script|<b>/)
})

test('questions and options may have any name that the API takes', () => {
  const options = ['constructor', 'b'].map((id) => ({ id, label: id }))
  const translations = { de: { questions: { constructor: { options: { b: 'Zwei' } } } } }
  const texts = { title: 'T', company: 'C', language: 'en', thanks: { title: 'Thanks', text: '' }, translations }
  const definition: Definition = { ...texts, questions: [{ id: 'constructor', instrument: 'choice', text: 'Which?', required: true, options }] }
  const survey = askedSurvey({ id: 'x', version: 1, definition }, ['de'])
  expect(survey.questions[0]?.options).toEqual([{ id: 'constructor', label: 'constructor' }, { id: 'b', label: 'Zwei' }])
  expect(radios(surveyPage({ survey }), 'constructor')).toHaveLength(2)
})

test('a text of the survey is shown as it is: tags, braces of templates, marks that turn the writing', () => {
  const text = '<img src=x onerror=alert(1)> ${1+1} {{{x}}} \u202Eeman'
  const page = surveyPage({ survey: { ...SURVEY, questions: [{ id: 'a', instrument: 'short', text, required: false }] } })
  expect(page).toContain('<span id="text-a" dir="auto">&lt;img src=x onerror=alert(1)&gt; ${1+1}')
  expect(page).toContain('\u202Eeman</span>')
  expect(page).not.toContain('<img')
})

test('a refusal keeps what was given and stands at its question', () => {
  const page = surveyPage({ survey: SURVEY, given: { felt: ['0.5'], why: ['Slow'] }, faults: { recommend: 'Please choose a number.' } })
  expect(radios(page, 'felt').find(([, value]) => value === '0.5')?.[2]).toBe(' checked')
  expect(page).toContain('\nSlow</textarea>')
  expect(page.indexOf('Please choose a number.')).toBeLessThan(page.indexOf('data-question="felt"'))
})

test('one question of many shows where somebody is, and the last one sends', () => {
  const shownOf = (page: string) => [...page.matchAll(/data-question="(\w+)"(?![^>]* hidden)/g)].map(([, id]) => id)
  const [first, last] = [surveyPage({ survey: ALL, at: 'recommend' }), surveyPage({ survey: ALL, at: 'contact' })]
  expect([shownOf(first), shownOf(last)]).toEqual([['recommend'], ['contact']])
  expect(first).toContain('Question 1 of 10')
  expect(first).toContain('>Continue</button>')
  expect(last).toContain('>Send</button>')
})

test('emotion words stand in an order of their own for each person, with what fits nothing last', () => {
  const orderOf = (submissionId: string) => [...surveyPage({ survey: ALL, fields: { submissionId } }).matchAll(/name="q.words" value="(\w+)"/g)].map(([, word]) => word)
  const orders = Array.from({ length: 40 }, (_, i) => orderOf(`person-${i}`))
  expect(new Set(orders.map(String)).size).toBeGreaterThan(30)
  expect(new Set(orders.map(([word]) => word)).size).toBeGreaterThan(4)
  expect(orders.every((order) => order.slice(-2).join() === 'other,none')).toBe(true)
  expect(orderOf('person-1')).toEqual(orders[1])
})

test('the trap stands outside of what a keyboard or a screen reader reaches', () => {
  expect(surveyPage({ survey: SURVEY })).toMatch(/<div class="trap" aria-hidden="true"><label>[^<]+<input type="text" name="trap" tabindex="-1" autocomplete="off">/)
})

test('the thanks may lead on, to a page that learns nothing of this one', () => {
  const thanks = { title: 'Thank you', text: 'Read on.', link: { label: 'Help <centre>', url: 'https://example.test/?a=1&b=2' } }
  const page = surveyPage({ survey: { ...SURVEY, thanks }, isDone: true, script: 'never' })
  expect(page).toContain('href="https://example.test/?a=1&amp;b=2" rel="noopener"')
  expect(page).toContain('Help &lt;centre&gt;</a>')
  expect(page).not.toMatch(/<form|<script/)
})

test('the page says what becomes of an answer', () => {
  const lineOf = (privacy: typeof SURVEY.privacy) => surveyPage({ survey: { ...SURVEY, privacy, privacyLink: 'https://example.test/privacy' } })
  expect(lineOf('anonymous')).toContain('Anonymous')
  expect(lineOf('pseudonymous')).toContain('under a code')
  expect(lineOf('identified')).toContain('customer record at Fernway &amp; &lt;Sons&gt;')
  expect(lineOf('anonymous')).toContain('href="https://example.test/privacy"')
})

test('a message has one heading and asks nothing', () => {
  expect(messagePage({ title: 'Closed', text: 'No more answers.' }).match(/<h1/g)).toHaveLength(1)
  expect(messagePage({ title: 'Closed', text: 'No more answers.', company: 'Fernway' }).match(/<h1/g)).toHaveLength(1)
})

describe('in another language', () => {
  const definition = { ...ALL, questions: ALL.questions.map((q) => ({ ...q, text: 'x', hint: undefined, low: undefined, high: undefined, options: undefined })), title: 'x', company: 'x', thanks: { title: 'x', text: '' } }
  const english = new Set(Object.values(catalogueOf('en').words).flatMap((said) => (typeof said === 'string' ? [said] : Object.values(said))))
  // French writes some words as English does.
  const alike = new Set(['Confusion', 'Frustration', 'Question {n} of {m}'])

  test.each(LANGUAGES.filter((language) => language !== 'en'))('no word of the interface is left in English: %s', (language) => {
    const { words, messages } = catalogueOf(language)
    const said = [...Object.values(words), ...Object.values(messages)].flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each as object) as string[]))
    expect(said.filter((each) => english.has(each) && !alike.has(each))).toEqual([])
    expect(Object.keys(words.emotions).sort()).toEqual(Object.keys(catalogueOf('en').words.emotions).sort())
  })

  test.each([['ar', 'rtl'], ['he-IL', 'rtl'], ['de-CH', 'ltr'], ['pa-Arab', 'rtl']])('%s is written %s', (language, dir) => {
    expect(dirOf(language)).toBe(dir)
    const { questions, thanks, title, company } = definition
    const survey = askedSurvey({ id: SURVEY.id, version: 1, definition: { title, company, language, questions: questions.slice(0, 1) as never, thanks } }, [])
    expect(surveyPage({ survey })).toContain(`<html lang="${language}" dir="${dir}">`)
  })
})
