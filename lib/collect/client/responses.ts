import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { collector } from '../take/collector'
import { type Origin, PUBLIC, Submission } from '../input'
import { type Call, readBody, type Verb } from './call'

const originOf = ({ origin, address }: Call): Origin => ({ ...PUBLIC, sender: { page: origin, address } })

export const postResponse: Verb = async (ctx, call) => {
  const receipt = await collector(ctx.db).submit(ctx, Submission.parse(await readBody(call)), originOf(call))
  return { status: receipt.created ? 201 : 200, data: { id: receipt.id }, replayed: receipt.replayed }
}

/** The same verb under the response's own address: submissionId and surveyId may be left out, the id names both. */
export const putResponse: Verb = async (ctx, call, id) => {
  const body = z.looseObject({}).parse(await readBody(call))
  const [known] = await inWorkspace(ctx, (tx) =>
    rows<{ submissionId: string; surveyId: string }>(tx, sql`
      select submission_id as "submissionId", survey_id as "surveyId"
      from responses
      where workspace_id = ${ctx.workspaceId} and id = ${id}`),
  )
  if (!known) throw notFound('response')
  const submission = Submission.parse({ ...known, ...body })
  if (submission.submissionId !== known.submissionId || submission.surveyId !== known.surveyId) throw notFound('response')
  const receipt = await collector(ctx.db).submit(ctx, submission, originOf(call))
  return { status: 200, data: { id: receipt.id }, replayed: receipt.replayed }
}
