import { z } from 'zod'
import { Name } from '#lib/journeys/input'
import { asIssue, type Sentence, sentence } from '#lib/sentence'

export const SCORES = ['nps', 'csat', 'ces', 'sentiment'] as const
export type Score = (typeof SCORES)[number]

/** A column whose scores belong to a touchpoint of their own, as somebody wrote it. */
export type NamedAnswer = { column: string; instrument: Score; stage: string; touchpoint: string }

/** The same with the touchpoint's key, once its journey is known. */
export type PlacedAnswer = { column: string; instrument: Score; touchpoint: string }

const WRITTEN = new RegExp(`^(.+?)=(${SCORES.join('|')})@(.*)$`, 's')
const OTHER = /^.+=([^=@/]*)@/s

/** Reads `COL=csat@stage/touchpoint`, or says what is wrong with it. The first slash ends the stage: a touchpoint may hold others. */
function read(text: string): NamedAnswer | Sentence {
  const [, column = '', instrument = '', place = ''] = WRITTEN.exec(text) ?? []
  const other = OTHER.exec(text)?.[1]
  if (column === '') {
    if (other === undefined) return sentence("\"{text}\" is no answer; expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment.", { text })
    return sentence("\"{text}\": there is no instrument \"{other}\"; expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment.", { text, other })
  }
  const at = place.indexOf('/')
  if (at < 0) return sentence("\"{text}\" names no touchpoint; expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment.", { text })
  const [stage, touchpoint] = [Name.safeParse(place.slice(0, at)), Name.safeParse(place.slice(at + 1))]
  if (!stage.success) return sentence("\"{text}\" names no stage of 1 to 120 characters; expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment.", { text })
  if (!touchpoint.success) return sentence("\"{text}\" names no touchpoint of 1 to 120 characters; expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment.", { text })
  return { column, instrument: instrument as Score, stage: stage.data, touchpoint: touchpoint.data }
}

export const AnswerFlag = z
  .string()
  .min(1)
  .max(500)
  .superRefine((text, check) => {
    const answer = read(text)
    if ('message' in answer) check.addIssue({ code: 'custom', ...asIssue(answer, 'invalid_answer') })
  })

/** The answers of flags that were parsed. */
export const namedAnswers = (flags: { answer: readonly string[] }): NamedAnswer[] =>
  flags.answer.flatMap((text) => {
    const answer = read(text)
    return 'message' in answer ? [] : [answer]
  })
