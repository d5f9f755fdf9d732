import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { newId } from '#lib/ids'
import { claimLink } from '#lib/people/links'
import { applyChanges } from '#lib/rollups/apply'
import { changesBetween } from '#lib/rollups/cells'
import { claimOf, linkUsed } from '../guard/access'
import type { Answer } from '../answer'
import { noteDisplays } from './displayed'
import { isContent } from './hash'
import type { Prepared } from './prepare'
import { countedUnder, holdResponses, rulesOf, type Stored } from '../recount/stored'
import { answerRow } from './write'

export type Receipt = { id: string; created: boolean; replayed: boolean; moved: boolean }

/** As much of a submission as says whether it came before. */
type Sent = Pick<Prepared, 'sent'>

type Known = { id: string; revision: number; hash: Buffer | null }

const hold = async (tx: Tx, ctx: Context, p: Prepared): Promise<Known | undefined> =>
  (
    await rows<Known>(tx, sql`
      select response_id as id, revision, content_hash as hash
      from submissions
      where workspace_id = ${ctx.workspaceId} and survey_id = ${p.body.surveyId} and submission_id = ${p.body.submissionId}
      for update`)
  )[0]

export const nameOf = ({ sent }: Sent): string => `${sent.surveyId}/${sent.submissionId}`

/** Which of these submissions stand already, by what they are of, in one statement. */
export async function knownOf<T extends Sent>(tx: Tx, ctx: Context, batch: readonly T[]): Promise<Map<T, Known>> {
  const wanted = batch.map(({ sent }) => ({ survey: sent.surveyId, submission: sent.submissionId }))
  const found = await rows<Known & { name: string }>(tx, sql`
    select s.survey_id || '/' || s.submission_id as name, s.response_id as id, s.revision, s.content_hash as hash
    from submissions s
    join json_to_recordset(${JSON.stringify(wanted)}::json) as w (survey uuid, submission uuid)
      on s.survey_id = w.survey and s.submission_id = w.submission
    where s.workspace_id = ${ctx.workspaceId}`)
  const byName = new Map(found.map((row) => [row.name, row]))
  return new Map(batch.flatMap((p): [T, Known][] => {
    const known = byName.get(nameOf(p))
    return known ? [[p, known]] : []
  }))
}

const replayed = ({ id }: Known): Receipt => ({ id, created: false, replayed: true, moved: false })

/** What of submissions that came again needs no more than an answer. What differs is left out, for reviseResponse to look at. */
export async function replaysOf<T extends Sent>(ctx: Context, batch: readonly T[]): Promise<Map<T, Receipt>> {
  const known = await inWorkspace(ctx, (tx) => knownOf(tx, ctx, batch))
  return new Map([...known].filter(([p, row]) => isReplay(row, p)).map(([p, row]) => [p, replayed(row)]))
}

/**
 * What was stored once is a replay for ever, whatever would refuse it today: its survey was closed, republished or archived since.
 * A revision that comes after a later one by the same link has nothing left to say, so it is no second use of the link.
 */
export async function pardonsOf<T extends Sent>(ctx: Context, refused: ReadonlyMap<T, Problem>): Promise<Map<T, Receipt>> {
  if (refused.size === 0) return new Map()
  const known = await inWorkspace(ctx, (tx) => knownOf(tx, ctx, [...refused.keys()]))
  const isLate = (p: T, row: Known) => refused.get(p)?.code === 'conflict' && p.sent.revision < row.revision
  return new Map([...known].filter(([p, row]) => isReplay(row, p) || isLate(p, row)).map(([p, row]) => [p, replayed(row)]))
}

// Erased: the id is remembered so that nothing comes back, the content is not.
const isReplay = (known: Known, { sent }: Sent) =>
  known.hash === null || (known.revision === sent.revision && isContent(known.hash, sent))

// Answers at the response's own touchpoint go where the response goes; a question with a touchpoint of its own stays there.
function placed({ questions }: Prepared['known'], answers: readonly Answer[], from: string, to: string): Answer[] {
  const isOwn = (a: Answer) => questions.get(a.questionId)?.touchpoint === a.touchpoint
  return answers.map((a) => (a.touchpoint === from && !isOwn(a) ? { ...a, touchpoint: to } : a))
}

/** Once held back it stays so, whatever comes later, until somebody has looked at it; and then it stays as they said. */
function heldBy({ held, heldFor, reviewedAt }: Stored, p: Prepared): Pick<Stored, 'held' | 'heldFor'> {
  // A revision is one more of the same answer, and nothing more from its place.
  const looked = p.heldFor.filter((why) => why !== 'many_from_one_place')
  if (reviewedAt || looked.length === 0) return { held, heldFor }
  return { held: true, heldFor: [...new Set([...(heldFor ?? []), ...looked])] }
}

