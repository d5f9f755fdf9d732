import type { Change } from './changes'

/** How a change is told: the key of its sentence with what stands in it. */
export type Told = { key: Change['is']; values: { question: string; answer: string; languages: string; n: number } }

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`)

/** Names of languages; a code may have the form of one without being one (en-12): then it is its own name. */
const namesIn = (reader: string, codes: readonly string[]): string => {
  const names = new Intl.DisplayNames([reader], { type: 'language' })
  const nameOf = (code: string) => {
    try {
      return names.of(code) ?? code
    } catch {
      return code
    }
  }
  return codes.map(nameOf).join(', ')
}

/** A change ready for a sentence in the reader's language: long texts cut, languages by name. */
export function toldIn(reader: string, change: Change): Told {
  const languages = 'languages' in change ? change.languages : []
  return {
    key: change.is,
    values: {
      question: 'question' in change ? short(change.question) : '',
      answer: 'answer' in change ? short(change.answer) : '',
      languages: namesIn(reader, languages),
      n: 'questions' in change ? change.questions : languages.length,
    },
  }
}

const SENTENCES: { readonly [Key in Told['key']]: (values: Told['values']) => string } = {
  first: ({ n }) => `First version, with ${n === 1 ? 'one question' : `${n} questions`}`,
  place: () => 'Answers go to another touchpoint',
  added: ({ question }) => `Question added: “${question}”`,
  removed: ({ question }) => `Question removed: “${question}”`,
  reworded: ({ question }) => `Question reworded to “${question}”`,
  labels: ({ question }) => `Hint or labels of “${question}” changed`,
  needed: ({ question }) => `“${question}” needs an answer now`,
  optional: ({ question }) => `“${question}” is optional now`,
  others: ({ question }) => `“${question}” is asked of others than before`,
  everybody: ({ question }) => `“${question}” is asked of everybody now`,
  questionPlace: ({ question }) => `Answers to “${question}” go to another touchpoint`,
  reversed: ({ question }) => `The scale of “${question}” is turned round`,
  offered: ({ question }) => `How the answers of “${question}” are offered changed`,
  answerAdded: ({ answer, question }) => `Answer “${answer}” added to “${question}”`,
  answerRemoved: ({ answer, question }) => `Answer “${answer}” removed from “${question}”`,
  answerRenamed: ({ answer, question }) => `Answer renamed to “${answer}” in “${question}”`,
  order: () => 'Questions in another order',
  titles: () => 'Title or name of who asks changed',
  thanks: () => 'The thanks changed',
  languageAdded: ({ languages }) => `Language added: ${languages}`,
  languageRemoved: ({ languages }) => `Language removed: ${languages}`,
  translations: ({ languages, n }) => `${n === 1 ? 'One translation' : `${n} translations`} changed: ${languages}`,
  language: ({ languages }) => `The texts are in ${languages} now`,
  look: () => 'The look changed',
  window: () => 'How the widget shows it changed',
  privacy: () => 'Privacy changed',
  access: () => 'Who may answer changed',
  rules: () => 'When and whom it asks changed',
  protection: () => 'Protection against floods changed',
}

/** A change as the API tells it; the pages tell it in the words of their catalogue. */
export function changeSentence(change: Change): string {
  const { key, values } = toldIn('en', change)
  return SENTENCES[key](values)
}
