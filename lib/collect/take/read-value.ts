import { type Fault, fault } from '#lib/errors'
import { type AskedInstrument, SCALES } from '#lib/stats/instruments'
import type { Question } from '#lib/surveys/definition'
import { EMOTION_WORDS, MOST_TEXT } from '#lib/widget/scale'
import type { Answer } from '../answer'

type Taken = Pick<Answer, 'score' | 'body' | 'chosen'>

const scored = (score: number): Taken => ({ score, body: null, chosen: null })
const chosen = (ids: readonly string[]): Taken => ({ score: null, body: null, chosen: ids })

// Sentiment is asked from -1 to 1 and kept in hundredths; a decimal such as 0.29 is a hair off its hundredth in binary.
function toSteps(instrument: AskedInstrument, value: number): number {
  if (instrument !== 'sentiment') return value + 0
  const nearest = Math.round(value * 100)
  return Math.abs(value * 100 - nearest) < 1e-9 ? nearest + 0 : value * 100
}

const shownScale = (instrument: AskedInstrument) => (instrument === 'sentiment' ? { lo: -1, hi: 1 } : { lo: SCALES[instrument].lo, hi: SCALES[instrument].hi })

function readScore(id: string, instrument: AskedInstrument, value: unknown, at: string): Taken | Fault {
  const { lo, hi } = SCALES[instrument]
  if (typeof value !== 'number') return fault(at, 'invalid_type', 'The answer to "{id}" must be a number from {lo} to {hi}.', { id, ...shownScale(instrument) })
  const steps = toSteps(instrument, value)
  if (steps < lo || steps > hi) return fault(at, 'out_of_scale', 'The answer to "{id}" must be from {lo} to {hi}.', { id, ...shownScale(instrument) })
  if (!Number.isInteger(steps)) {
    return fault(at, 'not_whole', instrument === 'sentiment' ? 'The answer to "{id}" must be in steps of 0.01.' : 'The answer to "{id}" must be a whole number.', { id })
  }
  return scored(steps)
}

function readText(id: string, value: unknown, most: number | null, at: string): Taken | Fault | null {
  if (typeof value !== 'string') return fault(at, 'invalid_type', 'The answer to "{id}" must be a text.', { id })
  if (most !== null && value.length > most) return fault(at, 'too_big', 'The answer to "{id}" may have at most {most} characters.', { id, most })
  return value.trim() === '' ? null : { score: null, body: value, chosen: null }
}

function readChosen({ id, options, most, instrument }: Question, value: unknown, at: string): Taken | Fault | null {
  const offered: readonly string[] = instrument === 'emotions' ? EMOTION_WORDS : (options ?? []).map((option) => option.id)
  const isOne = instrument === 'choice'
  const ids = isOne ? [value] : value
  if (!Array.isArray(ids) || !ids.every((one) => typeof one === 'string')) {
    return fault(at, 'invalid_type', isOne ? 'The answer to "{id}" must be the id of one option.' : 'The answer to "{id}" must be a list of ids.', { id })
  }
  const strange = ids.find((one) => !offered.includes(one))
  if (strange !== undefined) return fault(at, 'unknown_option', 'The question "{id}" has no option "{option}".', { id, option: strange.slice(0, 40) })
  if (new Set(ids).size < ids.length) return fault(at, 'repeated', 'The answer to "{id}" names one option twice.', { id })
  if (most !== undefined && ids.length > most) return fault(at, 'too_many', 'The answer to "{id}" may name at most {most}.', { id, most })
  return ids.length === 0 ? null : chosen(ids)
}

function readConsent(id: string, value: unknown, at: string): Taken | Fault {
  if (typeof value !== 'boolean') return fault(at, 'invalid_type', 'The answer to "{id}" must be true or false.', { id })
  return chosen([value ? 'yes' : 'no'])
}

/** What is stored of a value, or what is wrong with it; null where it says nothing: a blank text, an empty list. */
export function readValue(question: Question, value: unknown, at: string): Taken | Fault | null {
  const { id, instrument } = question
  switch (instrument) {
    case 'comment':
      return readText(id, value, null, at)
    case 'short':
      return readText(id, value, MOST_TEXT.short, at)
    case 'choice':
    case 'choices':
    case 'emotions':
      return readChosen(question, value, at)
    case 'consent':
      return readConsent(id, value, at)
    default:
      return readScore(id, instrument, value, at)
  }
}
