import { inEnglish, sentence } from '#lib/sentence'
import type { Definition, Question } from './definition'

// Wording speaks of the event and names the company; anchors say what both ends mean and favour neither.

const nps = (company: string, voice = inEnglish): Question => ({
  id: 'recommend',
  instrument: 'nps',
  text: voice(sentence('How likely are you to recommend {company} to a friend or colleague?', { company })),
  low: voice(sentence('not at all likely')),
  high: voice(sentence('extremely likely')),
  required: true,
})

const csat = (of: string, voice = inEnglish): Question => ({
  id: 'satisfied',
  instrument: 'csat',
  text: voice(sentence('How satisfied were you with {of}?', { of: sentence(of) })),
  low: voice(sentence('very dissatisfied')),
  high: voice(sentence('very satisfied')),
  required: true,
})

const ces = (what: string, voice = inEnglish): Question => ({
  id: 'easy',
  instrument: 'ces',
  text: voice(sentence('How easy was it to {what}?', { what: sentence(what) })),
  low: voice(sentence('very difficult')),
  high: voice(sentence('very easy')),
  required: true,
})

const felt = (when: string, voice = inEnglish): Question => ({
  id: 'felt',
  instrument: 'sentiment',
  text: voice(sentence('How did you feel {when}?', { when: sentence(when) })),
  low: voice(sentence('very bad')),
  high: voice(sentence('very good')),
  required: true,
})

const reason = (voice = inEnglish): Question => ({
  id: 'why',
  instrument: 'comment',
  text: voice(sentence('What is the main reason for your answer?')),
  hint: voice(sentence('Please leave out names, addresses and numbers that identify somebody.')),
  required: false,
})

const why = reason()
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

const named = <Name extends string>(name: Name, question: Question) => ({ name, question })

/** Ready questions of each kind, in the words of who asks; the first of a kind is what "Add question" brings. Their names are keys of the interface's catalogue. */
export const readyQuestions = (company: string) => ({
  nps: [
    named('recommend', nps(company)),
    named('recommendAfter', { ...nps(company), text: `After this, how likely are you to recommend ${company} to a friend or colleague?` }),
    named('recommendWork', { ...nps(company), text: `How likely are you to recommend ${company} as a place to work?` }),
  ],
  csat: [
    named('satisfiedStep', csat('this step')),
    named('satisfiedHelp', csat('the help that you got')),
    named('satisfiedWhole', csat(`${company} as a whole`)),
  ],
  ces: [
    named('easy', ces('get this done')),
    named('madeEasy', {
      ...ces(''),
      text: `${company} made it easy for me to get this done.`,
      low: 'strongly disagree',
      high: 'strongly agree',
    }),
    named('effort', {
      ...ces(''),
      text: 'How much effort did it take to get this done?',
      low: 'very low effort',
      high: 'very high effort',
      reversed: true,
    }),
  ],
  sentiment: [named('feltDuring', felt('during this step')), named('feelNow', { ...felt(''), text: 'How do you feel right now?' })],
  emotions: [named('feelingWords', emotions)],
  choice: [
    named('worked', choice('solved', 'Did you get done what you came for?', { yes: 'Yes', partly: 'Partly', no: 'No' })),
    named('reason', choice('purpose', 'What did you come for today?', { look: 'To look around', buy: 'To buy something', help: 'To get help', other: 'Something else' })),
    named('often', choice('often', 'How often do you do this?', { first: 'For the first time', month: 'About once a month', week: 'About once a week', day: 'Daily' })),
  ],
  choices: [
    named('mattered', { ...choice('mattered', 'What mattered most to you?', MATTERED), instrument: 'choices', most: 3, shuffle: true }),
    named('better', { ...choice('better', 'What should we do better?', MATTERED), instrument: 'choices', shuffle: true }),
  ],
  short: [named('lookingFor', short('looking', 'In a few words: what were you looking for?')), named('oneWord', short('word', 'Which one word describes it best?'))],
  comment: [
    named('mainReason', why),
    named('improve', comment('improve', 'What is the one thing that we should improve?')),
    named('missing', comment('missing', 'What was missing?')),
  ],
  consent: [
    named('contact', consent(`${company} may contact me about my answers.`)),
    named('quote', consent(`${company} may quote my words without my name.`)),
  ],
}) satisfies Record<Question['instrument'], readonly { name: string; question: Question }[]>

export type Asked = { nps?: true; csat?: string; ces?: string; felt?: string; words?: true }

/** The questions of one survey in a language of `voice`: the first is needed, the others are offered, and a reason closes it. */
export function wording(title: string, company: string, asked: Asked, voice = inEnglish, language = 'en'): Definition {
  const scores = [
    ...(asked.nps ? [nps(company, voice)] : []),
    ...(asked.csat ? [csat(asked.csat, voice)] : []),
    ...(asked.ces ? [ces(asked.ces, voice)] : []),
    ...(asked.felt ? [felt(asked.felt, voice)] : []),
    ...(asked.words ? [emotions] : []),
  ].map((question, i) => ({ ...question, required: i === 0 }))
  return {
    title,
    company,
    language,
    questions: [...scores, reason(voice)],
    thanks: { title: voice(sentence('Thank you')), text: voice(sentence('Your answer has been received.')) },
  }
}

/** What a new survey starts with: one score and its reason. */
export const startQuestions = (title: string, company: string): Definition => wording(title, company, { nps: true })
