import { en } from '#lib/surveys/words/en'
import type { AskedSurvey } from '#lib/widget/types'

export const { words } = en

export const SURVEY: AskedSurvey = {
  id: '01900000-0000-7000-8000-00000000000b',
  version: 1,
  title: 'After checkout',
  company: 'Fernway & <Sons>',
  language: 'en',
  dir: 'ltr',
  questions: [
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', low: 'not at all', high: 'extremely', required: true },
    { id: 'felt', instrument: 'sentiment', text: 'How did it feel?', required: false },
    { id: 'why', instrument: 'comment', text: 'Why?', hint: 'No names, please.', required: false },
  ],
  thanks: { title: 'Thank you', text: 'Your answer has reached Fernway & <Sons>.' },
  steps: 'one',
  theme: 'auto',
  colours: '',
  privacy: 'anonymous',
  words,
}

/** Every instrument there is, each on its own and none needed but the first. */
export const ALL: AskedSurvey = {
  ...SURVEY,
  questions: [
    ...SURVEY.questions.slice(0, 1),
    { id: 'happy', instrument: 'csat', text: 'How satisfied were you?', required: false },
    { id: 'easy', instrument: 'ces', text: 'How easy was it?', required: false },
    { id: 'felt', instrument: 'sentiment', text: 'How did it feel?', required: false },
    { id: 'words', instrument: 'emotions', text: 'Which words fit?', required: false, most: 2 },
    { id: 'way', instrument: 'choice', text: 'How did you pay?', required: false, options: [{ id: 'card', label: 'By card' }, { id: 'bank', label: 'By bank transfer' }] },
    { id: 'parts', instrument: 'choices', text: 'What was good?', required: false, options: [{ id: 'price', label: 'Price' }, { id: 'speed', label: 'Speed' }, { id: 'other', label: 'Other' }] },
    { id: 'city', instrument: 'short', text: 'Where do you live?', required: false },
    { id: 'why', instrument: 'comment', text: 'Why?', hint: 'No names, please.', required: false },
    { id: 'contact', instrument: 'consent', text: 'Fernway may write to me about this answer.', required: false },
  ],
}
