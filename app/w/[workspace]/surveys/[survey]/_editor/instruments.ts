import type { Question } from '#lib/surveys/definition'
import { STEPS } from '#lib/widget/scale'

export type Instrument = Question['instrument']

type Facts = { name: string; scale: string; ends: readonly [string, string] | null }

/** An instrument in words, and the values at the two ends of its scale. */
export const INSTRUMENTS: Readonly<Record<Instrument, Facts>> = {
  nps: { name: 'NPS', scale: 'Recommend, 0 to 10', ends: ['0', '10'] },
  csat: { name: 'CSAT', scale: 'Satisfied, 1 to 5', ends: ['1', '5'] },
  ces: { name: 'CES', scale: 'Easy, 1 to 7', ends: ['1', '7'] },
  sentiment: { name: 'Faces', scale: 'Felt, five faces', ends: ['the sad end', 'the glad end'] },
  emotions: { name: 'Emotions', scale: 'Felt, in eight words', ends: null },
  choice: { name: 'Choice', scale: 'One of several', ends: null },
  choices: { name: 'Choices', scale: 'Several of several', ends: null },
  short: { name: 'Short text', scale: 'A few words, one line', ends: null },
  comment: { name: 'Comment', scale: 'In one’s own words', ends: null },
  consent: { name: 'Consent', scale: 'Agree or not', ends: null },
}

/** The instruments as the menu shows them. */
export const GROUPS: readonly { name: string; instruments: readonly Instrument[] }[] = [
  { name: 'Scores', instruments: ['nps', 'csat', 'ces'] },
  { name: 'Feeling', instruments: ['sentiment', 'emotions'] },
  { name: 'Choice', instruments: ['choice', 'choices'] },
  { name: 'Words', instruments: ['short', 'comment'] },
  { name: 'Consent', instruments: ['consent'] },
]

export const isScored = (instrument: Instrument): instrument is keyof typeof STEPS => Object.hasOwn(STEPS, instrument)

const FACES: Readonly<Record<string, string>> = { '-1': 'very bad', '-0.5': 'rather bad', '0': 'neither', '0.5': 'rather good', '1': 'very good' }

/** A step of a scale as a person says it. */
export const stepName = (instrument: Instrument, step: string): string => (instrument === 'sentiment' ? (FACES[step] ?? step) : step)

/** A question in a line: its text, shortened where it is long. */
export const inShort = (text: string, most = 44): string => {
  const one = text.trim().replace(/\s+/g, ' ')
  return one.length <= most ? one : `${one.slice(0, most - 1).trimEnd()}…`
}
