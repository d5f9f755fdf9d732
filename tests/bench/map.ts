import { sql } from 'drizzle-orm'
import { openDb } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { readMap } from '#lib/maps/read-map'
import { rebuildTallies } from '#lib/rollups/verify'
import { makeJourney, makeWorkspace } from '../factory/world'
import { median, percentile } from './measure'

const WINDOWS = 5
const READS = 40

/** Answers made by the database over the same 730 days and places, whatever their number, and their tallies by a recount. */
async function fill(ctx: Context, n: number) {
  const { journeyId, surveyId, key } = await makeJourney(ctx)
  await inWorkspace(ctx, (tx) => tx.execute(sql`
    with r as (
      insert into responses (workspace_id, id, journey_id, structure, survey_id, survey_version, submission_id, place_revision,
        touchpoint_key, source, channel, finished, scoring, day, occurred_at, received_at)
      select ${ctx.workspaceId}::uuid, gen_random_uuid(), ${journeyId}::uuid, 1, ${surveyId}::uuid, 1, gen_random_uuid(), 0,
        (array['pay', 'basket', 'open', 'buy.overall', 'use.overall'])[1 + i % 5], 'survey', (array['web', 'app', 'email'])[1 + i % 3], true, 1,
        date '2024-11-21' + (i % 730)::int, timestamptz '2024-11-21' + (i % 730) * interval '1 day', now()
      from generate_series(1, ${n}::int) i
      returning workspace_id, id, journey_id, touchpoint_key
    )
    insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, score)
    select workspace_id, id, 'recommend', journey_id, touchpoint_key, 'nps', floor(random() * 11)::int from r
    union all
    select workspace_id, id, 'happy', journey_id, touchpoint_key, 'csat', 1 + floor(random() * 5)::int from r`))
  // A recount right after a bulk load would be planned as if the tables were empty.
  await ctx.db.execute(sql`analyze responses, answers, structures`)
  await rebuildTallies(ctx)
  return key
}

const sizeOf = async (ctx: Context) =>
  (await inWorkspace(ctx, (tx) => rows<{ tallies: string; raw: string }>(tx, sql`
    select (pg_total_relation_size('tally_days') + pg_total_relation_size('tally_months') + pg_total_relation_size('tally_segments'))::text as tallies,
      (pg_total_relation_size('responses') + pg_total_relation_size('answers'))::text as raw`)))[0]

const ASKED = {
  map: { from: '2024-11-21', to: '2026-11-20' },
  // Both of the two years, the later held against the earlier; edges in mid-month, so that days are read beside months.
  'map with compare': { from: '2025-11-21', to: '2026-11-20', compare: 'period:2024-11-21..2025-11-20' },
} as const

type Kind = keyof typeof ASKED
const KINDS = ['map', 'map with compare'] as const satisfies readonly Kind[]

/** The map (curve and heat, two years of days), alone and compared, at `sizes` of answers, read in turn. */
export async function benchMap(url: string, sizes: readonly number[]): Promise<string[]> {
  const database = await openDb({ url })
  try {
    const maps: { n: number; ctx: Context; key: string; took: Record<Kind, number[][]> }[] = []
    for (const n of sizes) {
      const ctx = { ...(await makeWorkspace(database)), now: () => new Date('2026-11-20T12:00:00Z') }
      maps.push({ n, ctx, key: await fill(ctx, n), took: { map: [], 'map with compare': [] } })
    }
    await database.db.execute(sql`vacuum analyze`)
    for (let i = 0; i <= WINDOWS; i++) {
      for (const { ctx, key, took } of maps) {
        for (const kind of KINDS) {
          const window: number[] = []
          for (let read = 0; read < READS; read++) {
            const start = performance.now()
            await readMap(ctx, { journey: key, ...ASKED[kind] })
            window.push(performance.now() - start)
          }
          if (i > 0) took[kind].push(window)
        }
      }
    }
    const [small, large] = [maps[0], maps.at(-1)]
    const sizesNow = large && (await sizeOf(large.ctx))
    const ratio = (kind: Kind) => median((large?.took[kind] ?? []).map((w, i) => median(w) / median(small?.took[kind][i] ?? [])))
    return [
      ...KINDS.flatMap((kind) => [
        ...maps.map(({ n, took }) => `${kind} at ${n.toLocaleString('en')} answers: median ${median(took[kind].flat()).toFixed(1)} ms, p95 ${percentile(took[kind].flat(), 0.95).toFixed(1)} ms`),
        `${kind}, largest / smallest: ${ratio(kind).toFixed(2)} (budget <= 1.5 at 10 million against 100 thousand)`,
      ]),
      `tallies / raw rows on disk: ${((100 * Number(sizesNow?.tallies)) / Number(sizesNow?.raw)).toFixed(1)} % (budget <= 5 %)`,
    ]
  } finally {
    await database.close()
  }
}
