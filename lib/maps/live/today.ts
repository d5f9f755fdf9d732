import { type Context, inWorkspace } from '#lib/context'
import { localDay } from '#lib/time'
import { DEFAULT_SOURCES } from '../asked'
import { readCells } from '../cells'
import { chartJourney } from '../journey'

/** How many responses of today, in the journey's own zone, its stages have: what the live dot counts. */
export const readToday = (ctx: Context, journey: string): Promise<number> =>
  inWorkspace(ctx, async (tx) => {
    const { id, timeZone, stages } = await chartJourney(tx, ctx, journey)
    const day = localDay(ctx.now(), timeZone)
    const asked = { workspaceId: ctx.workspaceId, journeyId: id, from: day, to: day, filter: null, source: DEFAULT_SOURCES, instruments: ['emotion' as const] }
    const cells = await readCells(tx, { ...asked, places: { stage: stages.map(({ key }) => key) } })
    return cells.reduce((sum, { tally }) => sum + tally.n, 0)
  })
