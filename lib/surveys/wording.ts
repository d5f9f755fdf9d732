import type { Definition, Question } from './definition'

// Wording speaks of the event and names the company; anchors say what both ends mean and favour neither.

const nps = (company: string): Question => ({
  id: 'recommend',
  instrument: 'nps',
  text: `How likely are you to recommend ${company} to a friend or colleague?`,
  low: 'not at all likely',
  high: 'extremely likely',
  required: true,
})

const csat = (of: string): Question => ({
  id: 'satisfied',
  instrument: 'csat',
  text: `How satisfied were you with ${of}?`,
  low: 'very dissatisfied',
  high: 'very satisfied',
  required: true,
})

const ces = (what: string): Question => ({
  id: 'easy',
  instrument: 'ces',
  text: `How easy was it to ${what}?`,
  low: 'very difficult',
  high: 'very easy',
  required: true,
})

const felt = (when: string): Question => ({
  id: 'felt',
  instrument: 'sentiment',
  text: `How did you feel ${when}?`,
  low: 'very bad',
  high: 'very good',
  required: true,
})

const why: Question = {
  id: 'why',
  instrument: 'comment',
  text: 'What is the main reason for your answer?',
  hint: 'Please leave out names, addresses and numbers that identify somebody.',
  required: false,
}

export type Asked = { nps?: true; csat?: string; ces?: string; felt?: string }

/** The questions of one survey: the first is needed, the others are offered, and a reason closes it. */
export function wording(title: string, company: string, asked: Asked): Definition {
  const scores = [
    ...(asked.nps ? [nps(company)] : []),
    ...(asked.csat ? [csat(asked.csat)] : []),
    ...(asked.ces ? [ces(asked.ces)] : []),
    ...(asked.felt ? [felt(asked.felt)] : []),
  ].map((question, i) => ({ ...question, required: i === 0 }))
  return {
    title,
    company,
    language: 'en',
    questions: [...scores, why],
    thanks: { title: 'Thank you', text: 'Your answer has been received. You can close this page.' },
  }
}

/** What a new survey starts with: one score and its reason. */
export const startQuestions = (title: string, company: string): Definition => wording(title, company, { nps: true })
