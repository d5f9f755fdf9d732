import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import type { Candidate, Form } from '../types'

type Survey = {
  id: string
  name: string
  state: 'draft' | 'live' | 'closed'
  journeyId: string
  timeZone: string
  archivedAt: Date | null
  key: Uint8Array
}

/** The survey as it is called now, archived ones too: why was it not shown in July? */
export async function namedSurvey(tx: Tx, ctx: Context, id: string): Promise<Survey> {
  const [found] = await rows<Survey>(tx, sql`
    select s.id, s.name, s.state, s.journey_id as "journeyId", s.archived_at as "archivedAt", j.time_zone as "timeZone", w.signing_key as key
    from surveys s
    join journeys j on j.workspace_id = s.workspace_id and j.id = s.journey_id
    join workspaces w on w.id = s.workspace_id
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${id} and s.kind = 'asked'`)
  if (!found) throw notFound('survey')
  return found
}

type Then = { version: number; definition: unknown; stage: string | null; noted: 'live' | 'closed' | 'archived' | null; wasNoted: boolean }

/** An erased answer has taken its place for good; of it nobody knows since when. */
const answersUntil = (tx: Tx, ctx: Context, { id }: Survey, at: Date, most: number) =>
  rows<{ n: number }>(tx, sql`
    select count(*)::int as n
    from (
      select 1
      from responses
      where workspace_id = ${ctx.workspaceId} and survey_id = ${id} and received_at <= ${at.toISOString()}::timestamptz
      union all
      select 1
      from submissions
      where workspace_id = ${ctx.workspaceId} and survey_id = ${id} and content_hash is null
      limit ${most}) counted`)

/** What the survey was at a moment: the version that was live, and whether it was. */
export async function candidateAt(tx: Tx, ctx: Context, survey: Survey, at: Date): Promise<Candidate> {
  const until = sql`${at.toISOString()}::timestamptz`
  const [then] = await rows<Then>(tx, sql`
    select v.version, v.definition, t.stage_key as stage,
      (select n.state
       from survey_states n
       where n.workspace_id = v.workspace_id and n.survey_id = v.survey_id and n.at <= ${until}
       order by n.at desc, n.id desc
       limit 1) as noted,
      exists (select 1 from survey_states n where n.workspace_id = v.workspace_id and n.survey_id = v.survey_id) as "wasNoted"
    from survey_versions v
    left join touchpoints t on t.workspace_id = v.workspace_id and t.journey_id = ${survey.journeyId} and t.key = v.touchpoint_key
    where v.workspace_id = ${ctx.workspaceId} and v.survey_id = ${survey.id} and v.published_at <= ${until}
    order by v.version desc
    limit 1`)
  const { id, journeyId } = survey
  if (!then) return { id, journeyId, state: 'draft', version: 0, stage: null, answers: 0, settings: settingsOf({}) }
  // What was published before states were written down is taken for live until the first that was, or for what it is now.
  const now = survey.archivedAt && survey.archivedAt <= at ? 'archived' : survey.state === 'draft' ? 'live' : survey.state
  const settings = settingsOf(Definition.parse(then.definition))
  const most = settings.access.mostAnswers
  const [answers] = most === undefined ? [] : await answersUntil(tx, ctx, survey, at, most)
  return { id, journeyId, state: then.noted ?? (then.wasNoted ? 'live' : now), version: then.version, stage: then.stage, answers: answers?.n ?? 0, settings }
}

/** Once that a survey was put before a person, or that they answered one without that being reported. */
export type Encounter = { surveyId: string; survey: string; form: Form | 'answer'; at: Date; answeredAt: Date | null }

type Row = Omit<Encounter, 'at' | 'answeredAt'> & { at: Date | string; answeredAt: Date | string | null }

const BEFORE = 20
const AFTER = 5

/** What a person met around a moment, the latest first. An answer that belongs to a display of the same day is told once. */
export async function encountersAround(tx: Tx, ctx: Context, person: { id: string; pseudonym: string }, at: Date): Promise<Encounter[]> {
  const moment = sql`${at.toISOString()}::timestamptz`
  const shown = sql`
    select d.survey_id, d.form, d.shown_at as at, coalesce(d.answered_at, i.used_at) as answered_at
    from displays d
    left join invitations i on i.workspace_id = d.workspace_id and i.id = d.id and d.form = 'invitation'
    where d.workspace_id = ${ctx.workspaceId} and d.person = ${person.pseudonym}`
  const answered = sql`
    select r.survey_id, 'answer' as form, r.occurred_at as at, r.occurred_at as answered_at
    from responses r
    where r.workspace_id = ${ctx.workspaceId} and r.person in (${person.id}, ${person.pseudonym}) and r.source = 'survey'`
  const found = await rows<Row>(tx, sql`
    select s.id as "surveyId", s.name as survey, e.form, e.at, e.answered_at as "answeredAt"
    from (
      (${shown} and d.shown_at <= ${moment} order by d.shown_at desc limit ${BEFORE})
      union all (${shown} and d.shown_at > ${moment} order by d.shown_at limit ${AFTER})
      union all (${answered} and r.occurred_at <= ${moment} order by r.occurred_at desc limit ${BEFORE})
      union all (${answered} and r.occurred_at > ${moment} order by r.occurred_at limit ${AFTER})) e
    join surveys s on s.workspace_id = ${ctx.workspaceId} and s.id = e.survey_id
    order by e.at desc`)
  const all = found.map((row) => ({ ...row, at: new Date(row.at), answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt) }))
  const dayOf = ({ surveyId, answeredAt }: Encounter) => `${surveyId} ${answeredAt?.toISOString().slice(0, 10)}`
  const told = new Set(all.filter(({ form, answeredAt }) => form !== 'answer' && answeredAt).map(dayOf))
  return all.filter((one) => one.form !== 'answer' || !told.has(dayOf(one)))
}
