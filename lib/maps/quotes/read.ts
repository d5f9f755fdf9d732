import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { allow, can } from '#lib/permission'
import { Asking, askedOf } from '../asked'
import { commentOf } from '../comments/list'
import { openTouchpoints } from '../comments/open'
import { chartJourney, type Stage } from '../journey'
import { checkGroup } from '../suppress/suppress-map'
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
    const keys = journey.stages.flatMap((stage) => stage.touchpoints.map((t) => t.key))
    const query = { workspaceId: ctx.workspaceId, journeyId: journey.id, touchpoints: keys, from, to, filter, source }
    const { keys: open, closed } = await openTouchpoints(tx, query)
    const found = open.length === 0 ? [] : await quoteRows(tx, { ...query, touchpoints: open })
    const isMasked = !can(ctx.actor, 'response.write')
    const quoteOf = (row: Row): Quote => ({ ...commentOf(row, journey.stages, isMasked), mood: moodOfRow(row) })
    const isAt = ({ touchpoints }: Stage) => new Set(touchpoints.map((t) => t.key))
    return journey.stages.map((stage) => {
      const here = isAt(stage)
      const quotes = chosenOf(found.filter(({ touchpoint }) => here.has(touchpoint))).map(quoteOf)
      const isHidden = !open.some((key) => here.has(key)) && closed.some((key) => here.has(key))
      return { stage: stage.key, hidden: isHidden ? 'too_few_answers' : null, quotes }
    })
  })
}
