import { z } from 'zod'
import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { isId } from '#lib/ids'
import { allow, can } from '#lib/permission'
import { INSTRUMENTS, orientScore } from '#lib/stats/instruments'
import { K_COMMENTS } from '#lib/stats/measure'
import { Asking, askedOf, Text } from './asked'
import { lookupOf, readCells } from './cells'
import { type CommentQuery, type CommentRow, type Place, readComments, scanEnd } from './comment-page'
import { chartJourney, type Stage, stageOf, touchpointOf } from './journey'
import { maskComment } from './mask'
import type { CommentPage, MapComment } from './types'

const write = ({ responseId, questionId }: Place) => Buffer.from(`${responseId}.${questionId}`).toString('base64url')

const Cursor = z.string().max(200).transform((text, check): Place => {
  const [responseId = '', questionId = ''] = Buffer.from(text, 'base64url').toString().split('.')
  if (!isId(responseId) || !/^[a-z0-9_-]{1,40}$/.test(questionId)) {
    check.addIssue({ code: 'custom', message: 'This cursor was not made here.', params: { code: 'invalid_cursor' } })
  }
  return { responseId, questionId }
})

const CommentsInput = Asking.extend({
  stage: Text(120).optional(),
  touchpoint: Text(120).optional(),
  search: Text(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: Cursor.optional(),
})

/** Answers given at the place, of the instrument that was answered most; comments count where nothing else was asked. */
async function answersAt(tx: Tx, query: CommentQuery, stages: readonly Stage[], touchpoint: string | undefined): Promise<number> {
  const level = touchpoint === undefined ? 'stage' : 'touchpoint'
  const keys = touchpoint === undefined ? stages.map((s) => s.key) : [touchpoint]
  const lookup = lookupOf(await readCells(tx, { ...query, instruments: INSTRUMENTS, places: { [level]: keys } }))
  const counts = INSTRUMENTS.map((instrument) => keys.reduce((sum, key) => sum + lookup(level, key, instrument).n, 0))
  const most = Math.max(...counts)
  return most >= K_COMMENTS ? most : (await readComments(tx, { ...query, search: null, after: null, limit: K_COMMENTS })).length
}

/** Comments of a journey, a stage or a touchpoint, the newest first, each with the score that the person gave there. */
export async function listComments(ctx: Context, input: unknown): Promise<CommentPage> {
  allow(ctx, 'response.read')
  const { stage, touchpoint, search = null, limit, cursor = null, ...asking } = CommentsInput.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await chartJourney(tx, ctx, asking.journey)
    const { from, to, channel, source } = askedOf(asking, journey.timeZone, ctx.now())
    const stages = stage === undefined ? journey.stages : [stageOf(journey, stage)]
    const touchpoints = touchpoint === undefined ? stages.flatMap((s) => s.touchpoints) : [touchpointOf(stages, touchpoint)]
    if (touchpoints.length === 0) return { comments: [], nextCursor: null, hidden: null }
    const keys = touchpoints.map((t) => t.key)
    const where = { workspaceId: ctx.workspaceId, journeyId: journey.id, touchpoints: keys, from, to, channel, source }
    const query: CommentQuery = { ...where, search, after: cursor, limit: limit + 1 }
    const n = await answersAt(tx, query, stages, touchpoint)
    if (n < K_COMMENTS) return { comments: [], nextCursor: null, hidden: n === 0 ? null : 'too_few_answers' }
    const found = await readComments(tx, query)
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : await scanEnd(tx, query)
    // Who may not change responses sees them masked, and cannot find by searching what is masked either.
    const isMasked = !can(ctx.actor, 'response.write')
    const comments = page.map((row) => commentOf(row, journey.stages, isMasked)).filter((c) => !isMasked || holds(c.text, search))
    return { comments, nextCursor: last ? write(last) : null, hidden: null }
  })
}

const holds = (text: string, search: string | null) => search === null || text.toLowerCase().includes(search.toLowerCase())

function commentOf(row: CommentRow, stages: readonly Stage[], isMasked: boolean): MapComment {
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
    occurredAt: row.occurredAt.toISOString(),
  }
}
