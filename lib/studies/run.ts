import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { Outcome } from '#lib/journeys/outcome'
import { loadStructure } from '#lib/journeys/structure'
import { publish } from '#lib/live'
import { addDays, localDay } from '#lib/time'
import { CompleteCases, PairTables } from './count'
import { CrossingTable } from './crossings'
import { readExposed, readInvited } from './reach'
import type { StudyResult } from './result'
import { countAnswers, noteProgress, noteState, SOURCES_COUNTED, storeResult } from './store'
import { unitOf } from './unit'
import { type Scope, walkUnits } from './walk'

const DAYS = 365
const NOTE_MS = 500

const Payload = z.object({ journeyId: z.uuid() })

type Walk = { signal?: AbortSignal; onProgress?: (done: number) => Promise<void> }

/** The days to look at end with the journey's last answer, so that a journey that has fallen silent keeps what it knew. */
async function scopeOf(tx: Tx, ctx: Context, journeyId: string): Promise<(Scope & { timeZone: string }) | null> {
  const structure = await loadStructure(tx, ctx.workspaceId, journeyId)
  const [found] = await rows<{ last: string | null; outcome: unknown }>(tx, sql`
    select j.outcome, (
      select max(d.day)::text
      from tally_days d
      where d.workspace_id = j.workspace_id and d.journey_id = j.id and d.level = 'stage' and d.instrument = 'emotion'
        and d.source in ${[...SOURCES_COUNTED]} and d.n > 0) as last
    from journeys j
    where j.workspace_id = ${ctx.workspaceId} and j.id = ${journeyId}`)
  if (!structure || !found?.last) return null
  const today = localDay(ctx.now(), structure.timeZone)
  const to = found.last < today ? found.last : today
  const { stageOf, timeZone } = structure
  return { journeyId, from: addDays(to, 1 - DAYS), to, source: SOURCES_COUNTED, outcome: Outcome.nullable().parse(found.outcome), stageOf, timeZone }
}

/** null: told to stop, or there is nothing to count. */
export async function countStudy(ctx: Context, journeyId: string, { signal, onProgress }: Walk = {}): Promise<StudyResult | null> {
  const scope = await inWorkspace(ctx, (tx) => scopeOf(tx, ctx, journeyId))
  if (!scope) return null
  const { from, to, outcome, stageOf } = scope
  let done = 0
  const walk = async (add: (unit: ReturnType<typeof unitOf>, named: boolean) => void) => {
    for await (const { units, answers, named } of walkUnits(ctx, scope)) {
      for (const unit of units) add(unitOf(unit, outcome, (key) => stageOf[key] ?? ''), named)
      done += answers
      await onProgress?.(done)
      if (signal?.aborted) return
    }
  }

  const pairs = new PairTables()
  const crossings = new CrossingTable()
  await walk((unit, named) => {
    pairs.add(unit)
    if (named) crossings.add(unit)
  })
  // Without a declared outcome each place has another one, and shares of one variance would mean nothing.
  const levels = outcome === null ? [] : (['stage', 'touchpoint'] as const).filter((level) => pairs.common(level).length > 1)
  const cases = levels.map((level) => [level, new CompleteCases(level, pairs.common(level))] as const)
  if (cases.length > 0) await walk((unit) => cases.forEach(([, complete]) => complete.add(unit)))
  const weights = new Map(cases.map(([level, complete]) => [level, complete.johnson()]))
  const span = { ...scope, touchpoints: Object.keys(stageOf) }
  const [exposed, invited] = [await readExposed(ctx, span), await readInvited(ctx, span)]
  if (signal?.aborted) return null
  return {
    version: 2,
    window: { from, to },
    outcome,
    withOutcome: pairs.withOutcome,
    stages: pairs.results('stage'),
    touchpoints: pairs.results('touchpoint'),
    cells: Object.fromEntries(Object.entries(pairs.results('cell')).map(([key, { r, n }]) => [key, { r, n }])),
    johnson: { stage: weights.get('stage') ?? null, touchpoint: weights.get('touchpoint') ?? null },
    crossings: crossings.result(),
    people: { exposed: exposed.inJourney, invited: invited.get(null) ?? 0, answered: pairs.units },
    reach: Object.fromEntries(
      span.touchpoints.map((key) => [key, { exposed: exposed.at.get(key) ?? 0, invited: invited.get(key) ?? 0, answered: pairs.answered.get(key) ?? 0 }]),
    ),
  }
}

/** Counts and keeps it, here and now. */
export async function makeStudy(ctx: Context, journeyId: string, walk: Walk = {}): Promise<void> {
  const answers = await inWorkspace(ctx, (tx) => countAnswers(tx, ctx, journeyId))
  const result = await countStudy(ctx, journeyId, walk)
  if (walk.signal?.aborted) return
  await inWorkspace(ctx, (tx) => storeResult(tx, ctx, journeyId, { result, answers }))
  publish({ workspaceId: ctx.workspaceId, journeyId, answers: 0 })
}

/** The job behind a study. It begins anew after a stop: nothing is kept until all is counted. */
export async function runStudyJob(ctx: Context, payload: unknown, { signal }: { signal: AbortSignal }): Promise<void> {
  const { journeyId } = Payload.parse(payload)
  const of = await inWorkspace(ctx, (tx) => countAnswers(tx, ctx, journeyId))
  await noteState(ctx, journeyId, 'running')
  let next = 0
  const onProgress = async (done: number) => {
    if (ctx.now().getTime() < next) return
    next = ctx.now().getTime() + NOTE_MS
    await noteProgress(ctx, journeyId, { done, of })
  }
  await makeStudy(ctx, journeyId, { signal, onProgress })
}

export const studyFailed = (ctx: Context, { payload }: { payload: unknown }): Promise<void> =>
  noteState(ctx, Payload.parse(payload).journeyId, 'failed')
