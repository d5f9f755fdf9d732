import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { allow, can } from '#lib/permission'
import { orientScore } from '#lib/stats/instruments'
import { maskComment } from '#lib/text/mask'
import { Asking, askedOf, Text } from '../asked'
import { MOODS } from './moods'
import { openTouchpoints } from './open'
import { type CommentQuery, type CommentRow, readComments } from './page'
import { Cursor, writeMark } from './walk'
import { chartJourney, type Stage, stageOf, touchpointOf } from '../journey'
import { checkGroup } from '../suppress/suppress-map'
import type { CommentPage, MapComment } from './types'

export const CommentsInput = Asking.extend({
  stage: Text(120).optional(),
  touchpoint: Text(120).optional(),
  search: Text(200).optional(),
  /** Of the score beside it. */
  mood: z.enum(MOODS).optional(),
  /** Only those that came this way, of the comments that are shown: unlike `channel` it makes no smaller group of the place. */
  via: Text(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: Cursor.optional(),
})

/**
 * Comments of a journey, a stage or a touchpoint, the newest first, each with the score that the person gave there. `lastId`: of
 * the responses, where only those that had come by then are meant.
 */
export async function listComments(ctx: Context, input: unknown, lastId: string | null = null): Promise<CommentPage> {
  // A share link that allows comments shows those of its own journey, masked.
  if (ctx.actor.kind !== 'share' || !ctx.actor.comments) allow(ctx, 'response.read')
  const { stage, touchpoint, search = null, mood = null, via = null, limit, cursor = null, ...asking } = CommentsInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { from, to, filter, source } = askedOf(asking, journey.timeZone, ctx.now())
    await checkGroup(tx, ctx, journey, { from, to, filter, source })
    const stages = stage === undefined ? journey.stages : [stageOf(journey, stage)]
    const touchpoints = touchpoint === undefined ? stages.flatMap((s) => s.touchpoints) : [touchpointOf(stages, touchpoint)]
    const keys = touchpoints.map((t) => t.key)
    const where = { workspaceId: ctx.workspaceId, journeyId: journey.id, touchpoints: keys, from, to, filter, source }
    const asked: CommentQuery = { ...where, said: { mood, via }, search, after: cursor, lastId, limit }
    const opened = await openTouchpoints(tx, asked)
    if (opened.keys.length === 0) return { comments: [], nextCursor: null, hidden: opened.closed.length > 0 ? 'too_few_answers' : null }
    const { page, next } = await readComments(tx, { ...asked, touchpoints: opened.keys })
    // Who may not change responses sees them masked, and cannot find by searching what is masked either.
    const isMasked = !can(ctx.actor, 'response.write')
    const comments = page.map((row) => commentOf(row, journey.stages, isMasked)).filter((c) => !isMasked || holds(c.text, search))
    return { comments, nextCursor: next && writeMark(next), hidden: null }
  })
}

const holds = (text: string, search: string | null) => search === null || text.toLowerCase().includes(search.toLowerCase())

/** A comment as it is shown, with its score turned so that high is good. */
export function commentOf(row: CommentRow, stages: readonly Stage[], isMasked: boolean): MapComment {
  const { instrument, score, touchpoint } = row
  const stage = stages.find((s) => s.touchpoints.some((t) => t.key === touchpoint))
  const oriented = instrument === null || score === null ? null : orientScore(instrument, score, row.reversed ?? false)
  return {
    id: `${row.responseId}.${row.questionId}`,
    text: isMasked ? maskComment(row.body) : row.body,
    score: instrument === null || oriented === null ? null : { instrument, value: instrument === 'sentiment' ? oriented / 100 : oriented },
    touchpoint: { key: touchpoint, name: stage?.touchpoints.find((t) => t.key === touchpoint)?.name ?? touchpoint },
    stage: stage?.key ?? '',
    channel: row.channel,
    pinned: row.pinned,
    occurredAt: row.occurredAt.toISOString(),
  }
}
