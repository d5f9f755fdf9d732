import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { type Fault, fault, invalid } from '#lib/errors'
import { findJourney } from '#lib/journeys/find'
import { Key, Name, TouchpointKey } from '#lib/journeys/input'
import type { Structure } from '#lib/journeys/structure'
import { allow } from '#lib/permission'
import { sentence } from '#lib/sentence'
import { Definition } from './definition'
import { structureOf } from './hold'
import { readSurvey, SurveyOf } from './read'
import { insertSurvey } from './write'

/** Of touchpoints that a file speaks of: what they are called where it comes from, so that another journey may know them by name. */
const Names = z.record(TouchpointKey, z.string().trim().min(1).max(120)).optional()

export const SurveyFile = z
  .strictObject({
    wayfelt: z.literal('survey', { error: 'this is no survey that was exported here' }),
    format: z.literal(1, { error: 'this file was written by a newer version; it is read up to format 1' }),
    name: Name,
    journey: Key.optional(),
    touchpoint: TouchpointKey.nullable().default(null),
    touchpoints: Names,
    definition: Definition,
  })
  .meta({ id: 'SurveyFile', description: 'A whole survey: all questions, texts, translations and settings, without its answers.' })

export type SurveyFile = z.infer<typeof SurveyFile>

export const ImportSurvey = z.strictObject({ journey: Key, touchpoint: TouchpointKey.nullable().optional(), file: SurveyFile })

/** A survey's draft with every setting, to be kept, compared or brought to another workspace. */
export async function exportSurvey(ctx: Context, input: unknown): Promise<SurveyFile> {
  allow(ctx, 'survey.read')
  const { id } = SurveyOf.parse(input)
  const { name, journey, touchpoint, definition } = await readSurvey(ctx, { id })
  const used = new Set([touchpoint?.key, ...definition.questions.map((q) => q.touchpoint)])
  const touchpoints = await inWorkspace(ctx, async (tx) => {
    const structure = await structureOf(tx, ctx, (await findJourney(tx, ctx, journey.key)).id)
    return structure.touchpoints.filter(({ key }) => used.has(key)).map((t) => [t.key, t.name] as const)
  })
  return { wayfelt: 'survey', format: 1, name, journey: journey.key, touchpoint: touchpoint?.key ?? null, touchpoints: Object.fromEntries(touchpoints), definition }
}

/** A place of the file in this journey: by its key, else by exactly its name where just one place has it. */
function finder({ stageOf, touchpoints }: Structure, names: SurveyFile['touchpoints']): (key: string) => string | null {
  return (key) => {
    if (Object.hasOwn(stageOf, key)) return key
    const same = touchpoints.filter((t) => !t.archived && !t.overall && t.name === names?.[key])
    return same.length === 1 && same[0] ? same[0].key : null
  }
}

/** The definition with its questions at this journey's places. Those that have none here are refused, each where it stands. */
function placed(definition: Definition, find: (key: string) => string | null): Definition {
  const faults: Fault[] = []
  const questions = definition.questions.map((question, i) => {
    if (question.touchpoint === undefined) return question
    const touchpoint = find(question.touchpoint)
    if (touchpoint !== null) return { ...question, touchpoint }
    const said = 'Question {number} asks about the touchpoint "{key}", which this journey does not have. Add it to the journey, or take it out of the file.'
    faults.push(fault(`/file/definition/questions/${i}/touchpoint`, 'unknown_touchpoint', sentence(said, { number: i + 1, key: question.touchpoint })))
    return question
  })
  const [first, ...more] = faults
  if (first) throw invalid(first, ...more)
  return { ...definition, questions }
}

/**
 * A draft from an exported file. Where no touchpoint is named, the file's own is taken if the journey has it, else the draft has
 * none yet: it must be chosen before it can be published.
 */
export async function importSurvey(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'survey.write')
  const { journey: key, touchpoint, file } = ImportSurvey.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await findJourney(tx, ctx, key)
    const structure = await structureOf(tx, ctx, journey.id)
    const find = finder(structure, file.touchpoints)
    if (touchpoint && !Object.hasOwn(structure.stageOf, touchpoint)) {
      throw invalid(fault('/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with the key "{key}".', { key: touchpoint }))
    }
    const place = touchpoint === undefined ? file.touchpoint && find(file.touchpoint) : touchpoint
    return { id: await insertSurvey(tx, ctx, { journeyId: journey.id, touchpoint: place, name: file.name, definition: placed(file.definition, find) }) }
  })
}
