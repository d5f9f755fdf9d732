import { expect, test } from 'vitest'
import { changeSentence } from '#lib/surveys/change-sentence'
import type { Change } from '#lib/surveys/changes'
import { Definition, type Question } from '#lib/surveys/definition'
import { wording } from '#lib/surveys/wording'
import { askedOf } from '#lib/widget/flow'
import { readData } from '#lib/widget/scale'
import { CATALOGUE } from '../../app/_words/catalogue'
import { changeIn, changesFor } from '../../app/w/[workspace]/surveys/[survey]/_editor/changes-for'
import { languageName } from '../../app/w/[workspace]/surveys/[survey]/_editor/languages/names'
import { progressOf, textsOf, withTranslation, withWords, wordsAt } from '../../app/w/[workspace]/surveys/[survey]/_editor/languages/texts'
import { givenFor, pageOf, previewed, THANKS } from '../../app/w/[workspace]/surveys/[survey]/_editor/preview/page-of'
import { conditionSentence, firstWhen } from '../../app/w/[workspace]/surveys/[survey]/_editor/questions/condition'
import { movedOption, newOptionId, pasted, renamed } from '../../app/w/[workspace]/surveys/[survey]/_editor/questions/options-of'
import { contrastSentence } from '../../app/w/[workspace]/surveys/[survey]/_editor/settings/colour'
import { summariesOf } from '../../app/w/[workspace]/surveys/[survey]/_editor/settings/summaries'
import { SETS, setIds } from '../../app/w/[workspace]/surveys/new/sets'
import { kindOf } from '../../app/w/[workspace]/surveys/new/stage-kinds'
import { definition } from '../factory/world'
import { ENGLISH, english, GERMAN, german } from '../factory/words'

const t = english('questions')

const nps: Question = { id: 'recommend', instrument: 'nps', text: 'How likely are you to recommend us?', required: true }
const choice: Question = {
  id: 'came',
  instrument: 'choice',
  text: 'What for?',
  required: false,
  options: [{ id: 'buy', label: 'To buy' }, { id: 'help', label: 'For help' }],
  when: { question: 'recommend', from: 0, to: 6 },
}
const why: Question = { id: 'why', instrument: 'comment', text: 'Why?', required: false, when: { question: 'came', chosen: ['help'] } }
const survey = (more: Partial<Definition> = {}): Definition => ({ ...definition([nps, choice, why]), ...more })

test('a renamed answer keeps its id, and pasted lines become answers with ids of their own', () => {
  expect(renamed(choice.options ?? [], 'buy', 'To order')).toEqual([{ id: 'buy', label: 'To order' }, { id: 'help', label: 'For help' }])
  const more = pasted(choice.options ?? [], 'buy', ' To buy\r\n\nTo look\nTo sell ')
  expect(more.map(({ label }) => label)).toEqual(['To buy', 'To look', 'To sell', 'For help'])
  expect(new Set(more.map(({ id }) => id)).size).toBe(4)
  expect(movedOption(more, 'help', 'buy').map(({ label }) => label)[0]).toBe('For help')
})