/** The response as it will be: data of the highest revision, place and time of the lowest, whatever the order they came in. */
function merged(stored: Stored, p: Prepared, isNewer: boolean): Stored {
  const here = { structure: p.known.structure.structure, ...heldBy(stored, p) }
  if (isNewer) return { ...stored, ...here, finished: p.body.finished, answers: placed(p.known, p.answers, p.touchpoint, stored.touchpoint) }
  return {
    ...stored,
    ...here,
    placeRevision: p.body.revision,
    touchpoint: p.touchpoint,
    channel: p.body.channel ?? null,
    variant: p.body.variant ?? null,
    language: p.body.language ?? null,
    attributes: p.body.attributes ?? null,
    day: p.day,
    answers: placed(p.known, stored.answers, stored.touchpoint, p.touchpoint),
  }
}

async function replaceAnswers(tx: Tx, ctx: Context, after: Stored): Promise<void> {
  await tx.execute(sql`
    delete from answers
    where workspace_id = ${ctx.workspaceId} and response_id = ${after.id}`)
  const answers = after.answers.map((a) => answerRow(after.id, after.journeyId, after.day, a))
  await tx.execute(sql`
    insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, score, reversed, body, chosen, day)
    select ${ctx.workspaceId}::uuid, id, question, journey, touchpoint, instrument, score, reversed, body, chosen, day
    from json_to_recordset(${JSON.stringify(answers)}::json) as a (
      id uuid, journey uuid, question text, touchpoint text, instrument text, score int, reversed boolean, body text, chosen text[], day date)`)
}

const heldColumns = ({ held, heldFor }: Stored) => sql`held = ${held}, held_for = ${heldFor && `{${heldFor.join(',')}}`}::text[]`

const takeData = (tx: Tx, ctx: Context, p: Prepared, after: Stored) => tx.execute(sql`
  update responses
  set structure = ${after.structure}, survey_version = ${p.known.survey.version}, finished = ${p.body.finished},
    ${heldColumns(after)},
    hidden_fields = ${p.body.hiddenFields ? JSON.stringify(p.body.hiddenFields) : null}::jsonb,
    meta = ${p.body.meta ? JSON.stringify(p.body.meta) : null}::jsonb
  where workspace_id = ${ctx.workspaceId} and id = ${after.id}`)

const takePlace = (tx: Tx, ctx: Context, p: Prepared, after: Stored) => tx.execute(sql`
  update responses
  set structure = ${after.structure}, place_revision = ${after.placeRevision}, touchpoint_key = ${after.touchpoint},
    channel = ${after.channel}, variant = ${after.variant}, campaign = ${p.body.campaign ?? null},
    language = ${after.language}, person = ${p.person}, ${heldColumns(after)},
    attributes = ${after.attributes ? JSON.stringify(after.attributes) : null}::jsonb,
    day = ${after.day}::date, occurred_at = ${p.occurredAt.toISOString()}::timestamptz
  where workspace_id = ${ctx.workspaceId} and id = ${after.id}`)

const tell = (tx: Tx, ctx: Context, p: Prepared, id: string) => tx.execute(sql`
  insert into outbox (workspace_id, id, topic, response_id, created_at)
  values (${ctx.workspaceId}, ${newId(p.receivedAt)}, 'response.updated', ${id}, ${p.receivedAt.toISOString()}::timestamptz)`)

/** A single-use link takes nothing more once an answer was finished with it; nor does that answer, should it come without the link. */
async function goOn(tx: Tx, ctx: Context, p: Prepared, stored: Stored): Promise<void> {
  if (p.invitation) {
    if (!(await claimLink(tx, ctx, claimOf(p, p.invitation)))) throw linkUsed()
  } else if (stored.finished && stored.invitationId !== null) {
    const [link] = await rows<{ singleUse: boolean }>(tx, sql`
      select single_use as "singleUse"
      from invitations
      where workspace_id = ${ctx.workspaceId} and id = ${stored.invitationId}`)
    if (link?.singleUse) throw linkUsed()
  }
}

/**
 * A submission that is known already: a replay, a higher revision with new data, or a lower one that came late and only says
 * where and when it began. Tallies follow in the same commit.
 */
export function reviseResponse(ctx: Context, p: Prepared): Promise<Receipt> {
  return inWorkspace(ctx, async (tx) => {
    const known = await hold(tx, ctx, p)
    if (!known) throw new Error('a submission that was refused as known is gone')
    const receipt = replayed(known)
    if (isReplay(known, p)) return receipt
    if (p.body.revision === known.revision) {
      throw new Problem('idempotency_key_reused', 'This submissionId came before with other content. Send a higher revision to change it.')
    }
    const [stored] = await holdResponses(tx, ctx, [known.id])
    const isNewer = p.body.revision > known.revision
    if (!stored || (!isNewer && p.body.revision >= stored.placeRevision)) return receipt
    if (isNewer) await goOn(tx, ctx, p, stored)

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
    await noteDisplays(tx, ctx, [{ prepared: p, touchpoint: after.touchpoint, held: after.held }])
    return { ...receipt, replayed: false, moved: changes.length > 0 }
  })
}
