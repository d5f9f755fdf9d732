import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { isId } from '#lib/ids'
import { refuseArchived } from '#lib/journeys/hold'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { Text } from '../asked'
import { type Charted, chartJourney } from '../journey'

/** More than these in one column nobody reads. */
export const MOST_PINNED = 4

const QuoteId = z.string().max(100).transform((id, check) => {
  const at = id.indexOf('.')
  const [responseId, questionId] = [id.slice(0, at), id.slice(at + 1)]
  if (!isId(responseId) || !/^[a-z0-9_-]{1,40}$/.test(questionId)) check.addIssue({ code: 'custom', message: 'This is no comment of ours.', params: { code: 'unknown_comment' } })
  return { responseId, questionId }
})

/** `quote`: the id of a comment as listComments gives it. */
export const QuoteOf = z.strictObject({ journey: Text(120), quote: QuoteId })
type Quote = z.output<typeof QuoteId>

type Told = { quote: string; pinned: boolean }
const told = ({ responseId, questionId }: Quote, pinned: boolean): Told => ({ quote: `${responseId}.${questionId}`, pinned })

/** Where the comment was written; it may be held back, and then nobody sees it on a map either. */
async function placeOf(tx: Tx, ctx: Context, journey: Charted, { responseId, questionId }: Quote): Promise<string> {
  const [found] = await rows<{ touchpoint: string }>(tx, sql`
    select touchpoint_key as touchpoint
    from answers
    where workspace_id = ${ctx.workspaceId} and response_id = ${responseId} and question_id = ${questionId}
      and journey_id = ${journey.id} and body is not null and instrument = 'comment'`)
  if (!found) throw notFound('comment')
  return found.touchpoint
}

/** Held, so that two who pin at once both count. */
const hold = (tx: Tx, ctx: Context, { id }: Charted) => tx.execute(sql`
  select 1
  from journeys
  where workspace_id = ${ctx.workspaceId} and id = ${id}
  for no key update`)

/** What is pinned beside it in the same column. */
async function countBeside(tx: Tx, ctx: Context, journey: Charted, touchpoint: string, { responseId, questionId }: Quote): Promise<number> {
  const stage = journey.stages.find(({ touchpoints }) => touchpoints.some(({ key }) => key === touchpoint))
  if (!stage) throw notFound('comment')
  const [found] = await rows<{ n: number }>(tx, sql`
    select count(*)::int as n
    from pinned_quotes p
    join answers a on a.workspace_id = p.workspace_id and a.response_id = p.response_id and a.question_id = p.question_id and a.body is not null
    where p.workspace_id = ${ctx.workspaceId} and a.workspace_id = ${ctx.workspaceId} and p.journey_id = ${journey.id}
      and a.touchpoint_key in ${stage.touchpoints.map(({ key }) => key)}
      and (p.response_id, p.question_id) <> (${responseId}, ${questionId})`)
  return found?.n ?? 0
}

/** Puts a comment on the map, at the stage where it was written; again is the same. */
export async function pinQuote(ctx: Context, input: unknown): Promise<Told> {
  allow(ctx, 'journey.write')
  allow(ctx, 'response.read')
  const { journey: key, quote } = QuoteOf.parse(input)
  const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null
  const journeyId = await inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, key)
    refuseArchived(journey)
    await hold(tx, ctx, journey)
    const touchpoint = await placeOf(tx, ctx, journey, quote)
    if ((await countBeside(tx, ctx, journey, touchpoint, quote)) >= MOST_PINNED) {
      throw invalid(fault('/quote', 'too_many_pinned', '{most} comments are pinned at this stage already. Unpin one of them first.', { most: MOST_PINNED }))
    }
    await tx.execute(sql`
      insert into pinned_quotes (workspace_id, journey_id, response_id, question_id, pinned_at, pinned_by)
      values (${ctx.workspaceId}, ${journey.id}, ${quote.responseId}, ${quote.questionId}, ${ctx.now().toISOString()}, ${by})
      on conflict (workspace_id, journey_id, response_id, question_id) do nothing`)
    return journey.id
  })
  publish({ workspaceId: ctx.workspaceId, journeyId, answers: 0 })
  return told(quote, true)
}

/** Takes it off the map; what is not there is taken off already. */
export async function unpinQuote(ctx: Context, input: unknown): Promise<Told> {
  allow(ctx, 'journey.write')
  const { journey: key, quote } = QuoteOf.parse(input)
  const journeyId = await inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, key)
    await tx.execute(sql`
      delete from pinned_quotes
      where workspace_id = ${ctx.workspaceId} and journey_id = ${journey.id} and response_id = ${quote.responseId} and question_id = ${quote.questionId}`)
    return journey.id
  })
  publish({ workspaceId: ctx.workspaceId, journeyId, answers: 0 })
  return told(quote, false)
}
