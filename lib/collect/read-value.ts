import { type Fault, fault } from '#lib/errors'
import { type AskedInstrument, SCALES } from '#lib/stats/instruments'
import type { Question } from '#lib/surveys/definition'
import { EMOTION_WORDS, MOST_TEXT } from '#lib/widget/scale'
import type { Answer } from './answer'

type Taken = Pick<Answer, 'score' | 'body' | 'chosen'>

const scored = (score: number): Taken => ({ score, body: null, chosen: null })
const chosen = (ids: readonly string[]): Taken => ({ score: null, body: null, chosen: ids })

// Sentiment is asked from -1 to 1 and kept in hundredths; a decimal such as 0.29 is a hair off its hundredth in binary.
function toSteps(instrument: AskedInstrument, value: number): number {
  if (instrument !== 'sentiment') return value + 0
  const nearest = Math.round(value * 100)
  return Math.abs(value * 100 - nearest) < 1e-9 ? nearest + 0 : value * 100
}

const shownScale = (instrument: AskedInstrument) =>
  instrument === 'sentiment' ? 'from -1 to 1' : `from ${SCALES[instrument].lo} to ${SCALES[instrument].hi}`

function readScore(id: string, instrument: AskedInstrument, value: unknown, at: string): Taken | Fault {
  const { lo, hi } = SCALES[instrument]
  if (typeof value !== 'number') return fault(at, 'invalid_type', `The answer to "${id}" must be a number ${shownScale(instrument)}.`)
  const steps = toSteps(instrument, value)
  if (steps < lo || steps > hi) return fault(at, 'out_of_scale', `The answer to "${id}" must be ${shownScale(instrument)}.`)
  if (!Number.isInteger(steps)) {
    const step = instrument === 'sentiment' ? 'in steps of 0.01' : 'a whole number'
    return fault(at, 'not_whole', `The answer to "${id}" must be ${step}.`)
  }
  return scored(steps)
}

function readText(id: string, value: unknown, most: number | null, at: string): Taken | Fault | null {
  if (typeof value !== 'string') return fault(at, 'invalid_type', `The answer to "${id}" must be a text.`)
  if (most !== null && value.length > most) return fault(at, 'too_big', `The answer to "${id}" may have at most ${most} characters.`)
  return value.trim() === '' ? null : { score: null, body: value, chosen: null }
}

function readChosen({ id, options, most, instrument }: Question, value: unknown, at: string): Taken | Fault | null {
  const offered: readonly string[] = instrument === 'emotions' ? EMOTION_WORDS : (options ?? []).map((option) => option.id)
  const isOne = instrument === 'choice'
  const ids = isOne ? [value] : value
  if (!Array.isArray(ids) || !ids.every((one) => typeof one === 'string')) {
    return fault(at, 'invalid_type', `The answer to "${id}" must be ${isOne ? 'the id of one option' : 'a list of ids'}.`)
  }
  const strange = ids.find((one) => !offered.includes(one))
  if (strange !== undefined) return fault(at, 'unknown_option', `The question "${id}" has no option "${strange.slice(0, 40)}".`)
  if (new Set(ids).size < ids.length) return fault(at, 'repeated', `The answer to "${id}" names one option twice.`)
  if (most !== undefined && ids.length > most) return fault(at, 'too_many', `The answer to "${id}" may name at most ${most}.`)
  return ids.length === 0 ? null : chosen(ids)
}

function readConsent(id: string, value: unknown, at: string): Taken | Fault {
  if (typeof value !== 'boolean') return fault(at, 'invalid_type', `The answer to "${id}" must be true or false.`)
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
