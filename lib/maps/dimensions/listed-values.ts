import { type SQL, sql } from 'drizzle-orm'
import { isNotHeld } from '#lib/rollups/held'

const MOST_VALUES = 100

/** The values of a dimension, found one after the other along the index: there are few of them among very many rows. */
export function listedValues({ workspaceId, journeyId }: { workspaceId: string; journeyId: string }, dimension: string | SQL): SQL {
  const here = sql`workspace_id = ${workspaceId} and journey_id = ${journeyId} and dimension = ${dimension} and ${isNotHeld}`
  return sql`
    with recursive steps as (
      (select value from tally_segments where ${here} order by value limit 1)
      union all
      select (select value from tally_segments where ${here} and value > steps.value order by value limit 1)
      from steps
      where steps.value is not null
    )
    select value from steps where value is not null limit ${MOST_VALUES}`
}
