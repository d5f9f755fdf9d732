import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { isRecounting } from '#lib/collect/recount/recounting'
import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { toldChanges } from '#lib/journeys/draft/count'
import { loadStructure } from '#lib/journeys/structure'
import { sentence } from '#lib/sentence'
import type { Filter } from './types'

type Touchpoint = { key: string; name: string; channel: string | null; overall: boolean }
export type Stage = { key: string; name: string; position: number; touchpoints: readonly Touchpoint[] }

/** A journey as its map shows it: stages in order, what is archived left out; where each touchpoint stands, archived ones too; by what its answers are counted. */
export type Charted = { id: string; key: string; name: string; timeZone: string; archived: boolean; version: number; drafted: number; recounting: boolean; stages: readonly Stage[]; stageOf: Readonly<Record<string, string>>; dimensions: readonly string[] }

export async function chartJourney(tx: Tx, ctx: Context, key: string): Promise<Charted> {
  // A declared attribute whose older answers are still on their way would show a part of them as if it were all.
  const [journey] = await rows<{ id: string; version: number; drafted: number; recounting: boolean; dimensions: string[] }>(tx, sql`
    select j.id, j.version, ${isRecounting(ctx.workspaceId)} as recounting,
      ${toldChanges} as drafted, array(
      select c.counted
      from unnest(t.dimensions) as c (counted)
      where c.counted in ('channel', 'variant') or exists (
        select 1
        from dimensions d
        where d.workspace_id = j.workspace_id and d.journey_id = j.id and d.name = c.counted and d.ready_at is not null)) as dimensions
    from journeys j
    join structures t on t.workspace_id = j.workspace_id and t.journey_id = j.id and t.structure = j.structure
    where j.workspace_id = ${ctx.workspaceId} and t.workspace_id = ${ctx.workspaceId} and j.key = ${key}`)
  const structure = journey && (await loadStructure(tx, ctx.workspaceId, journey.id))
  const isOther = ctx.actor.kind === 'share' && ctx.actor.journeyId !== journey?.id
  if (!journey || !structure || isOther) throw notFound('journey')
  const touchpoints = structure.touchpoints.filter((t) => !t.archived)
  const stages = structure.stages.filter((stage) => !stage.archived).map((stage, i) => ({
    key: stage.key,
    name: stage.name,
    position: i + 1,
    touchpoints: touchpoints
      .filter((t) => t.stageKey === stage.key)
      .map(({ key, name, channel, overall }) => ({ key, name, channel, overall })),
  }))
  const { id, version, drafted, recounting, dimensions } = journey
  return { id, key, name: structure.name, timeZone: structure.timeZone, archived: structure.archived, version, drafted, recounting, stages, stageOf: structure.stageOf, dimensions }
}

/** Where answers are not counted by it, a filter would show an empty map instead of saying so. */
export function checkFilter({ dimensions }: Charted, filter: Filter | null, pointer?: string): void {
  if (filter === null || dimensions.includes(filter.dimension)) return
  const { dimension } = filter
  const own = dimension === 'channel' || dimension === 'variant' ? dimension : 'segment'
  const message = 'Answers of this journey are not counted by "{dimension}". Declare it as a dimension first.'
  throw invalid(fault(pointer ?? `/${own}`, 'unknown_segment', sentence(message, { dimension: dimension.slice(0, 60) })))
}

export function stageOf(journey: Charted, key: string): Stage {
  const stage = journey.stages.find((s) => s.key === key)
  if (!stage) throw invalid(fault('/stage', 'unknown_stage', 'There is no stage "{key}" on this map.', { key: key.slice(0, 60) }))
  return stage
}

export function touchpointOf(stages: readonly Stage[], key: string): Touchpoint {
  const touchpoint = stages.flatMap((s) => s.touchpoints).find((t) => t.key === key)
  if (!touchpoint) throw invalid(fault('/touchpoint', 'unknown_touchpoint', 'There is no touchpoint "{key}" here.', { key: key.slice(0, 60) }))
  return touchpoint
}
