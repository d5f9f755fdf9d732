import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { PersonaRule } from './personas/definition'
import { PersonaRules } from './personas/schema'

export type StructureStage = { key: string; name: string; archived: boolean }
export type StructureTouchpoint = { key: string; name: string; stageKey: string; overall: boolean; archived: boolean; channel: string | null }

/** A journey's places as they stand now: what collect needs to place an answer and the map to draw its columns. */
export type Structure = {
  journeyId: string
  key: string
  name: string
  timeZone: string
  /** Taken off the list, its links closed; answers still come in. */
  archived: boolean
  structure: number
  /** Touchpoint key to stage key, archived ones too: their history still counts. */
  stageOf: Readonly<Record<string, string>>
  stages: readonly StructureStage[]
  touchpoints: readonly StructureTouchpoint[]
  /** What answers are also counted by, one value at a time: channel, variant, or the name of an attribute. */
  dimensions: readonly string[]
  /** By which rules the dimension `persona` counts; null where there are no personas. */
  personas: readonly PersonaRule[] | null
}

type Row = Omit<Structure, 'stageOf' | 'stages' | 'touchpoints' | 'personas'> & { personas: unknown; stages: StructureStage[]; touchpoints: StructureTouchpoint[] }

/** One statement: the journey with its stages and touchpoints in order; null when there is none. */
export async function loadStructure(tx: Tx, workspaceId: string, journeyId: string): Promise<Structure | null> {
  const [row] = await rows<Row>(tx, sql`
    select j.id as "journeyId", j.key, j.name, j.time_zone as "timeZone", j.archived_at is not null as archived, j.structure,
      coalesce((
        select o.dimensions
        from structures o
        where o.workspace_id = j.workspace_id and o.journey_id = j.id and o.structure = j.structure), '{}') as dimensions,
      (
        select o.personas
        from structures o
        where o.workspace_id = j.workspace_id and o.journey_id = j.id and o.structure = j.structure) as personas,
      coalesce((
        select json_agg(json_build_object('key', s.key, 'name', s.name, 'archived', s.archived_at is not null) order by s.position, s.key)
        from stages s
        where s.workspace_id = j.workspace_id and s.journey_id = j.id), '[]') as stages,
      coalesce((
        select json_agg(json_build_object('key', t.key, 'name', t.name, 'stageKey', t.stage_key, 'overall', t.overall,
          'archived', t.archived_at is not null, 'channel', t.channel) order by t.position, t.key)
        from touchpoints t
        where t.workspace_id = j.workspace_id and t.journey_id = j.id), '[]') as touchpoints
    from journeys j
    where j.workspace_id = ${workspaceId} and j.id = ${journeyId}`)
  if (!row) return null
  return { ...row, personas: PersonaRules.nullable().parse(row.personas), stageOf: Object.fromEntries(row.touchpoints.map((t) => [t.key, t.stageKey])) }
}
