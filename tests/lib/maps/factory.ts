import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database, Db } from '#db/open'
import { asTenant } from '#db/scope'
import type { Actor, Context } from '#lib/context'
import type { Instrument, ScoredInstrument } from '#lib/stats/instruments'
import { applyChanges } from '#lib/rollups/apply'
import { type Counted, changesBetween } from '#lib/rollups/cells'

export const NOW = new Date('2026-03-10T12:00:00Z')

export const contextOf = (db: Db, workspaceId: string, actor: Actor = { kind: 'user', userId: randomUUID(), role: 'editor' }): Context => ({
  db,
  workspaceId,
  actor,
  now: () => NOW,
})

export type Place = { workspaceId: string; journeyId: string; stageOf: Record<string, string>; structure: number }

/** A journey `shop` with stages (key = name in lower case) and their touchpoints, each with its `overall`. */
export async function makeJourney(db: Db, stages: Record<string, readonly string[]>, timeZone = 'UTC'): Promise<Place> {
  const place: Place = { workspaceId: randomUUID(), journeyId: randomUUID(), stageOf: {}, structure: 1 }
  const { workspaceId, journeyId } = place
  const at = NOW.toISOString()
  await asTenant(db, workspaceId, async (tx) => {
    await tx.execute(sql`
      insert into journeys (workspace_id, id, key, name, time_zone, structure, created_at)
      values (${workspaceId}, ${journeyId}, 'shop', 'Shop', ${timeZone}, 1, ${at})`)
    for (const [i, [name, keys]] of Object.entries(stages).entries()) {
      const stage = name.toLowerCase()
      await tx.execute(sql`
        insert into stages (workspace_id, journey_id, key, name, position)
        values (${workspaceId}, ${journeyId}, ${stage}, ${name}, ${i + 1})`)
      for (const [j, key] of [`${stage}.overall`, ...keys].entries()) {
        place.stageOf[key] = stage
        await tx.execute(sql`
          insert into touchpoints (workspace_id, journey_id, key, stage_key, name, overall, position)
          values (${workspaceId}, ${journeyId}, ${key}, ${stage}, ${key}, ${j === 0}, ${j + 1})`)
      }
    }
    await tx.execute(sql`
      insert into structures (workspace_id, journey_id, structure, stage_of, created_at)
      values (${workspaceId}, ${journeyId}, 1, ${JSON.stringify(place.stageOf)}::jsonb, ${at})`)
  })
  return place
}

export type Given = { at: string; scores: Partial<Record<ScoredInstrument, number>>; times?: number; day?: string; channel?: string; variant?: string; source?: string }

/** Counts answers into the tallies as collect does, without their rows. */
export async function countAnswers(db: Db, place: Place, given: readonly Given[]): Promise<void> {
  const after = given.flatMap(({ at, scores, times = 1, day = '2026-03-01', channel, variant, source = 'survey' }) => {
    const answers = Object.entries(scores).map(([instrument, score]) => ({
      touchpoint: at,
      instrument: instrument as ScoredInstrument,
      score,
      reversed: false,
    }))
    const counted: Counted = { journeyId: place.journeyId, source, segments: { ...(channel && { channel }), ...(variant && { variant }) }, day, answers }
    return new Array(times).fill({ counted, stageOf: place.stageOf })
  })
  await asTenant(db, place.workspaceId, (tx) => applyChanges(tx, place.workspaceId, place.journeyId, changesBetween([], after)))
}

/** So many NPS answers of each score. */
export const npsAt = (at: string, counts: Record<number, number>, more: Partial<Given> = {}): Given[] =>
  Object.entries(counts).map(([score, times]) => ({ at, scores: { nps: Number(score) }, times, ...more }))
