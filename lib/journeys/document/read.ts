import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import type { Structure } from '../structure'
import { emptyBook, type Lane, LANE_VALUES, type LaneBook, type MapDocument } from './schema'

type Row = { lane: string; level: 'stage' | 'touchpoint'; place: string; value: unknown }

const isLane = (lane: string): lane is Lane => Object.hasOwn(LANE_VALUES, lane)

/** What is published beside the places of a journey. A value that this version of the house cannot read is left out. */
export async function readLanes(tx: Tx, ctx: Context, journeyId: string): Promise<LaneBook> {
  const found = await rows<Row>(tx, sql`
    select lane, level, place, value
    from map_cells
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId}
    order by lane, level, place`)
  const book = emptyBook()
  for (const { lane, level, place, value } of found) {
    if (!isLane(lane)) continue
    const read = LANE_VALUES[lane].safeParse(value)
    if (read.success) Object.assign(book[lane][level], { [place]: read.data })
  }
  return book
}

/** The published map of a journey: what is live in it, in order. The built-in overall touchpoints are left out. */
export function documentOf(structure: Structure, lanes: LaneBook): MapDocument {
  const stages = structure.stages.filter((stage) => !stage.archived).map(({ key, name }) => ({ key, name }))
  const touchpoints = stages.flatMap((stage) =>
    structure.touchpoints
      .filter((t) => t.stageKey === stage.key && !t.archived && !t.overall)
      .map(({ key, name, channel }) => ({ key, stage: stage.key, name, channel })),
  )
  return { name: structure.name, stages, touchpoints, lanes }
}
