import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { drawMap } from './draw-map'
import type { JourneyMap } from './types'

/** The journey's map over a period, with what it is compared with: every number of every stage and touchpoint, from tallies alone. */
export async function readMap(ctx: Context, input: unknown): Promise<JourneyMap> {
  allow(ctx, 'journey.read')
  return inWorkspace(ctx, async (tx) => (await drawMap(tx, ctx, input)).map)
}
