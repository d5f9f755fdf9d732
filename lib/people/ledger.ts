import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { pseudonymOf } from './sign'
import type { Ask, Form, Kind } from './types'

/** A row of the ledger. `person` is the pseudonym (pseudonymOf), also where answers are anonymous; null where nobody is known. */
export type NewAsk = {
  id: string
  surveyId: string
  journeyId: string
  touchpoint: string
  person: string | null
  form: Form
  shownAt: Date
}

/** Writes down who was asked, each row once; returns the ids that were not there yet. An invitation's row has the invitation's id. */
export async function recordAsks(tx: Tx, ctx: Context, asks: readonly NewAsk[]): Promise<Set<string>> {
  if (asks.length === 0) return new Set()
  const fresh = await rows<{ id: string }>(tx, sql`
    insert into displays (workspace_id, id, survey_id, journey_id, touchpoint_key, person, form, shown_at)
    select ${ctx.workspaceId}::uuid, id, "surveyId", "journeyId", touchpoint, person, form, "shownAt"
    from json_to_recordset(${JSON.stringify(asks)}::json) as a (
      id uuid, "surveyId" uuid, "journeyId" uuid, touchpoint text, person text, form text, "shownAt" timestamptz)
    order by id
    on conflict do nothing
    returning id`)
  return new Set(fresh.map(({ id }) => id))
}

/** Shown by us or sent, not opened by themselves. */
const PUSHED = sql`('popup', 'slide', 'invitation')`

// A person's latest; somebody who was asked more often than this is no person but a shared id.
const MOST = 500

type Row = Omit<Ask, 'at' | 'answeredAt'> & { person: string; at: Date | string; answeredAt: Date | string | null }

/** Kind and stage as they are today: a survey that has become another kind counts as what it is. */
const placed = (inner: SQL) => sql`
  select a.person, a.survey_id as "surveyId", a.journey_id as "journeyId", t.stage_key as stage, a.form, a.at, a.answered_at as "answeredAt",
    coalesce(v.definition -> 'rules' ->> 'kind', 'triggered') as kind
  from (${inner}) a
  left join touchpoints t on t.workspace_id = a.workspace_id and t.journey_id = a.journey_id and t.key = a.touchpoint_key
  left join surveys s on s.workspace_id = a.workspace_id and s.id = a.survey_id
  left join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version`

export type Ledgers = { key: Uint8Array; people: readonly string[]; now: Date; since?: Date }

/**
 * What each of these people was asked and answered until `now`, the latest first: pop-ups and invitations, and whatever they
 * answered however they came to it, at the latest when we heard of it. People are user ids; responses know them by id or pseudonym,
 * the ledger by pseudonym only.
 */
export async function readLedgers(tx: Tx, ctx: Context, { key, people, now, since }: Ledgers): Promise<Map<string, Ask[]>> {
  const named = people.map((id) => ({ id, pseudonym: pseudonymOf(key, id) }))
  const until = sql`${now.toISOString()}::timestamptz`
  const from = sql`${(since ?? new Date(0)).toISOString()}::timestamptz`
  const found = await rows<Row>(tx, sql`
    with p as materialized (
      select id, pseudonym
      from json_to_recordset(${JSON.stringify(named)}::json) as p (id text, pseudonym text)
    )
    ${placed(sql`
      select p.id as person, d.workspace_id, d.survey_id, d.journey_id, d.touchpoint_key, d.form, d.shown_at as at,
        case when coalesce(d.answered_at, i.used_at) <= ${until} then coalesce(d.answered_at, i.used_at) end as answered_at
      from p
      cross join lateral (
        select *
        from displays
        where workspace_id = ${ctx.workspaceId} and person = p.pseudonym and shown_at between ${from} and ${until}
          and (form in ${PUSHED} or answered_at is not null)
        order by shown_at desc
        limit ${MOST}) d
      left join invitations i on i.workspace_id = d.workspace_id and i.id = d.id and d.form = 'invitation'
      union all
      select p.id, r.workspace_id, r.survey_id, r.journey_id, r.touchpoint_key, 'answer', r.at, r.at
      from p
      cross join lateral (
        select *, least(occurred_at, received_at) as at
        from responses
        where workspace_id = ${ctx.workspaceId} and person in (p.id, p.pseudonym) and source = 'survey') r
      where r.at between ${from} and ${until}
      order by at desc
      limit ${MOST * people.length}`)}
    order by a.at desc`)
  const ledgers = new Map<string, Ask[]>(people.map((id) => [id, []]))
  for (const { person, at, answeredAt, ...ask } of found) {
    ledgers.get(person)?.push({ ...ask, kind: ask.kind as Kind, at: new Date(at), answeredAt: answeredAt === null ? null : new Date(answeredAt) })
  }
  return ledgers
}
