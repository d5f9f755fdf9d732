import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { newId } from '#lib/ids'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import type { Answer } from './answer'
import type { Prepared } from './prepare'
import { countedUnder, holdResponses, rulesOf, type Stored } from './stored'
import { answerRow } from './write'

export type Receipt = { id: string; created: boolean; replayed: boolean; moved: boolean }

/** As much of a submission as says whether it came before. */
type Sent = Pick<Prepared, 'body' | 'hash'>

type Known = { id: string; revision: number; hash: Buffer | null }

const held = async (tx: Tx, ctx: Context, p: Prepared): Promise<Known | undefined> =>
  (
    await rows<Known>(tx, sql`
      select response_id as id, revision, content_hash as hash
      from submissions
      where workspace_id = ${ctx.workspaceId} and survey_id = ${p.body.surveyId} and submission_id = ${p.body.submissionId}
      for update`)
  )[0]

/**
 * What stands already of submissions that came again, in one statement: a replay needs no more than this. What differs is left
 * out, for reviseResponse to look at under a lock.
 */
export async function replaysOf<T extends Sent>(ctx: Context, batch: readonly T[]): Promise<Map<T, Receipt>> {
  const wanted = batch.map((p) => ({ survey: p.body.surveyId, submission: p.body.submissionId }))
  const found = await inWorkspace(ctx, (tx) =>
    rows<Known & { survey: string; submission: string }>(tx, sql`
      select s.survey_id as survey, s.submission_id as submission, s.response_id as id, s.revision, s.content_hash as hash
      from submissions s
      join json_to_recordset(${JSON.stringify(wanted)}::json) as w (survey uuid, submission uuid)
        on s.survey_id = w.survey and s.submission_id = w.submission
      where s.workspace_id = ${ctx.workspaceId}`),
  )
  const known = new Map(found.map((row) => [`${row.survey}/${row.submission}`, row]))
  const replays = new Map<T, Receipt>()
  for (const p of batch) {
    const row = known.get(`${p.body.surveyId}/${p.body.submissionId}`)
    if (row && isReplay(row, p)) replays.set(p, { id: row.id, created: false, replayed: true, moved: false })
  }
  return replays
}

// Erased: the id is remembered so that nothing comes back, the content is not.
const isReplay = (known: Known, p: Sent) =>
  known.hash === null || (known.revision === p.body.revision && known.hash.equals(p.hash))

// Answers at the response's own touchpoint go where the response goes; a question with a touchpoint of its own stays there.
function placed({ questions }: Prepared['known'], answers: readonly Answer[], from: string, to: string): Answer[] {
  const isOwn = (a: Answer) => questions.get(a.questionId)?.touchpoint === a.touchpoint
  return answers.map((a) => (a.touchpoint === from && !isOwn(a) ? { ...a, touchpoint: to } : a))
}

/** The response as it will be: data of the highest revision, place and time of the lowest, whatever the order they came in. */
function merged(stored: Stored, p: Prepared, isNewer: boolean): Stored {
  const here = { structure: p.known.structure.structure }
  if (isNewer) return { ...stored, ...here, answers: placed(p.known, p.answers, p.touchpoint, stored.touchpoint) }
  return {
    ...stored,
    ...here,
    placeRevision: p.body.revision,
    touchpoint: p.touchpoint,
    channel: p.body.channel ?? null,
    variant: p.body.variant ?? null,
    attributes: p.body.attributes ?? null,
    day: p.day,
    answers: placed(p.known, stored.answers, stored.touchpoint, p.touchpoint),
  }
}

async function replaceAnswers(tx: Tx, ctx: Context, after: Stored): Promise<void> {
  await tx.execute(sql`
    delete from answers
    where workspace_id = ${ctx.workspaceId} and response_id = ${after.id}`)
  const answers = after.answers.map((a) => answerRow(after.id, after.journeyId, a))
  await tx.execute(sql`
    insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, score, reversed, body)
    select ${ctx.workspaceId}::uuid, id, question, journey, touchpoint, instrument, score, reversed, body
    from json_to_recordset(${JSON.stringify(answers)}::json) as a (
      id uuid, journey uuid, question text, touchpoint text, instrument text, score int, reversed boolean, body text)`)
}

const takeData = (tx: Tx, ctx: Context, p: Prepared, after: Stored) => tx.execute(sql`
  update responses
  set structure = ${after.structure}, survey_version = ${p.known.survey.version}, finished = ${p.body.finished},
    hidden_fields = ${p.body.hiddenFields ? JSON.stringify(p.body.hiddenFields) : null}::jsonb,
    meta = ${p.body.meta ? JSON.stringify(p.body.meta) : null}::jsonb
  where workspace_id = ${ctx.workspaceId} and id = ${after.id}`)

const takePlace = (tx: Tx, ctx: Context, p: Prepared, after: Stored) => tx.execute(sql`
  update responses
  set structure = ${after.structure}, place_revision = ${after.placeRevision}, touchpoint_key = ${after.touchpoint},
    channel = ${after.channel}, variant = ${after.variant}, campaign = ${p.body.campaign ?? null},
    language = ${p.body.language ?? null}, person = ${p.body.userId ?? null},
    attributes = ${after.attributes ? JSON.stringify(after.attributes) : null}::jsonb,
    day = ${after.day}::date, occurred_at = ${p.occurredAt.toISOString()}::timestamptz
  where workspace_id = ${ctx.workspaceId} and id = ${after.id}`)

const tell = (tx: Tx, ctx: Context, p: Prepared, id: string) => tx.execute(sql`
  insert into outbox (workspace_id, id, topic, response_id, created_at)
  values (${ctx.workspaceId}, ${newId(p.receivedAt)}, 'response.updated', ${id}, ${p.receivedAt.toISOString()}::timestamptz)`)

/**
 * A submission that is known already: a replay, a higher revision with new data, or a lower one that came late and only says
 * where and when it began. Tallies follow in the same commit.
 */
export function reviseResponse(ctx: Context, p: Prepared): Promise<Receipt> {
  return inWorkspace(ctx, async (tx) => {
    const known = await held(tx, ctx, p)
    if (!known) throw new Error('a submission that was refused as known is gone')
    const receipt = { id: known.id, created: false, replayed: true, moved: false }
    if (isReplay(known, p)) return receipt
    if (p.body.revision === known.revision) {
      throw new Problem('idempotency_key_reused', 'This submissionId came before with other content. Send a higher revision to change it.')
    }
    const [stored] = await holdResponses(tx, ctx, [known.id])
    const isNewer = p.body.revision > known.revision
    if (!stored || (!isNewer && p.body.revision >= stored.placeRevision)) return receipt

    const after = merged(stored, p, isNewer)
    const rule = (await rulesOf(tx, ctx, [stored]))(stored)
    const changes = changesBetween([countedUnder(stored, rule)], [countedUnder(after, p.known.structure)])
    await replaceAnswers(tx, ctx, after)
    await (isNewer ? takeData : takePlace)(tx, ctx, p, after)
    if (isNewer) {
      await tx.execute(sql`
        update submissions
        set revision = ${p.body.revision}, content_hash = ${p.hash}
        where workspace_id = ${ctx.workspaceId} and survey_id = ${p.body.surveyId} and submission_id = ${p.body.submissionId}`)
    }
    await tell(tx, ctx, p, known.id)
    await applyChanges(tx, ctx.workspaceId, stored.journeyId, changes)
    return { ...receipt, replayed: false, moved: changes.length > 0 }
  })
}
