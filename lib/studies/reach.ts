import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'

type Span = { journeyId: string; from: string; to: string; timeZone: string; touchpoints: readonly string[] }

// So many exposures of each touchpoint are read at once.
const STRETCH = 2_000

type Count = { touchpoint: string | null; people: number }

const exposed = (ctx: Context, { journeyId }: Span) => sql`workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and kind = 'exposed'`

const within = ({ from, to, timeZone }: Span) => sql`(occurred_at at time zone ${timeZone})::date between ${from} and ${to}`

const keysOf = ({ touchpoints }: Span) => sql.join(touchpoints.map((key) => sql`(${key}::text)`), sql`, `)

/** The name up to which no touchpoint has more than a stretch of exposures; null when what is left fits into one. */
async function endOfStretch(tx: Tx, ctx: Context, span: Span, after: string): Promise<string | null> {
  const [end] = await rows<{ person: string | null }>(tx, sql`
    select min(e.person) as person
    from (values ${keysOf(span)}) as place(key)
    cross join lateral (
      select person
      from events
      where ${exposed(ctx, span)} and touchpoint_key = place.key and person > ${after}
      order by person
      offset ${STRETCH}
      limit 1) as e`)
  return end?.person ?? null
}

/** Different people by touchpoint, and (without one) in the journey, among the names after one and up to another. */
const namedIn = (tx: Tx, ctx: Context, span: Span, after: string, end: string | null) => rows<Count>(tx, sql`
  select touchpoint_key as touchpoint, count(distinct person)::int as people
  from events
  where ${exposed(ctx, span)} and touchpoint_key in ${[...span.touchpoints]} and person > ${after}
    ${end === null ? sql`` : sql`and person <= ${end}`} and ${within(span)}
  group by grouping sets ((touchpoint_key), ())`)

/** Who has no name is taken for somebody else each time. */
const namelessAt = (tx: Tx, ctx: Context, span: Span, touchpoint: string) => rows<Count>(tx, sql`
  select ${touchpoint}::text as touchpoint, count(*)::int as people
  from events
  where ${exposed(ctx, span)} and touchpoint_key = ${touchpoint} and person is null and ${within(span)}`)

type Exposed = { inJourney: number; at: ReadonlyMap<string | null, number> }

/**
 * How many different people were exposed at each touchpoint, of all that were at any. Names are counted a stretch of the alphabet at
 * a time: stretches share nobody, so their counts add up and no list of people is kept.
 */
export async function readExposed(ctx: Context, span: Span): Promise<Exposed> {
  if (span.touchpoints.length === 0) return { inJourney: 0, at: new Map() }
  const people = new Map<string | null, number>()
  const add = (counts: readonly Count[]) => counts.forEach((c) => people.set(c.touchpoint, (people.get(c.touchpoint) ?? 0) + c.people))
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after
    const stretch = await inWorkspace(ctx, async (tx) => {
      const end = await endOfStretch(tx, ctx, span, from)
      return { end, counts: await namedIn(tx, ctx, span, from, end) }
    })
    add(stretch.counts)
    after = stretch.end
  }
  for (const touchpoint of span.touchpoints) {
    const nameless = await inWorkspace(ctx, (tx) => namelessAt(tx, ctx, span, touchpoint))
    add(nameless)
    add(nameless.map((count) => ({ ...count, touchpoint: null })))
  }
  return { inJourney: people.get(null) ?? 0, at: people }
}

/** Personal links that were made, by the touchpoint that each asks about, and (null) in the journey. */
export const readInvited = (ctx: Context, span: Span): Promise<ReadonlyMap<string | null, number>> =>
  inWorkspace(ctx, async (tx) => {
    const { journeyId, from, to, timeZone } = span
    const counts = await rows<Count>(tx, sql`
      select coalesce(i.touchpoint_key, v.touchpoint_key) as touchpoint, count(*)::int as people
      from surveys s
      join invitations i on i.workspace_id = s.workspace_id and i.survey_id = s.id
      left join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version
      where s.workspace_id = ${ctx.workspaceId} and s.journey_id = ${journeyId} and i.workspace_id = ${ctx.workspaceId}
        and (i.created_at at time zone ${timeZone})::date between ${from} and ${to}
      group by 1`)
    // A survey about the whole journey names no place: whom it asks comes by somewhere, and nobody knows where.
    return new Map([...counts.map((c) => [c.touchpoint, c.people] as const), [null, counts.reduce((sum, c) => sum + c.people, 0)]])
  })
