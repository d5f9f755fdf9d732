import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { addDays, localDay } from '#lib/time'
import { DEFAULT_DAYS, DEFAULT_SOURCES } from './asked'
import { whole } from './cells'
import { seen } from './dimensions/values'

const TotalsInput = z.strictObject({ journeys: z.array(z.object({ key: z.string(), timeZone: z.string() })).max(200) })

/** `answers`: what the journey's map says for its default period; null where there are some but each stage is hidden. */
export type JourneyTotals = { answers: number | null; first: string | null; last: string | null }

/** A period has at most ten years. */
const MOST_DAYS = 3650

type Row = { key: string; n: string; first: string | null; last: string | null }

/** Answers of the last 90 days and the days of the first and the last one ever, for each journey that is there. */
export async function listTotals(ctx: Context, input: unknown): Promise<Record<string, JourneyTotals>> {
  allow(ctx, 'journey.read')
  const { journeys } = TotalsInput.parse(input)
  return inWorkspace(ctx, (tx) => totalsIn(tx, ctx, journeys))
}

/** All days on which somebody answered, for a map of the usual days that holds nothing; null where nobody ever did. */
export function answeredDays({ first, last }: JourneyTotals): { from: string; to: string } | null {
  if (first === null || last === null) return null
  const earliest = addDays(last, -MOST_DAYS)
  return { from: first < earliest ? earliest : first, to: last }
}

export async function totalsIn(tx: Tx, ctx: Context, journeys: readonly { key: string; timeZone: string }[]): Promise<Record<string, JourneyTotals>> {
  const asked = journeys.map(({ key, timeZone }) => {
    const to = localDay(ctx.now(), timeZone)
    return { key, from: addDays(to, 1 - DEFAULT_DAYS), to }
  })
  const found = await rows<Row>(tx, sql`
    select j.key, coalesce(cells.n, 0)::text as n, cells.first, cells.last
    from json_to_recordset(${JSON.stringify(asked)}::json) as a (key text, "from" date, "to" date)
    join journeys j on j.key = a.key
    join stages s on s.workspace_id = j.workspace_id and s.journey_id = j.id
    left join lateral (
      select sum(d.n) filter (where d.day between a."from" and a."to") as n, min(d.day)::text as first, max(d.day)::text as last
      from tally_days d
      where d.workspace_id = j.workspace_id and d.journey_id = j.id and d.level = 'stage' and d.place = s.key
        and d.instrument = 'emotion' and d.source in ${[...DEFAULT_SOURCES]} and d.n > 0
    ) as cells on true
    where j.workspace_id = ${ctx.workspaceId} and s.workspace_id = ${ctx.workspaceId} and s.archived_at is null`)
  return Object.fromEntries(asked.map(({ key }) => [key, totalsOf(found.filter((row) => row.key === key))]))
}

function totalsOf(stages: readonly Row[]): JourneyTotals {
  const days = stages.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null).sort()
  return { answers: seen(stages.map(({ n }) => whole(n))), first: days[0] ?? null, last: days.at(-1) ?? null }
}
