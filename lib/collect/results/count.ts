import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import { addDays, localDay } from '#lib/time'

/** What a list shows of a survey with more answers is "1,000+": nothing is counted further than that. */
const MOST = 1_000

const CountAnswers = z.strictObject({ surveys: z.array(z.uuid()).max(200), days: z.int().min(1).max(366) })

/** The smallest UUIDv7 of a moment: ids are made in order of time, so an index by id is one by time of receipt. */
export function idFrom(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Answers to one survey in the last days; `n` is null where there are some, but fewer than k. */
export type AnswerCount = { n: number | null; isMore: boolean }

/** How many answers each survey got on the last `days` days, today included. */
export async function countAnswers(ctx: Context, input: unknown): Promise<Map<string, AnswerCount>> {
  allow(ctx, 'survey.read')
  const { surveys, days } = CountAnswers.parse(input)
  const from = addDays(localDay(ctx.now(), 'UTC'), 1 - days)
  // An answer can come after its day, never before: whatever happened since `from` was received since then.
  const first = idFrom(Date.parse(`${from}T00:00:00Z`) - 86_400_000)
  const found = await inWorkspace(ctx, (tx) =>
    rows<{ id: string; n: number }>(tx, sql`
      select s.id, (
        select count(*)::int
        from (
          select 1
          from responses r
          where r.workspace_id = ${ctx.workspaceId} and r.survey_id = s.id::uuid and r.id >= ${first}::uuid and r.day >= ${from}::date
            and not r.held
          limit ${MOST + 1}) counted) as n
      from json_array_elements_text(${JSON.stringify(surveys)}::json) as s (id)`),
  )
  return new Map(found.map(({ id, n }) => [id, { n: hidden(n, K_DEFAULT) ? null : Math.min(n, MOST), isMore: n > MOST }]))
}
