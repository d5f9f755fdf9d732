import { expect, test } from 'vitest'
import { askedSurvey, languagesOf } from '#lib/surveys/asked'
import { Definition } from '#lib/surveys/definition'
import { chosenLanguage } from '#lib/surveys/words/catalogue'

const definition = Definition.parse({
  title: 'After paying',
  company: 'Fernway',
  language: 'en',
  questions: [
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', low: 'not at all', hint: 'Be frank.', required: true },
    { id: 'way', instrument: 'choice', text: 'How did you pay?', required: false, shuffle: true, options: [{ id: 'card', label: 'Card' }, { id: 'bank', label: 'Bank' }], when: { question: 'recommend', to: 6 } },
  ],
  thanks: { title: 'Thank you', text: '', link: { label: 'Help', url: 'https://example.test/help' } },
  translations: {
    de: { title: 'Nach dem Zahlen', questions: { recommend: { text: 'Empfehlen Sie uns?' }, way: { options: { card: 'Karte' } } }, thanks: { title: 'Danke', label: 'Hilfe' } },
    'pt-BR': {},
  },
  look: { accent: '#0d5c6b', steps: 'all', theme: 'dark' },
  privacy: { mode: 'pseudonymous', link: 'https://example.test/privacy' },
})

const ask = (...languages: string[]) => askedSurvey({ id: '01900000-0000-7000-8000-00000000000a', version: 3, definition }, languages)

test('what is translated is shown in the language, what is not in the survey’s own', () => {
  const { title, questions, thanks, language, words } = ask('de-AT')
  expect([title, language, words.send, thanks.title, thanks.link?.label]).toEqual(['Nach dem Zahlen', 'de', 'Absenden', 'Danke', 'Hilfe'])
  expect(questions[0]).toMatchObject({ text: 'Empfehlen Sie uns?', hint: 'Be frank.', low: 'not at all' })
  expect(questions[1]).toMatchObject({ text: 'How did you pay?', options: [{ id: 'card', label: 'Karte' }, { id: 'bank', label: 'Bank' }], shuffle: true, when: { question: 'recommend', to: 6 } })
})

test('thanks without a text say in the language that the answer arrived', () => {
  expect(ask('de').thanks.text).toBe('Ihre Antwort ist bei Fernway angekommen.')
  expect(ask().thanks.text).toBe('Your answer has reached Fernway.')
})

test('a language that nobody speaks here is asked in the survey’s own, and one without a catalogue in English words', () => {
  expect(ask('xx', 'constructor').language).toBe('en')
  const { language, words } = ask('pt')
  expect([language, words.send]).toEqual(['pt-BR', 'Send'])
  expect(languagesOf(definition)).toEqual(['en', 'de', 'pt-BR'])
})

test('the first wanted language that is there wins, exactly before roughly', () => {
  expect(chosenLanguage(['fr', 'PT-br', 'de'], ['pt-PT', 'pt-BR', 'de'])).toBe('pt-BR')
  expect(chosenLanguage(['de-CH'], ['en', 'de'])).toBe('de')
  expect(chosenLanguage([], ['en'])).toBeUndefined()
})

test('look and privacy come along, and nothing that only the survey’s team may know', () => {
  expect(ask()).toMatchObject({ steps: 'all', theme: 'dark', accent: '#0d5c6b', privacy: 'pseudonymous', privacyLink: 'https://example.test/privacy', version: 3 })
  expect(Object.keys(ask()).filter((name) => ['access', 'rules', 'protection', 'translations'].includes(name))).toEqual([])
})
