import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type CellQuery, splitRange, whole } from '../cells'
import type { Charted } from '../journey'
import { type CountsAt, reachOf } from './rows'
import type { Reach } from './types'

type Query = Pick<CellQuery, 'workspaceId' | 'from' | 'to' | 'filter'>
type Row = { touchpoint: string; kind: string; n: string; of: string }

const READ = ['exposed', 'started', 'completed', 'converted'] as const

/** Is anything told at all of whom this journey's surveys reached? */
async function hasEvents(tx: Tx, workspaceId: string, journeyId: string): Promise<boolean> {
  const found = await rows(tx, sql`
    select 1
    from tally_events
    where workspace_id = ${workspaceId} and journey_id = ${journeyId}
    limit 1`)
  return found.length > 0
}

/**
 * Whom surveys reached at each stage and touchpoint, from tallies alone: one sum. Events are counted by channel and by nothing else,
 * so of another group there is no reach (null). Empty where none was ever told of this journey.
 */
export async function readReach(tx: Tx, { id, stages, stageOf }: Charted, { workspaceId, from, to, filter }: Query): Promise<Reach[] | null> {
  if (filter !== null && filter.dimension !== 'channel') return null
  const channel = filter === null ? sql`true` : sql`channel = ${filter.value}`
  const parts = splitRange({ from, to }).map(({ grain, sign, ...span }) => sql`
    select touchpoint_key, kind, channel, ${sign === 1 ? sql`n` : sql`-n as n`}
    from tally_events
    where workspace_id = ${workspaceId} and journey_id = ${id} and grain = ${grain} and period between ${span.from} and ${span.to}
      and kind in ${[...READ]}`)
  const found = await rows<Row>(tx, sql`
    select touchpoint_key as touchpoint, kind, coalesce(sum(n) filter (where ${channel}), 0)::text as n, sum(n)::text as of
    from (${sql.join(parts, sql` union all `)}) as cells
    group by touchpoint_key, kind`)
  if (found.length === 0 && !(await hasEvents(tx, workspaceId, id))) return []
  const countsOf = (column: 'n' | 'of'): CountsAt => {
    const counts = new Map(found.map((row) => [`${row.kind} ${row.touchpoint}`, whole(row[column])]))
    const at = (touchpoint: string, kind: (typeof READ)[number]) => counts.get(`${kind} ${touchpoint}`) ?? 0
    return (touchpoint) => ({
      exposed: at(touchpoint, 'exposed'), started: at(touchpoint, 'started'),
      completed: at(touchpoint, 'completed'), converted: at(touchpoint, 'converted'),
    })
  }
  return reachOf(stages, stageOf, countsOf('n'), countsOf('of'))
}
