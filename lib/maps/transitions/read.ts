import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { can } from '#lib/permission'
import { StudyResult } from '#lib/studies/result'
import type { Charted } from '../journey'
import { stepsBetween } from './steps'
import type { Transitions } from './types'

const Counted = StudyResult.pick({ version: true, window: true, crossings: true })

/**
 * Who came on from each stage to the next, and how their feeling changed, from the journey's last study: one statement. Whatever
 * the study holds answers against, the crossings are the same. Null for a reader who may not read single responses.
 */
export async function readTransitions(tx: Tx, ctx: Context, { id, stages }: Pick<Charted, 'id' | 'stages'>): Promise<Transitions | null> {
  if (!can(ctx.actor, 'response.read')) return null
  const [row] = await rows<{ result: unknown }>(tx, sql`
    select jsonb_build_object('version', result -> 'version', 'window', result -> 'window', 'crossings', result -> 'crossings') as result
    from studies
    where workspace_id = ${ctx.workspaceId} and journey_id = ${id} and jsonb_typeof(result) = 'object'`)
  const read = Counted.safeParse(row?.result)
  if (!read.success) return { state: 'not_counted', window: null, steps: [] }
  const { crossings, window } = read.data
  const isNamed = Object.keys(crossings.people).length > 0
  return { state: isNamed ? 'counted' : 'nobody_named', window, steps: isNamed ? stepsBetween(stages.map(({ key }) => key), crossings) : [] }
}
