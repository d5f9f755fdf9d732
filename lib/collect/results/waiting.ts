import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'

/** Beyond it a list says "100+": nothing is counted further than that. */
const MOST = 100

const CountWaiting = z.strictObject({ surveys: z.array(z.uuid()).max(200) })

export type Waiting = { n: number; isMore: boolean }

/** How many answers of each survey are held back and were not looked at yet; surveys without any are left out. */
export async function countWaiting(ctx: Context, input: unknown): Promise<Map<string, Waiting>> {
  allow(ctx, 'response.read')
  const { surveys } = CountWaiting.parse(input)
  const found = await inWorkspace(ctx, (tx) =>
    rows<{ id: string; n: number }>(tx, sql`
      select s.id, (
        select count(*)::int
        from (
          select 1
          from responses r
          where r.workspace_id = ${ctx.workspaceId} and r.survey_id = s.id::uuid
            and r.held_for is not null and r.held and r.reviewed_at is null
          limit ${MOST + 1}) waiting) as n
      from json_array_elements_text(${JSON.stringify(surveys)}::json) as s (id)`),
  )
  return new Map(found.filter(({ n }) => n > 0).map(({ id, n }) => [id, { n: Math.min(n, MOST), isMore: n > MOST }]))
}
