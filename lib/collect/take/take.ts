import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Context } from '#lib/context'
import type { Problem } from '#lib/errors'
import { claimLinks } from '#lib/people/links'
import { claimOf, linkUsed, surveyFull } from '../guard/access'
import { noteDisplays } from './displayed'
import type { Prepared } from './prepare'
import { knownOf, nameOf } from './revise'
import { keyArray } from '../recount/stored'
import { writeBatch } from './write'

/** What became of a batch: the ids that are new, and what was refused within the transaction. The rest was known before. */
export type Taken = { written: Set<string>; refused: Map<Prepared, Problem> }

const mostOf = ({ known }: Prepared): number | undefined => known.survey.settings.access.mostAnswers

const isGuarded = (p: Prepared): boolean => p.invitation !== null || mostOf(p) !== undefined

/** Links first, then surveys, each in order: nobody else lets an answer in by them until this transaction ends. */
async function holdGates(tx: Tx, ctx: Context, links: readonly string[], surveys: readonly string[]): Promise<void> {
  if (links.length > 0) {
    await tx.execute(sql`
      select 1
      from invitations
      where workspace_id = ${ctx.workspaceId} and id = any(${keyArray(links)})
      order by id
      for update`)
  }
  if (surveys.length > 0) {
    await tx.execute(sql`
      select 1
      from surveys
      where workspace_id = ${ctx.workspaceId} and id = any(${keyArray(surveys)})
      order by id
      for no key update`)
  }
}

/** How many submissions each of these surveys has taken; an erased one was taken too. */
async function takenBy(tx: Tx, ctx: Context, surveys: readonly string[]): Promise<Map<string, number>> {
  if (surveys.length === 0) return new Map()
  const found = await rows<{ id: string; n: number }>(tx, sql`
    select survey_id as id, count(*)::int as n
    from submissions
    where workspace_id = ${ctx.workspaceId} and survey_id = any(${keyArray(surveys)})
    group by survey_id`)
  return new Map(found.map(({ id, n }) => [id, n]))
}

/** Of a batch, what may be written as new: while its survey takes more, and by links that nobody else has used. */
async function admit(tx: Tx, ctx: Context, batch: readonly Prepared[]): Promise<{ admitted: Prepared[]; refused: Map<Prepared, Problem> }> {
  const guarded = batch.filter(isGuarded)
  const surveys = [...new Set(guarded.filter((p) => mostOf(p) !== undefined).map((p) => p.sent.surveyId))]
  await holdGates(tx, ctx, guarded.flatMap(({ invitation }) => invitation?.id ?? []), surveys)
  const known = await knownOf(tx, ctx, guarded)
  const taken = await takenBy(tx, ctx, surveys)
  const refused = new Map<Prepared, Problem>()
  const fresh = guarded.filter((p) => {
    if (known.has(p)) return false
    const before = taken.get(p.sent.surveyId) ?? 0
    if (before >= (mostOf(p) ?? Infinity)) {
      refused.set(p, surveyFull())
      return false
    }
    taken.set(p.sent.surveyId, before + 1)
    return true
  })
  const claims = fresh.flatMap((p) => (p.invitation ? [{ p, claim: claimOf(p, p.invitation) }] : []))
  const late = new Set(await claimLinks(tx, ctx, claims.map(({ claim }) => claim)))
  for (const { p, claim } of claims) if (late.has(claim)) refused.set(p, linkUsed())
  const open = new Set(fresh.filter((p) => !refused.has(p)))
  return { admitted: batch.filter((p) => !isGuarded(p) || open.has(p)), refused }
}

/** Of deliveries of one submission the first: how it came is how it came. The others are known as soon as it is written. */
function firstOf(batch: readonly Prepared[]): Prepared[] {
  const seen = new Set<string>()
  return batch.filter((p) => {
    const before = seen.size
    return seen.add(nameOf(p)).size > before
  })
}

/** What is refused of a submission's first delivery is refused of those beside it: nothing stands that they could be known by. */
function refuseTwins(batch: readonly Prepared[], refused: Map<Prepared, Problem>): void {
  const byName = new Map([...refused].map(([p, problem]) => [nameOf(p), problem]))
  for (const p of batch) {
    const problem = byName.get(nameOf(p))
    if (problem) refused.set(p, problem)
  }
}

/** Writes a batch of one workspace, with what its personal links and displays come to, in the caller's transaction. */
export async function takeBatch(tx: Tx, ctx: Context, batch: readonly Prepared[]): Promise<Taken> {
  const first = firstOf(batch)
  const { admitted, refused } = first.some(isGuarded) ? await admit(tx, ctx, first) : { admitted: first, refused: new Map<Prepared, Problem>() }
  const written = admitted.length === 0 ? new Set<string>() : await writeBatch(tx, ctx, admitted)
  const stood = admitted.filter(({ id }) => written.has(id))
  await noteDisplays(tx, ctx, stood.map((p) => ({ prepared: p, touchpoint: p.touchpoint, held: p.heldFor.length > 0 })))
  if (refused.size > 0) refuseTwins(batch, refused)
  return { written, refused }
}
