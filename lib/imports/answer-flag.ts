import { z } from 'zod'
import { Name } from '#lib/journeys/input'

export const SCORES = ['nps', 'csat', 'ces', 'sentiment'] as const
export type Score = (typeof SCORES)[number]

/** A column whose scores belong to a touchpoint of their own, as somebody wrote it. */
export type NamedAnswer = { column: string; instrument: Score; stage: string; touchpoint: string }

/** The same with the touchpoint's key, once its journey is known. */
export type PlacedAnswer = { column: string; instrument: Score; touchpoint: string }

const WRITTEN = new RegExp(`^(.+?)=(${SCORES.join('|')})@(.*)$`, 's')
const OTHER = /^.+=([^=@/]*)@/s
const EXPECTED = "expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment"

/** Reads `COL=csat@stage/touchpoint`, or says what is wrong with it. The first slash ends the stage: a touchpoint may hold others. */
function read(text: string): NamedAnswer | string {
  const [, column = '', instrument = '', place = ''] = WRITTEN.exec(text) ?? []
  const other = OTHER.exec(text)?.[1]
  if (column === '') return other === undefined ? `"${text}" is no answer; ${EXPECTED}.` : `"${text}": there is no instrument "${other}"; ${EXPECTED}.`
  const at = place.indexOf('/')
  if (at < 0) return `"${text}" names no touchpoint; ${EXPECTED}.`
  const [stage, touchpoint] = [Name.safeParse(place.slice(0, at)), Name.safeParse(place.slice(at + 1))]
  if (!stage.success) return `"${text}" names no stage of 1 to 120 characters; ${EXPECTED}.`
  if (!touchpoint.success) return `"${text}" names no touchpoint of 1 to 120 characters; ${EXPECTED}.`
  return { column, instrument: instrument as Score, stage: stage.data, touchpoint: touchpoint.data }
}

export const AnswerFlag = z
  .string()
  .min(1)
  .max(500)
  .superRefine((text, check) => {
    const answer = read(text)
    if (typeof answer === 'string') check.addIssue({ code: 'custom', message: answer, params: { code: 'invalid_answer' } })
  })

/** The answers of flags that were parsed. */
export const namedAnswers = (flags: { answer: readonly string[] }): NamedAnswer[] =>
  flags.answer.flatMap((text) => {
    const answer = read(text)
    return typeof answer === 'string' ? [] : [answer]
  })
