import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { Page, pageOf, readCursor } from '#lib/http/cursor'
import { Key } from '#lib/journeys/input'
import { maskComment } from '#lib/text/mask'
import { allow, can } from '#lib/permission'

const ListResponses = Page.extend({ journey: Key })

export const ResponseAnswer = z.object({
  question: z.string(),
  instrument: z.enum(['nps', 'csat', 'ces', 'sentiment', 'comment']),
  stage: z.string(),
  touchpoint: z.string(),
  value: z.union([z.number(), z.string()]),
})

export const ResponseRow = z.object({
  id: z.uuid(),
  surveyId: z.uuid(),
  source: z.string(),
  channel: z.string().nullable(),
  person: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()).nullable(),
  finished: z.boolean(),
  occurredAt: z.iso.datetime({ offset: true }),
  receivedAt: z.iso.datetime({ offset: true }),
  answers: z.array(ResponseAnswer),
})

export type ResponseRow = z.infer<typeof ResponseRow>

type Stored = Omit<ResponseRow, 'occurredAt' | 'receivedAt' | 'answers'> & {
  occurredAt: Date | string
  receivedAt: Date | string
  answers: (Omit<z.infer<typeof ResponseAnswer>, 'value'> & { score: number | null; body: string | null })[] | null
}

const FAR: { createdAt: Date; id: string } = { createdAt: new Date(0), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** The responses of a journey with their answers, the latest received first. Raw values; sentiment from -1 to 1. */
export async function listResponses(ctx: Context, input: unknown) {
  allow(ctx, 'response.read')
  const { journey, limit, cursor } = ListResponses.parse(input)
  const { id: before } = cursor === undefined ? FAR : readCursor(cursor)
  const isMasked = !can(ctx.actor, 'response.write')
  const found = await inWorkspace(ctx, async (tx) => {
    const [known] = await rows<{ id: string }>(tx, sql`
      select id
      from journeys
      where workspace_id = ${ctx.workspaceId} and key = ${journey}`)
    if (!known) throw notFound('journey')
    return rows<Stored>(tx, sql`
      select r.id, r.survey_id as "surveyId", r.source, r.channel, r.person, r.attributes, r.finished,
        r.occurred_at as "occurredAt", r.received_at as "receivedAt", (
          select json_agg(json_build_object('question', a.question_id, 'instrument', a.instrument, 'stage', t.stage_key,
            'touchpoint', a.touchpoint_key, 'score', a.score, 'body', a.body) order by a.question_id)
          from answers a
          join touchpoints t on t.workspace_id = a.workspace_id and t.journey_id = a.journey_id and t.key = a.touchpoint_key
          where a.workspace_id = r.workspace_id and a.response_id = r.id) as answers
      from responses r
      where r.workspace_id = ${ctx.workspaceId} and r.journey_id = ${known.id} and r.id < ${before}
      order by r.id desc
      limit ${limit + 1}`)
  })
  const { data, nextCursor } = pageOf(found.map((row) => ({ ...row, createdAt: new Date(row.receivedAt) })), limit)
  return { data: data.map((row) => asShown(row, isMasked)), nextCursor }
}

function asShown({ answers, ...row }: Stored & { createdAt: Date }, isMasked: boolean): ResponseRow {
  const { createdAt, occurredAt, ...rest } = row
  return {
    ...rest,
    occurredAt: new Date(occurredAt).toISOString(),
    receivedAt: createdAt.toISOString(),
    answers: (answers ?? []).map(({ score, body, ...answer }) => ({ ...answer, value: valueOf(answer.instrument, score, body, isMasked) })),
  }
}

function valueOf(instrument: string, score: number | null, body: string | null, isMasked: boolean): number | string {
  if (score !== null) return instrument === 'sentiment' ? score / 100 : score
  return isMasked ? maskComment(body ?? '') : (body ?? '')
}
