import { type Fault, fault } from '#lib/errors'
import { keyOf } from '#lib/ids'
import { MOST_STAGES, MOST_TOUCHPOINTS } from '#lib/journeys/input'
import type { StructureStage, StructureTouchpoint } from '#lib/journeys/structure'
import { type Sentence, sentence } from '#lib/sentence'
import { type NamedAnswer, namedAnswers } from '../answer-flag'
import type { Flags } from '../flags'
import { findPlace, type Layout, match, unknownPlace } from './find'

type Draft = { stages: StructureStage[]; touchpoints: StructureTouchpoint[] }

const hasTwin = (list: readonly { name: string; archived: boolean }[], name: string) =>
  list.some((one) => !one.archived && one.name.toLowerCase() === name.toLowerCase())

const taken = (list: readonly { key: string }[]) => (key: string) => list.some((one) => one.key === key)

/** Puts a stage at the end of the draft, or says why the journey would not take it. */
function addStage({ stages, touchpoints }: Draft, name: string): Sentence | undefined {
  if (hasTwin(stages, name)) return sentence('the journey has a stage "{name}" in other letters; write it as it stands there', { name })
  if (stages.filter((one) => !one.archived).length >= MOST_STAGES) return sentence('a journey has at most {most} stages', { most: MOST_STAGES })
  const key = keyOf(name, taken(stages))
  stages.push({ key, name, archived: false })
  touchpoints.push({ key: `${key}.overall`, name: 'Overall', stageKey: key, overall: true, archived: false, channel: null })
  return undefined
}

function addTouchpoint({ stages, touchpoints }: Draft, { stage, touchpoint: name }: NamedAnswer): Sentence | undefined {
  if (!match(stages, stage)) {
    const refused = addStage({ stages, touchpoints }, stage)
    if (refused !== undefined) return refused
  }
  const there = match(stages, stage)
  if (!there || there.archived) return sentence('the stage "{stage}" is archived; restore it first', { stage })
  const own = touchpoints.filter((one) => one.stageKey === there.key && !one.overall)
  if (hasTwin(own, name)) return sentence('the stage has a touchpoint "{name}" in other letters; write it as it stands there', { name })
  const live = touchpoints.filter((one) => !one.archived && !one.overall).length
  if (live >= MOST_TOUCHPOINTS) return sentence('a journey has at most {most} touchpoints', { most: MOST_TOUCHPOINTS })
  touchpoints.push({ key: keyOf(name, taken(touchpoints)), name, stageKey: there.key, overall: false, archived: false, channel: null })
  return undefined
}

/**
 * Goes through the places that the flags name, without touching the journey (null: it is not there yet). Says what would stop the
 * import: a place that is not there and shall not be made, one that cannot be made, or one score rated by two columns.
 */
export function rehearsePlaces(journey: Layout | null, flags: Flags): Fault[] {
  const draft: Draft = { stages: [...(journey?.stages ?? [])], touchpoints: [...(journey?.touchpoints ?? [])] }
  if (flags.create) for (const name of flags.stages) if (!match(draft.stages, name)) addStage(draft, name)
  const seen = new Map<string, string>()
  return namedAnswers(flags).flatMap((answer, at) => {
    const refuse = (code: string, why: Sentence) => [fault(`/answer/${at}`, code, '"{answer}": {why}.', { answer: flags.answer[at] ?? '', why })]
    const find = () => findPlace(draft, answer, flags.create)
    const made = find() === undefined && flags.create ? addTouchpoint(draft, answer) : undefined
    if (made !== undefined) return refuse('unknown_touchpoint', made)
    const found = find()
    if (typeof found === 'object') return [fault(`/answer/${at}`, 'unknown_touchpoint', found.fault)]
    if (found === undefined) return [fault(`/answer/${at}`, 'unknown_touchpoint', unknownPlace(draft, answer))]
    const score = `${answer.instrument} at ${found}`
    const other = seen.get(score)
    seen.set(score, answer.column)
    return other === undefined ? [] : refuse('twice', sentence('{score} is taken from the column "{column}" already', { score, column: other }))
  })
}
