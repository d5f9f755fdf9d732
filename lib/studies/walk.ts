import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { keyArray } from '#lib/collect/recount/stored'
import { type Context, inWorkspace } from '#lib/context'
import type { Outcome } from '#lib/journeys/outcome'
import { type AskedInstrument, orientScore } from '#lib/stats/instruments'
import type { ScoredAnswer } from '#lib/stats/response'
import type { UnitResponse } from './unit'

export type Scope = {
  journeyId: string
  from: string
  to: string
  source: readonly string[]
  outcome: Outcome | null
  stageOf: Readonly<Record<string, string>>
}

// Short enough that the embedded engine, which answers nobody else meanwhile, is free again within some tens of milliseconds.
const CHUNK = 1_000

type Row = { id: string; person: string; day: string; at: number; meant: boolean; attribute: string | null }

const attributeOf = ({ outcome }: Scope): SQL => (outcome?.kind === 'attribute' ? sql`attributes ->> ${outcome.name}` : sql`null::text`)

const isMeant = ({ journeyId, from, to, source }: Scope): SQL =>
  sql`journey_id = ${journeyId} and not held and source in ${[...source]} and day between ${from} and ${to}`

/** Filtered after the limit, so that a chunk reads so many rows and no more, however few of them are meant. */
const byPerson = (tx: Tx, ctx: Context, scope: Scope, after: string) => rows<Row>(tx, sql`
  select id, person, day::text as day, extract(epoch from occurred_at)::float8 as at, ${isMeant(scope)} as meant, ${attributeOf(scope)} as attribute
  from responses
  where workspace_id = ${ctx.workspaceId} and person is not null and person > ${after}
  order by person
  limit ${CHUNK}`)

const bySurvey = (tx: Tx, ctx: Context, scope: Scope, survey: string, after: string) => rows<Row>(tx, sql`
  select id, '' as person, day::text as day, 0::float8 as at, person is null and ${isMeant(scope)} as meant, ${attributeOf(scope)} as attribute
  from responses
  where workspace_id = ${ctx.workspaceId} and survey_id = ${survey} and id > ${after}
  order by id
  limit ${CHUNK}`)

type AnswerRow = { responseId: string; touchpoint: string; instrument: AskedInstrument; score: number; reversed: boolean }

/** The scored answers of the rows that are meant, placed as the journey stands today, and how many there are. */
async function responsesOf(tx: Tx, ctx: Context, { stageOf }: Scope, found: readonly Row[]) {
  const meant = found.filter((row) => row.meant)
  const answers = new Map<string, ScoredAnswer[]>(meant.map(({ id }) => [id, []]))
  const read = meant.length === 0 ? [] : await rows<AnswerRow>(tx, sql`
    select response_id as "responseId", touchpoint_key as touchpoint, instrument, score, reversed
    from answers
    where workspace_id = ${ctx.workspaceId} and response_id = any(${keyArray([...answers.keys()])}) and score is not null`)
  for (const { responseId, touchpoint, instrument, score, reversed } of read) {
    const stage = stageOf[touchpoint]
    if (stage !== undefined) answers.get(responseId)?.push({ touchpoint, stage, instrument, score: orientScore(instrument, score, reversed) })
  }
  const responses = meant.map(({ id, person, day, attribute }) => ({ person, response: { day, attribute, answers: answers.get(id) ?? [] } }))
  return { responses, answers: read.length }
}

/** Some units, each as its responses, and how many answers were read for them. Named: they are people, told apart by their ids. */
export type Read = { units: UnitResponse[][]; answers: number; named: boolean }

/** Of two on one day the later one is the newer, and always the same one: a second walk has to find the same outcome. */
const oldestFirst = (a: Row, b: Row): number => a.at - b.at || (a.id < b.id ? -1 : 1)

/**
 * The people of a workspace in the order of its index. A chunk that ends within somebody's responses leaves that person to the next
 * one; a name with more responses than a chunk holds is no person but a shared one (such as "guest"), and nobody's.
 */
async function* people(ctx: Context, scope: Scope): AsyncGenerator<Read> {
  for (let after = ''; ; ) {
    const chunk = await inWorkspace(ctx, async (tx) => {
      const found = await byPerson(tx, ctx, scope, after)
      const last = found.length < CHUNK ? undefined : found.at(-1)?.person
      const whole = found.filter((row) => row.person !== last)
      return { next: whole.at(-1)?.person ?? last, isLast: last === undefined, ...(await responsesOf(tx, ctx, scope, [...whole].sort(oldestFirst))) }
    })
    const units = new Map<string, UnitResponse[]>()
    for (const { person, response } of chunk.responses) units.set(person, [...(units.get(person) ?? []), response])
    yield { units: [...units.values()], answers: chunk.answers, named: true }
    if (chunk.isLast || chunk.next === undefined) return
    after = chunk.next
  }
}

async function* nobodies(ctx: Context, scope: Scope, survey: string): AsyncGenerator<Read> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { found, responses, answers } = await inWorkspace(ctx, async (tx) => {
      const found = await bySurvey(tx, ctx, scope, survey, after)
      return { found, ...(await responsesOf(tx, ctx, scope, found)) }
    })
    yield { units: responses.map(({ response }) => [response]), answers, named: false }
    const last = found.at(-1)
    if (found.length < CHUNK || !last) return
    after = last.id
  }
}

/** All units of a journey, a chunk at a time: first the people, then each answer without a person as one of its own. */
export async function* walkUnits(ctx: Context, scope: Scope): AsyncGenerator<Read> {
  yield* people(ctx, scope)
  const surveys = await inWorkspace(ctx, (tx) => rows<{ id: string }>(tx, sql`
    select id
    from surveys
    where workspace_id = ${ctx.workspaceId} and journey_id = ${scope.journeyId}`))
  for (const { id } of surveys) yield* nobodies(ctx, scope, id)
}
