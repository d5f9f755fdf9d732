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

const hint = why.hint

const emotions: Question = {
  id: 'emotions',
  instrument: 'emotions',
  text: 'Which words fit how you felt?',
  most: 2,
  required: false,
}

const choice = (id: string, text: string, labels: Readonly<Record<string, string>>): Question => ({
  id,
  instrument: 'choice',
  text,
  options: Object.entries(labels).map(([option, label]) => ({ id: option, label })),
  required: false,
})

const short = (id: string, text: string): Question => ({ id, instrument: 'short', text, required: false })
const comment = (id: string, text: string): Question => ({ id, instrument: 'comment', text, hint, required: false })
const consent = (text: string): Question => ({ id: 'consent', instrument: 'consent', text, required: false })

const MATTERED = { price: 'The price', quality: 'The quality', speed: 'How quick it was', people: 'The people', ease: 'How easy it was', other: 'Something else' }

type Ready = { name: string; question: Question }

const named = (name: string, question: Question): Ready => ({ name, question })

/** Ready questions of each kind, in the words of who asks; the first of a kind is what "Add question" brings. */
export const readyQuestions = (company: string): Record<Question['instrument'], readonly Ready[]> => ({
  nps: [
    named('Recommend the company', nps(company)),
    named('Recommend after this step', { ...nps(company), text: `After this, how likely are you to recommend ${company} to a friend or colleague?` }),
    named('Recommend as a place to work', { ...nps(company), text: `How likely are you to recommend ${company} as a place to work?` }),
  ],
  csat: [
    named('Satisfied with this step', csat('this step')),
    named('Satisfied with the help', csat('the help that you got')),
    named('Satisfied as a whole', csat(`${company} as a whole`)),
  ],
  ces: [
    named('Easy to get done', ces('get this done')),
    named('The company made it easy', {
      ...ces(''),
      text: `${company} made it easy for me to get this done.`,
      low: 'strongly disagree',
      high: 'strongly agree',
    }),
    named('Effort (low is good)', {
      ...ces(''),
      text: 'How much effort did it take to get this done?',
      low: 'very low effort',
      high: 'very high effort',
      reversed: true,
    }),
  ],
  sentiment: [named('Felt during this step', felt('during this step')), named('Feel now', { ...felt(''), text: 'How do you feel right now?' })],
  emotions: [named('Words for the feeling', emotions)],
  choice: [
    named('Did it work?', choice('solved', 'Did you get done what you came for?', { yes: 'Yes', partly: 'Partly', no: 'No' })),
    named('Reason to come', choice('purpose', 'What did you come for today?', { look: 'To look around', buy: 'To buy something', help: 'To get help', other: 'Something else' })),
    named('How often', choice('often', 'How often do you do this?', { first: 'For the first time', month: 'About once a month', week: 'About once a week', day: 'Daily' })),
  ],
  choices: [
    named('What mattered', { ...choice('mattered', 'What mattered most to you?', MATTERED), instrument: 'choices', most: 3, shuffle: true }),
    named('What to do better', { ...choice('better', 'What should we do better?', MATTERED), instrument: 'choices', shuffle: true }),
  ],
  short: [named('Looking for', short('looking', 'In a few words: what were you looking for?')), named('One word', short('word', 'Which one word describes it best?'))],
  comment: [
    named('Main reason', why),
    named('What to improve', comment('improve', 'What is the one thing that we should improve?')),
    named('What was missing', comment('missing', 'What was missing?')),
  ],
  consent: [
    named('May be contacted', consent(`${company} may contact me about my answers.`)),
    named('May be quoted', consent(`${company} may quote my words without my name.`)),
  ],
})

export type Asked = { nps?: true; csat?: string; ces?: string; felt?: string; words?: true }

/** The questions of one survey: the first is needed, the others are offered, and a reason closes it. */
export function wording(title: string, company: string, asked: Asked): Definition {
  const scores = [
    ...(asked.nps ? [nps(company)] : []),
    ...(asked.csat ? [csat(asked.csat)] : []),
    ...(asked.ces ? [ces(asked.ces)] : []),
    ...(asked.felt ? [felt(asked.felt)] : []),
    ...(asked.words ? [emotions] : []),
  ].map((question, i) => ({ ...question, required: i === 0 }))
  return {
    title,
    company,
    language: 'en',
    questions: [...scores, why],
    thanks: { title: 'Thank you', text: 'Your answer has been received.' },
  }
}

/** What a new survey starts with: one score and its reason. */
export const startQuestions = (title: string, company: string): Definition => wording(title, company, { nps: true })
