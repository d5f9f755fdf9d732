import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { studies } from '#db/schema/studies'
import { type Context, inWorkspace } from '#lib/context'
import { Outcome } from '#lib/journeys/outcome'
import { enqueue, wake } from '#lib/queue'
import { StudyResult } from './result'

export const STUDY = 'journey.study'

/** What people said themselves, asked by us or brought along. */
export const SOURCES_COUNTED = ['survey', 'import'] as const

const FRESH_MS = 10 * 60_000
// A job says how it went long before; if it could not, somebody may ask again.
const LOST_MS = 60 * 60_000

const Progress = z.object({ done: z.number(), of: z.number() })

/** `progress`: answers read so far; two walks may be needed, so `done` can grow to twice `of`. */
export type StudyState = {
  state: 'none' | 'waiting' | 'running' | 'done' | 'failed'
  progress: { done: number; of: number } | null
  countedAt: Date | null
  result: StudyResult | null
  /** What the journey has declared, which a result that is shown was held against. */
  outcome: Outcome | null
}

const ours = (ctx: Context, journeyId: string) => and(eq(studies.workspaceId, ctx.workspaceId), eq(studies.journeyId, journeyId))

/** How many scored answers the journey holds, from its tallies. */
export async function countAnswers(tx: Tx, ctx: Context, journeyId: string): Promise<number> {
  const [found] = await rows<{ n: number }>(tx, sql`
    select coalesce(sum(n), 0)::int as n
    from tally_months
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId} and level = 'stage'
      and instrument in ('nps', 'csat', 'ces', 'sentiment') and source in ${[...SOURCES_COUNTED]}`)
  return found?.n ?? 0
}

export async function storeResult(tx: Tx, ctx: Context, journeyId: string, counted: { result: StudyResult | null; answers: number }): Promise<void> {
  const row = { ...counted, state: 'done' as const, progress: null, countedAt: ctx.now() }
  await tx
    .insert(studies)
    .values({ workspaceId: ctx.workspaceId, journeyId, askedAt: ctx.now(), ...row })
    .onConflictDoUpdate({ target: [studies.workspaceId, studies.journeyId], set: row })
}

export const noteState = (ctx: Context, journeyId: string, state: 'running' | 'failed'): Promise<void> =>
  inWorkspace(ctx, async (tx) => void (await tx.update(studies).set({ state, progress: null }).where(ours(ctx, journeyId))))

export const noteProgress = (ctx: Context, journeyId: string, progress: { done: number; of: number }): Promise<void> =>
  inWorkspace(ctx, async (tx) => void (await tx.update(studies).set({ progress }).where(ours(ctx, journeyId))))

/** Puts a study on the job list unless one waits or runs already, in the transaction of whoever wants it. */
async function ask(tx: Tx, ctx: Context, journeyId: string): Promise<boolean> {
  const now = ctx.now()
  const lost = new Date(now.getTime() - LOST_MS).toISOString()
  const asked = await tx
    .insert(studies)
    .values({ workspaceId: ctx.workspaceId, journeyId, state: 'waiting', askedAt: now })
    .onConflictDoUpdate({
      target: [studies.workspaceId, studies.journeyId],
      set: { state: 'waiting', progress: null, askedAt: now },
      setWhere: sql`${studies.state} not in ('waiting', 'running') or ${studies.askedAt} < ${lost}::timestamptz`,
    })
    .returning({ journeyId: studies.journeyId })
  if (asked.length === 0) return false
  await enqueue(tx, ctx, STUDY, { journeyId })
  return true
}

/** Says that a journey's answers have changed; the study is counted soon, once however often it is said. */
export async function requestStudy(ctx: Context, journeyId: string): Promise<void> {
  const isNew = await inWorkspace(ctx, (tx) => ask(tx, ctx, journeyId))
  if (isNew) wake()
}

type Row = { state: StudyState['state'] | null; progress: unknown; countedAt: Date | null; askedAt: Date | null; answers: number | null; result: unknown; outcome: unknown }

const isSame = (a: Outcome | null, b: Outcome | null) => JSON.stringify(a && Object.entries(a).sort()) === JSON.stringify(b && Object.entries(b).sort())

/**
 * The study of a journey as it stands. A new one is asked for where there is none, where the outcome is another one now, and where it
 * is older than ten minutes and answers have come since; until it is done the old one is shown, unless its outcome is not the journey's.
 */
export async function studyOf(tx: Tx, ctx: Context, journeyId: string): Promise<StudyState> {
  const [row] = await rows<Row>(tx, sql`
    select s.state, s.progress, s.counted_at as "countedAt", s.asked_at as "askedAt", s.answers, s.result, j.outcome
    from journeys j
    left join studies s on s.workspace_id = j.workspace_id and s.journey_id = j.id
    where j.workspace_id = ${ctx.workspaceId} and j.id = ${journeyId}`)
  const outcome = Outcome.nullable().parse(row?.outcome ?? null)
  const read = StudyResult.safeParse(row?.result)
  const result = read.success && isSame(read.data.outcome, outcome) ? read.data : null
  const progress = Progress.safeParse(row?.progress)
  const age = row?.askedAt ? ctx.now().getTime() - new Date(row.askedAt).getTime() : Infinity
  const state: StudyState = {
    state: row?.state ?? 'none',
    progress: progress.success ? progress.data : null,
    countedAt: result && row?.countedAt ? new Date(row.countedAt) : null,
    result,
    outcome,
  }
  const isUnderWay = (state.state === 'waiting' || state.state === 'running') && age < LOST_MS
  const isFresh = age < FRESH_MS && (result !== null || row?.result === null)
  if (isUnderWay || isFresh) return state
  const answers = await countAnswers(tx, ctx, journeyId)
  const isCurrent = state.state === 'done' && row?.answers === answers && (result !== null || row.result === null)
  if (isCurrent || (answers === 0 && !row?.state)) return state
  return (await ask(tx, ctx, journeyId)) ? { ...state, state: 'waiting', progress: null } : state
}
