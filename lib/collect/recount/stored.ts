import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { PersonaRules } from '#lib/journeys/personas/schema'
import type { Structure } from '#lib/journeys/structure'
import type { Placed } from '#lib/rollups/cells'
import { countedSource } from '#lib/rollups/held'
import { segmentsOf } from '#lib/rollups/segments'
import { type Answer, SCORED } from '../answer'

/** A response as it stands, with what is needed to take its tallies back. */
export type Stored = {
  id: string
  journeyId: string
  structure: number
  surveyId: string
  submissionId: string
  placeRevision: number
  touchpoint: string
  source: string
  channel: string | null
  variant: string | null
  language: string | null
  attributes: Readonly<Record<string, unknown>> | null
  day: string
  finished: boolean
  held: boolean
  /** Not null for good where it was ever held back. */
  heldFor: string[] | null
  reviewedAt: Date | null
  invitationId: string | null
  answers: Answer[]
}

/** Ids for `= any(…)`. As `in (select …)` behind row security the planner reads the whole table, of all workspaces, for one row. */
export const keyArray = (ids: readonly string[]): SQL =>
  sql`array(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

/** Submissions before responses, as a revision locks them, so that the two cannot wait for each other in a ring. */
export const holdSubmissions = (tx: Tx, ctx: Context, ids: readonly string[]) => tx.execute(sql`
  select 1
  from submissions s
  join responses r on r.workspace_id = s.workspace_id and r.survey_id = s.survey_id and r.submission_id = s.submission_id
  where s.workspace_id = ${ctx.workspaceId} and r.workspace_id = ${ctx.workspaceId} and r.id = any(${keyArray(ids)})
  order by s.survey_id, s.submission_id
  for update of s`)

/** The responses with these ids, locked in order of id, each with its answers; those that are gone are left out. */
export async function holdResponses(tx: Tx, ctx: Context, ids: readonly string[]): Promise<Stored[]> {
  const keys = keyArray(ids)
  const held = await rows<Omit<Stored, 'answers'>>(tx, sql`
    select id, journey_id as "journeyId", structure, survey_id as "surveyId", submission_id as "submissionId",
      place_revision as "placeRevision", touchpoint_key as touchpoint, source, channel, variant, language, attributes, day,
      finished, held, held_for as "heldFor", reviewed_at as "reviewedAt", invitation_id as "invitationId"
    from responses
    where workspace_id = ${ctx.workspaceId}
      and id = any(${keys})
    order by id
    for update`)
  const answers = await rows<Answer & { responseId: string }>(tx, sql`
    select response_id as "responseId", question_id as "questionId", touchpoint_key as touchpoint, instrument, score, reversed, body, chosen
    from answers
    where workspace_id = ${ctx.workspaceId}
      and response_id = any(${keys})`)
  const of = new Map<string, Answer[]>(held.map((response) => [response.id, []]))
  for (const { responseId, ...answer } of answers) of.get(responseId)?.push(answer)
  return held.map((response) => ({ ...response, answers: of.get(response.id) ?? [] }))
}

/** Where and by what a response is counted. */
export type Rule = Pick<Structure, 'stageOf' | 'dimensions' | 'personas'>

/** As a structure's row has it. */
export type StoredRule = Omit<Rule, 'personas'> & { personas: unknown }

export const ruleFrom = ({ personas, ...row }: StoredRule): Rule => ({ ...row, personas: PersonaRules.nullable().parse(personas) })

/** Which stage each touchpoint stood in and what was counted by, for each structure that these responses were counted under. */
export async function rulesOf(tx: Tx, ctx: Context, stored: readonly Stored[]): Promise<(s: Stored) => Rule> {
  const wanted = JSON.stringify([...new Set(stored.map((s) => `${s.journeyId}/${s.structure}`))])
  const found = await rows<StoredRule & { name: string }>(tx, sql`
    select journey_id || '/' || structure as name, stage_of as "stageOf", dimensions, personas
    from structures
    where workspace_id = ${ctx.workspaceId}
      and (journey_id || '/' || structure) in (select value from json_array_elements_text(${wanted}::json))`)
  const byName = new Map(found.map((row) => [row.name, ruleFrom(row)]))
  return (s) => byName.get(`${s.journeyId}/${s.structure}`) ?? { stageOf: {}, dimensions: [], personas: null }
}

export const countedUnder = (stored: Stored, { stageOf, ...divided }: Rule): Placed => ({
  counted: {
    journeyId: stored.journeyId,
    source: countedSource(stored),
    segments: segmentsOf(stored, divided),
    day: stored.day,
    answers: stored.answers.filter(SCORED),
  },
  stageOf,
})
