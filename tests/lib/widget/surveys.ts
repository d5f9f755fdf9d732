import type { AskedSurvey } from '#lib/widget/types'

export const SURVEY: AskedSurvey = {
  title: 'After checkout',
  company: 'Fernway & <Sons>',
  language: 'en',
  questions: [
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', low: 'not at all', high: 'extremely', required: true },
    { id: 'felt', instrument: 'sentiment', text: 'How did it feel?', required: false },
    { id: 'why', instrument: 'comment', text: 'Why?', hint: 'No names, please.', required: false },
  ],
  thanks: { title: 'Thank you', text: '' },
}
