import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#lib/context'
import { LANES, type MapDocument } from '#lib/journeys/document/schema'
import { type Cell, cellOf, type Changed, type Draft, type Level } from '#lib/journeys/draft/definition'
import { editDraft } from '#lib/journeys/draft/edit'
import { draftOf } from '#lib/journeys/draft/load'
import { allow } from '#lib/permission'
import { readVersion, VersionOf } from './read'

const LEVELS = ['stage', 'touchpoint'] as const satisfies readonly Level[]

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)

/** What a draft must say so that its map is `wanted`. Places never vanish, so each of them is there to come back. */
function cellsTowards({ document }: Pick<Draft, 'document'>, wanted: MapDocument): Cell[] {
  const cells: Cell[] = []
  const set = (cell: string, is: unknown, should: unknown) => {
    if (!isDeepStrictEqual(is, should)) cells.push({ cell, value: should })
  }
  // The overall of a live stage is built in: a merge had made it a touchpoint, its stage takes it back.
  const builtIn = new Set(wanted.stages.map(({ key }) => `${key}.overall`))
  const stood = { stage: new Map(document.stages.map((one) => [one.key, one])), touchpoint: new Map(document.touchpoints.map((one) => [one.key, one])) }
  const stands = { stage: new Set(keys(wanted.stages)), touchpoint: new Set(keys(wanted.touchpoints)) }

  set(cellOf.name, document.name, wanted.name)
  for (const { key } of document.stages) if (!stands.stage.has(key)) set(cellOf.stage(key, 'state'), 'live', 'archived')
  for (const { key } of document.touchpoints) {
    if (!stands.touchpoint.has(key) && !builtIn.has(key)) set(cellOf.touchpoint(key, 'state'), 'live', 'archived')
  }
  for (const { key, name } of wanted.stages) {
    set(cellOf.stage(key, 'state'), stood.stage.has(key) ? 'live' : undefined, 'live')
    set(cellOf.stage(key, 'name'), stood.stage.get(key)?.name, name)
  }
  for (const { key, name, channel, stage } of wanted.touchpoints) {
    const was = stood.touchpoint.get(key)
    set(cellOf.touchpoint(key, 'state'), was && 'live', 'live')
    set(cellOf.touchpoint(key, 'name'), was?.name, name)
    set(cellOf.touchpoint(key, 'channel'), was?.channel, channel)
    set(cellOf.touchpoint(key, 'stage'), was?.stage, stage)
  }
  set(cellOf.order(), keys(document.stages), keys(wanted.stages))
  for (const { key } of wanted.stages) {
    const inStage = (map: MapDocument) => keys(map.touchpoints.filter((t) => t.stage === key))
    set(cellOf.order(key), inStage(document), inStage(wanted))
  }
  for (const lane of LANES) {
    for (const level of LEVELS) {
      const [is, should]: Readonly<Record<string, unknown>>[] = [document.lanes[lane][level], wanted.lanes[lane][level]]
      for (const key of stands[level]) set(cellOf.lane(lane, level, key), is?.[key] ?? null, should?.[key] ?? null)
    }
  }
  return cells
}

/**
 * Make a past version the draft, in place of what stands in it. The published map stays as it is until that is published. All at
 * once, however many places it changes.
 */
export async function restoreVersion(ctx: Context, input: unknown): Promise<Changed> {
  allow(ctx, 'journey.write')
  const { journey, version } = VersionOf.parse(input)
  const { document } = await readVersion(ctx, { journey, version })
  return editDraft(ctx, journey, (loaded) => ({ cells: cellsTowards(draftOf(loaded), document), says: {} }), () => '/version')
}
