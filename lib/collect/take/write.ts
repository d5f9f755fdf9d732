import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { addCounters, counterColumns } from '#lib/rollups/apply'
import { countsOf } from '#lib/rollups/cells'
import { countedSource } from '#lib/rollups/held'
import { segmentsOf } from '#lib/rollups/segments'
import { isIdentified } from '../guard/access'
import { type Answer, SCORED } from '../answer'
import { type Prepared, SCORING } from './prepare'

const STEPS = Array.from({ length: 11 }, (_, i) => i)

const tallied = sql.raw(
  ['count(*) as n', ...STEPS.map((i) => `count(*) filter (where step = ${i}) as c${i}`), 'sum(score) as s', 'sum(score * score) as q'].join(', '),
)
const summed = sql.raw(['n', ...STEPS.map((i) => `c${i}`), 's', 'q'].map((c) => `sum(${c})`).join(', '))

const isHeld = ({ heldFor }: Prepared): boolean => heldFor.length > 0

const responseRow = (p: Prepared) => ({
  id: p.id,
  outbox: newId(p.receivedAt),
  survey: p.body.surveyId,
  submission: p.body.submissionId,
  revision: p.body.revision,
  hash: p.hash.toString('hex'),
  journey: p.known.structure.journeyId,
  structure: p.known.structure.structure,
  version: p.known.survey.version,
  touchpoint: p.touchpoint,
  source: p.origin.source,
  channel: p.body.channel,
  variant: p.body.variant,
  campaign: p.body.campaign,
  language: p.body.language,
  person: p.person ?? undefined,
  invitation: isIdentified(p.known.survey) ? p.invitation?.id : undefined,
  attributes: p.body.attributes,
  hidden: p.body.hiddenFields,
  meta: p.body.meta,
  finished: p.body.finished,
  held: isHeld(p),
  held_for: isHeld(p) ? p.heldFor : undefined,
  day: p.day,
  occurred: p.occurredAt,
  received: p.receivedAt,
})

const saidOf = ({ body: { channel, variant, language, attributes }, origin: { source } }: Prepared) => ({ channel, variant, language, attributes, source })

export const answerRow = (id: string, journey: string, day: string, a: Answer) => ({
  id,
  journey,
  question: a.questionId,
  touchpoint: a.touchpoint,
  instrument: a.instrument,
  score: a.score ?? undefined,
  reversed: a.reversed,
  body: a.body ?? undefined,
  day: a.body === null ? undefined : day,
  chosen: a.chosen ?? undefined,
})

/**
 * One batch of one workspace in one statement: submissions that were not there yet, and only for these the responses, answers,
 * tallies and outbox. Rows go in key order, so that two batches wait for each other instead of dead-locking.
 * Returns the ids that are new; whoever is missing was known before.
 */
