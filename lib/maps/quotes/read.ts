import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { allow, can } from '#lib/permission'
import { Asking, askedOf } from '../asked'
import { commentOf } from '../comments/list'
import { openTouchpoints } from '../comments/open'
import type { CellQuery, Lookup } from '../cells'
import { drawMap } from '../draw-map'
import { type Charted, chartJourney } from '../journey'
import { checkGroup } from '../suppress/suppress-map'
import type { JourneyMap } from '../types'
import { quoteRows } from './rows'
import { moodOfRow, typicalOf } from './typical'
import type { Quote, StageQuotes } from './types'

export const QuotesInput = Asking

/** Comments are for who may read responses, and for whom a share link says so. */
function allowComments(ctx: Context): void {
  if (ctx.actor.kind !== 'share') return allow(ctx, 'response.read')
  allow(ctx, 'journey.read')
  if (!ctx.actor.comments) throw new Problem('forbidden', 'This link shows no comments.')
}

type Group = Pick<CellQuery, 'from' | 'to' | 'filter' | 'source'>
type Row = Awaited<ReturnType<typeof quoteRows>>[number]

const chosenOf = (its: readonly Row[]): Row[] => {
  const pinned = its.filter((row) => row.pinned)
  return pinned.length > 0 ? pinned : (['positive', 'negative'] as const).flatMap((mood) => its.filter((row) => row === typicalOf(its, mood)))
}

/** What people say at each stage, as the map shows it: from places with enough answers alone, masked for whoever may not change responses. */
export async function readQuotes(ctx: Context, input: unknown): Promise<StageQuotes[]> {
  allowComments(ctx)
  const asking = QuotesInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { from, to, filter, source } = askedOf(asking, journey.timeZone, ctx.now())
    await checkGroup(tx, ctx, journey, { from, to, filter, source })
    return quotesOf(tx, ctx, journey, { from, to, filter, source })
  })
}

/** The same of a group that was checked; `read`: the cells of its touchpoints, where they were read. */
async function quotesOf(tx: Tx, ctx: Context, journey: Charted, group: Group, read?: Lookup): Promise<StageQuotes[]> {
  const keys = journey.stages.flatMap((stage) => stage.touchpoints.map((t) => t.key))
  const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, touchpoints: keys, ...group }
  const { keys: open, closed } = await openTouchpoints(tx, query, read)
  const found = open.length === 0 ? [] : await quoteRows(tx, { ...query, touchpoints: open })
  const isMasked = !can(ctx.actor, 'response.write')
  const quoteOf = (row: Row): Quote => ({ ...commentOf(row, journey.stages, isMasked), mood: moodOfRow(row) })
  return journey.stages.map((stage) => {
    const here = new Set(stage.touchpoints.map((t) => t.key))
    const quotes = chosenOf(found.filter(({ touchpoint }) => here.has(touchpoint))).map(quoteOf)
    const isHidden = !open.some((key) => here.has(key)) && closed.some((key) => here.has(key))
    return { stage: stage.key, hidden: isHidden ? 'too_few_answers' : null, quotes }
  })
}

/** A map with what people say on it, for whoever may read that: one look at the journey and its answers serves both. */
export async function readMapWithQuotes(ctx: Context, input: unknown): Promise<{ map: JourneyMap; quotes: StageQuotes[] | null }> {
  allow(ctx, 'journey.read')
  return inWorkspace(ctx, async (tx) => {
    const { map, journey, lookup, query } = await drawMap(tx, ctx, input)
    const { from, to, filter, source } = query
    return { map, quotes: can(ctx.actor, 'response.read') ? await quotesOf(tx, ctx, journey, { from, to, filter, source }, lookup) : null }
  })
}