test('an id of an answer is one that the definition takes, and hardly comes twice', () => {
  const ids = Array.from({ length: 1000 }, newOptionId)
  expect(ids.every((id) => /^[a-z0-9][a-z0-9_-]{0,39}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(1000)
})

test.each([
  [{ question: 'recommend', from: 0, to: 6 }, 'Only if 1 · How likely are you to recom… is 0 to 6'],
  [{ question: 'recommend', from: 9 }, 'Only if 1 · How likely are you to recom… is 9 or more'],
  [{ question: 'recommend', from: 5, to: 5 }, 'Only if 1 · How likely are you to recom… is 5'],
  [{ question: 'came', chosen: ['buy', 'help'] }, 'Only if 2 · What for? is “To buy” or “For help”'],
  [{ question: 'gone' }, 'Only after an answer that is not asked any more'],
])('a condition reads as a sentence: %j', (when, sentence) => {
  expect(conditionSentence(t, ENGLISH, when, survey().questions)).toBe(sentence)
})

test('a condition reads as a sentence in German too, with an emotion and a consent in words', () => {
  const felt: Question = { id: 'felt', instrument: 'emotions', text: 'Wie war es?', required: false }
  const may: Question = { id: 'may', instrument: 'consent', text: 'Darf ich?', required: false }
  const said = (when: NonNullable<Question['when']>) => conditionSentence(german('questions'), GERMAN, when, [nps, felt, may])
  expect(said({ question: 'recommend', from: 0, to: 6 })).toBe('Nur wenn 1 · How likely are you to recom… mit 0 bis 6 beantwortet ist')
  expect(said({ question: 'felt', chosen: ['joy', 'anger', 'gone'] })).toBe('Nur wenn 2 · Wie war es? mit „Freude“, „Ärger“ oder „eine entfernte Antwort“ beantwortet ist')
  expect(said({ question: 'may', chosen: ['no'] })).toBe('Nur wenn bei 3 · Darf ich? nicht eingewilligt wurde')
})

test('a new condition begins at the unhappy half, or at the first answer', () => {
  expect(firstWhen(nps)).toEqual({ question: 'recommend', from: 0, to: 6 })
  expect(firstWhen(choice)).toEqual({ question: 'came', chosen: ['buy'] })
})

test('the preview of a follow-up is given the answers that it follows from', () => {
  const { questions } = survey()
  const given = givenFor(questions, 'why')
  expect(given).toEqual({ recommend: ['0'], came: ['help'] })
  expect(askedOf(questions, readData(questions, given)).map(({ id }) => id)).toContain('why')
})

test('the preview shows the step, the language and the names that were asked for, as text', () => {
  const told = survey({ questions: [{ ...nps, text: '<b>{{touchpoint}}</b>?' }, choice], translations: { ar: { questions: { came: { text: 'لماذا؟' } } } } })
  const shown = (step: string) => pageOf(previewed(told, 'ar', 'dark'), told, 'phone', step, givenFor(told.questions, step), { touchpoint: '{{stage}}', stage: 'x' })
  expect(shown('recommend')).toContain('&lt;b&gt;')
  expect(shown('recommend')).not.toContain('<b>')
  expect(shown('came')).toMatch(/dir="rtl" data-theme="dark"[\s\S]*لماذا؟/)
  expect(pageOf(previewed(told, 'en', 'light'), told, 'popup', THANKS, {}, {})).toContain('class="card popup"')
})

test('every text of a survey can be translated, and how many are is counted', () => {
  const told = survey({ thanks: { title: 'Thanks', text: '', link: { label: 'Shop', url: 'https://shop.example' } } })
  const paths = textsOf(told).map(({ path }) => path.join('/'))
  expect(paths).toEqual(['title', 'questions/recommend/text', 'questions/came/text', 'questions/came/options/buy', 'questions/came/options/help', 'questions/why/text', 'thanks/title', 'thanks/label'])
  const words = withWords(withWords({}, ['questions', 'came', 'options', 'buy'], 'Kaufen'), ['title'], 'Danach')
  const german = { ...told, translations: withTranslation(told, 'de', words) }
  expect(wordsAt(words, ['questions', 'came', 'options', 'buy'])).toBe('Kaufen')
  expect(progressOf(german, 'de')).toEqual({ done: 2, of: 8 })
  expect(withTranslation(german, 'de', undefined)).toEqual({})
  expect(languageName('pt-BR', 'en')).toBe('Brazilian Portuguese')
})

test('the settings say in a line what is set', () => {
  const usual = summariesOf(t, ENGLISH, survey(), 'UTC')
  const begun = survey({ rules: { pages: [{ is: 'contains', value: ' ' }], attributes: [{ name: '', is: 'equals', value: '' }] } })
  expect(summariesOf(t, ENGLISH, begun, 'UTC')).toEqual(usual)
  expect(usual).toEqual({
    look: 'Our colour, light and dark, one question at a time',
    asking: 'Popup when your code shows it, once',
    access: 'Anyone',
    privacy: 'Anonymous: no id is kept',
    protection: 'The usual, quiet checks',
    languages: 'English',
  })
  const set = summariesOf(t, ENGLISH, survey({ rules: { event: 'paid', displayPercentage: 20 }, access: { who: 'invited', closesAt: '2026-11-30T17:00:00Z', mostAnswers: 1200 }, translations: { de: {} } }), 'Europe/Berlin')
  expect(set.asking).toBe('Popup on paid, once, 20 of a hundred')
  expect(set.access).toBe('Invited people only, until 30 Nov 2026, 18:00, at most 1,200 answers')
  expect(set.languages).toBe('English, German (0 of 7)')
  const told = survey({ rules: { pages: [{ is: 'exactly', value: '/' }] }, access: { mostAnswers: 1200 }, translations: { de: {} } })
  expect(summariesOf(german('questions'), GERMAN, told, 'UTC')).toMatchObject({
    asking: 'Pop-up nach einer Seitenregel, einmal',
    access: 'Alle, höchstens 1.200 Antworten',
    languages: 'Englisch, Deutsch (0 von 7)',
  })
})

test('a colour that is too weak is said with its ratio and with what it becomes', () => {
  expect(contrastSentence(t, ENGLISH, '#0d5c6b', 'light')).toEqual({ isFine: true, text: '7.6\u00a0:\u00a01 on white: easy to read.' })
  expect(contrastSentence(t, ENGLISH, '#ffd400', 'light')).toMatchObject({ isFine: false, text: expect.stringMatching(/^1\.4\u00a0:\u00a01 on white is too weak .* become #/) })
})

test('publishing says first what it changes for people', () => {
  const before = { published: survey(), place: 'pay' }
  const draft = { name: 'x', touchpoint: 'basket', definition: survey({ questions: [{ ...nps, text: 'Would you recommend us?' }, { ...choice, options: choice.options?.slice(0, 1) }] }) }
  expect(changesFor(t, ENGLISH, before, draft)).toEqual([
    'Answers go to another touchpoint',
    'Question removed: “Why?”',
    'Question reworded to “Would you recommend us?”',
    'Answer “For help” removed from “What for?”',
  ])
  const told = survey({ translations: { 'pt-BR': {}, 'en-12': {} }, privacy: { mode: 'identified' } })
  expect(changesFor(t, ENGLISH, before, { name: 'x', touchpoint: 'pay', definition: told })).toEqual(['Language added: Brazilian Portuguese', 'Language added: en-12', 'Privacy changed'])
  expect(changesFor(t, ENGLISH, before, { name: 'x', touchpoint: 'pay', definition: survey() })).toEqual(['Nothing that people would see.'])
})

test.each(Object.keys(CATALOGUE.en.questions.changes))('the page tells the change “%s” as the API does, in German in its own words', (is) => {
  for (const languages of [['de'], ['de', 'pt-BR']]) {
    const change = { is, question: 'Why?'.repeat(20), answer: 'To buy', languages, questions: languages.length } as Change
    expect(changeIn(t, ENGLISH, change)).toBe(changeSentence(change))
    expect(changeIn(german('questions'), GERMAN, change)).not.toBe(changeSentence(change))
  }
})

test.each([
  ['Checkout', 'buy'], ['Onboarding', 'start'], ['Use & support', 'help'], ['Handover', null], ['Lieferung', 'receive'], ['Renewal', 'stay'], ['Use', 'use'], ['Discover', 'discover'],
])('a stage called %s is asked about as %s', (name, kind) => expect(kindOf(name)).toBe(kind))

test('what a new survey can start with are surveys that can be published, in questions of their own', () => {
  for (const id of setIds) {
    const made = wording('Your feedback', 'Fernway', SETS[id].asked)
    expect(Definition.parse(made).questions.length).toBeGreaterThan(1)
    expect(made.questions.map(({ required }) => required)[0]).toBe(true)
    // How many may be chosen is said by the form itself, in the language of whoever answers.
    expect(made.questions.filter(({ most, hint }) => most && hint)).toEqual([])
  }
})
