import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { loadStructure } from '#lib/journeys/structure'

type Touchpoint = { key: string; name: string; channel: string | null; overall: boolean }
export type Stage = { key: string; name: string; position: number; touchpoints: readonly Touchpoint[] }

/** A journey as its map shows it: stages in order, what is archived left out. */
export type Charted = { id: string; key: string; name: string; timeZone: string; stages: readonly Stage[] }

export async function chartJourney(tx: Tx, ctx: Context, key: string): Promise<Charted> {
  const [journey] = await rows<{ id: string }>(tx, sql`
    select id
    from journeys
    where workspace_id = ${ctx.workspaceId} and key = ${key}`)
  const structure = journey && (await loadStructure(tx, ctx.workspaceId, journey.id))
  if (!journey || !structure) throw notFound('journey')
  const touchpoints = structure.touchpoints.filter((t) => !t.archived)
  const stages = structure.stages.filter((stage) => !stage.archived).map((stage, i) => ({
    key: stage.key,
    name: stage.name,
    position: i + 1,
    touchpoints: touchpoints
      .filter((t) => t.stageKey === stage.key)
      .map(({ key, name, channel, overall }) => ({ key, name, channel, overall })),
  }))
  return { id: journey.id, key, name: structure.name, timeZone: structure.timeZone, stages }
}

export function stageOf(journey: Charted, key: string): Stage {
  const stage = journey.stages.find((s) => s.key === key)
  if (!stage) throw invalid(fault('/stage', 'unknown_stage', `There is no stage "${key.slice(0, 60)}" on this map.`))
  return stage
}

export function touchpointOf(stages: readonly Stage[], key: string): Touchpoint {
  const touchpoint = stages.flatMap((s) => s.touchpoints).find((t) => t.key === key)
  if (!touchpoint) throw invalid(fault('/touchpoint', 'unknown_touchpoint', `There is no touchpoint "${key.slice(0, 60)}" here.`))
  return touchpoint
}
