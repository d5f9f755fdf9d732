import type { Tx } from '#db/open'
import { campaigns, mapCells } from '#db/schema/maps'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { type Created, insertJourney } from '#lib/journeys/create'
import { type Lane, LANES, type LaneBook } from '#lib/journeys/document/schema'
import type { Brought } from './brought'

type Cell = { lane: Lane; level: 'stage' | 'touchpoint'; place: string; value: unknown }

/** The values of all lanes as rows. */
export const cellsOf = (lanes: LaneBook): Cell[] =>
  LANES.flatMap((lane) =>
    (['stage', 'touchpoint'] as const).flatMap((level) => Object.entries(lanes[lane][level]).map(([place, value]: [string, unknown]) => ({ lane, level, place, value }))),
  )

/** Writes what was brought as a journey of its own, in the caller's transaction: all of it or nothing. */
export async function insertBrought(tx: Tx, ctx: Context, brought: Brought, name: string, timeZone: string): Promise<Created> {
  const stages = brought.stages.map(({ key, name }) => ({
    key,
    name,
    touchpoints: brought.touchpoints.filter(({ stage }) => stage === key).map(({ key, name, channel }) => ({ key, name, channel })),
  }))
  const journey = await insertJourney(tx, ctx, { name, timeZone, stages })
  const own = { workspaceId: ctx.workspaceId, journeyId: journey.id }
  const cells = cellsOf(brought.lanes)
  if (cells.length > 0) await tx.insert(mapCells).values(cells.map((cell) => ({ ...own, ...cell })))
  const [first, ...more] = brought.campaigns.map(({ cost, audience, ends, currency, note, ...campaign }) => ({
    ...own,
    ...campaign,
    id: newId(ctx.now()),
    audience: audience ?? null,
    ends: ends ?? null,
    cost: cost == null || !currency ? null : Math.round(cost * 100),
    currency: cost == null ? null : (currency ?? null),
    note: note ?? null,
    createdAt: ctx.now(),
  }))
  if (first) await tx.insert(campaigns).values([first, ...more])
  return journey
}