export async function writeBatch(tx: Tx, ctx: Context, batch: readonly Prepared[]): Promise<Set<string>> {
  const responses = batch.map(responseRow)
  const answers = batch.flatMap((p) => p.answers.map((a) => answerRow(p.id, p.known.structure.journeyId, p.day, a)))
  const counts = batch.flatMap((p) => {
    const { journeyId, stageOf } = p.known.structure
    const where = { id: p.id, journey: journeyId, source: countedSource({ source: p.origin.source, held: isHeld(p) }), day: p.day }
    return countsOf(p.answers.filter(SCORED), stageOf).map((count) => ({ ...where, ...count }))
  })
  // Said once a response, and not again in each of its counts.
  const said = batch.flatMap((p) =>
    Object.entries(segmentsOf(saidOf(p), p.known.structure)).map(([dimension, value]) => ({ id: p.id, dimension, value })),
  )
  const written = await rows<{ response_id: string }>(tx, sql`
    with r as materialized (
      select *
      from json_to_recordset(${JSON.stringify(responses)}::json) as r (
        id uuid, outbox uuid, survey uuid, submission uuid, revision int, hash text, journey uuid, structure int, version int,
        touchpoint text, source text, channel text, variant text, campaign text, language text, person text, attributes jsonb,
        hidden jsonb, meta jsonb, invitation uuid, finished boolean, held boolean, held_for text[], day date, occurred timestamptz, received timestamptz)
    ),
    fresh as (
      insert into submissions (workspace_id, survey_id, submission_id, response_id, revision, content_hash)
      select ${ctx.workspaceId}::uuid, survey, submission, id, revision, decode(hash, 'hex')
      from r
      order by survey, submission
      on conflict do nothing
      returning response_id
    ),
    stored as (
      insert into responses (
        workspace_id, id, journey_id, structure, survey_id, survey_version, submission_id, place_revision, touchpoint_key, source,
        channel, variant, campaign, language, person, attributes, hidden_fields, meta, invitation_id, finished, held, held_for, scoring,
        day, occurred_at, received_at)
      select ${ctx.workspaceId}::uuid, id, journey, structure, survey, version, submission, revision, touchpoint, source,
        channel, variant, campaign, language, person, attributes, hidden, meta, invitation, finished, held, held_for, ${SCORING}::int,
        day, occurred, received
      from r
      join fresh on fresh.response_id = r.id
    ),
    answered as (
      insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, score, reversed, body, chosen, day)
      select ${ctx.workspaceId}::uuid, a.id, a.question, a.journey, a.touchpoint, a.instrument, a.score, a.reversed, a.body, a.chosen, a.day
      from json_to_recordset(${JSON.stringify(answers)}::json) as a (
        id uuid, journey uuid, question text, touchpoint text, instrument text, score int, reversed boolean, body text, chosen text[], day date)
      join fresh on fresh.response_id = a.id
    ),
    counted as materialized (
      select c.*
      from json_to_recordset(${JSON.stringify(counts)}::json) as c (
        id uuid, journey uuid, level text, place text, instrument text, source text, day date, step int, score bigint)
      join fresh on fresh.response_id = c.id
    ),
    daily as materialized (
      select journey, level, place, instrument, source, day, ${tallied}
      from counted
      group by journey, level, place, instrument, source, day
    ),
    segmented as materialized (
      select journey, dimension, value, level, place, instrument, source, day, ${tallied}
      from counted
      join json_to_recordset(${JSON.stringify(said)}::json) as s (id uuid, dimension text, value text) on s.id = counted.id
      group by journey, dimension, value, level, place, instrument, source, day
    ),
    days as (
      insert into tally_days (workspace_id, journey_id, level, place, instrument, source, day, ${counterColumns})
      select ${ctx.workspaceId}::uuid, journey, level, place, instrument, source, day, ${counterColumns}
      from daily
      order by journey, level, place, instrument, source, day
      on conflict (workspace_id, journey_id, level, place, instrument, source, day) do update
      set ${addCounters('tally_days', 'excluded')}
    ),
    months as (
      insert into tally_months (workspace_id, journey_id, level, place, instrument, source, month, ${counterColumns})
      select ${ctx.workspaceId}::uuid, journey, level, place, instrument, source, date_trunc('month', day)::date as month, ${summed}
      from daily
      group by journey, level, place, instrument, source, month
      order by journey, level, place, instrument, source, month
      on conflict (workspace_id, journey_id, level, place, instrument, source, month) do update
      set ${addCounters('tally_months', 'excluded')}
    ),
    segments as (
      insert into tally_segments (
        workspace_id, journey_id, dimension, value, level, place, instrument, source, grain, period, ${counterColumns})
      select ${ctx.workspaceId}::uuid, journey, dimension, value, level, place, instrument, source, grain, period, ${summed}
      from segmented
      cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) as g (grain, period)
      group by journey, dimension, value, level, place, instrument, source, grain, period
      order by journey, dimension, value, level, place, instrument, source, grain, period
      on conflict (workspace_id, journey_id, dimension, value, level, place, instrument, source, grain, period) do update
      set ${addCounters('tally_segments', 'excluded')}
    ),
    told as (
      insert into outbox (workspace_id, id, topic, response_id, created_at)
      select ${ctx.workspaceId}::uuid, outbox, 'response.created', id, received
      from r
      join fresh on fresh.response_id = r.id
    )
    select response_id
    from fresh`)
  return new Set(written.map((row) => row.response_id))
}
