import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { rows } from '#db/rows'
import { declareDimension, removeDimension } from '#lib/collect/dimensions/declare'
import { eraseResponse } from '#lib/collect/erase'
import { moveTouchpoint } from '#lib/collect/recount/move'
import { recountMoved } from '#lib/collect/recount/recount'
import { reviewResponses } from '#lib/collect/review'
import { type Context, inWorkspace } from '#lib/context'
import { listDimensions } from '#lib/journeys/dimensions'
import { rebuildTallies, verifyTallies } from '#lib/rollups/verify'
import { clock, makeJourney, makeWorkspace, QUESTIONS } from '../../factory/world'
import { post, submission } from '../../factory/client'
import { onEachEngine } from '../../harness/engines'

// A small generator with a fixed seed (mulberry32): the same steps every time.
function dice(seed: number) {
  let a = seed
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, pick: <T>(of: readonly T[]): T => of[below(of.length)] as T }
}

type Sent = Record<string, unknown> & { submissionId: string; id?: string }

const OPTIONS = ['price', 'speed', 'pro'].map((id) => ({ id, label: id }))
const CHOICES: typeof QUESTIONS = [
  { id: 'plan', instrument: 'choice', text: 'Which plan?', required: false, options: OPTIONS },
  { id: 'reasons', instrument: 'choices', text: 'What for?', required: false, options: OPTIONS },
]

const ATTRIBUTES = ['plan', 'seats', 'vip'] as const
const PLACES = ['pay', 'basket', 'open', 'buy.overall', 'use.overall'] as const

function randomData({ below }: ReturnType<typeof dice>) {
  return {
    recommend: below(11),
    ...(below(2) ? { happy: 1 + below(5) } : {}),
    ...(below(2) ? { easy: 1 + below(7) } : {}),
    ...(below(3) ? {} : { felt: (below(201) - 100) / 100 }),
    ...(below(3) ? {} : { plan: 'pro', reasons: below(2) ? ['price'] : ['speed', 'price'] }),
  }
}

const randomOrigin = ({ below, pick }: ReturnType<typeof dice>) => ({
  touchpoint: pick(PLACES),
  channel: pick(['web', 'app', undefined]),
  variant: pick(['a', 'b', undefined]),
  ...pick([{}, {}, {}, { proof: { trap: 'x' } }]),
  attributes: pick([undefined, { plan: pick(['free', ' pro ']), seats: below(4), vip: below(2) === 0 }, { plan: 'x'.repeat(101) }]),
})

const expected = (words: string) => (error: Error) => expect(error.message).toContain(words)

/** One writer: inserts (some held back), replays, revisions (also late ones), reviews, erasures, moves and changes of dimensions, in a random order. */
async function write(ctx: Context, surveyId: string, key: string, seed: number, steps: number, tick: () => void) {
  const random = dice(seed)
  const sent: Sent[] = []
  for (let step = 0; step < steps; step++) {
    tick()
    const kind = random.below(20)
    const old = sent[random.below(sent.length || 1)]
    if (kind < 9 || !old) {
      const body = { ...submission(surveyId, { data: randomData(random), revision: random.below(2), ...randomOrigin(random) }) }
      sent.push({ ...body, id: (await post(ctx, body)).json.data?.id ?? '' })
    } else if (kind < 11) {
      const { id, ...body } = old
      expect((await post(ctx, body)).status).toBeOneOf([200, 422])
      expect(id).not.toBe('')
    } else if (kind < 16) {
      const { id: _, ...body } = old
      const change = { data: randomData(random), revision: random.below(6), ...randomOrigin(random) }
      expect((await post(ctx, { ...body, ...change })).status).toBeOneOf([200, 422])
    } else if (kind < 17) {
      const ids = [old, random.pick(sent)].map((one) => one.id)
      await reviewResponses(ctx, { ids, held: random.below(2) === 0 })
    } else if (kind < 18) {
      await eraseResponse(ctx, { id: old.id }).catch(expected('no such response'))
    } else if (kind < 19) {
      await moveTouchpoint(ctx, { journey: key, touchpoint: random.pick(['pay', 'basket', 'open']), toStage: random.pick(['buy', 'use']) })
    } else {
      const dimension = { journey: key, name: random.pick(ATTRIBUTES) }
      if (random.below(3)) await declareDimension(ctx, dimension).catch(expected('already'))
      else await removeDimension(ctx, dimension).catch(expected('no such dimension'))
    }
  }
}

const runMoves = async (ctx: Context) => {
  const work = await inWorkspace(ctx, (tx) => rows<{ payload: unknown }>(tx, sql`delete from jobs where kind = 'journey.recount' returning payload`))
  const hands = { signal: new AbortController().signal, progress: async () => {} }
  for (const { payload } of work) await recountMoved(ctx, payload, hands)
}

onEachEngine((_, open) => {
  it('agree with a recount from raw answers after two writers took 2,200 random steps at once', { timeout: 480_000 }, async () => {
    const time = clock('2026-10-28T00:00:00Z')
    const ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
    const { surveyId, key } = await makeJourney(ctx, [...QUESTIONS, ...CHOICES], 'America/New_York')
    const tick = () => time.forward(60_000 * 17)
    let isDone = false
    const mover = (async () => {
      while (!isDone) {
        await runMoves(ctx)
        expect((await verifyTallies(ctx)).differences).toEqual([])
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    })()
    await Promise.all([write(ctx, surveyId, key, 1, 1100, tick), write(ctx, surveyId, key, 2, 1100, tick)])
    isDone = true
    await mover
    // The last change of all, so that each response has to have come over to it when its jobs are done.
    await declareDimension(ctx, { journey: key, name: 'last' })
    await runMoves(ctx)

    expect((await verifyTallies(ctx)).differences).toEqual([])
    const pending = await inWorkspace(ctx, (tx) => rows(tx, sql`
      select r.id
      from responses r
      join structures o on o.journey_id = r.journey_id and o.structure = r.structure
      join journeys j on j.id = r.journey_id
      join structures t on t.journey_id = j.id and t.structure = j.structure
      join answers a on a.response_id = r.id
      where o.stage_of ->> a.touchpoint_key <> t.stage_of ->> a.touchpoint_key or o.dimensions <> t.dimensions`))
    expect(pending).toEqual([])
    expect((await listDimensions(ctx, { journey: key })).filter(({ ready }) => !ready)).toEqual([])
    const counted = await inWorkspace(ctx, (tx) => rows<{ of: string; n: number }>(tx, sql`
      select 'all' as of, sum(n)::int as n
      from tally_days
      union all
      select 'held', sum(n)::int
      from tally_days
      where source = 'survey-held'
      union all
      select dimension, sum(n)::int
      from tally_segments
      where grain = 'day'
      group by 1`))
    const n = Object.fromEntries(counted.map((row) => [row.of, row.n]))
    expect(n.all).toBeGreaterThan(1000)
    for (const dimension of ['channel', 'variant', 'plan']) expect(n[dimension]).toBeGreaterThan(300)
    expect(n.held).toBeGreaterThan(100)
  })

  it('are found out when a counter is off, and mended by a rebuild', async () => {
    const ctx = await makeWorkspace(await open())
    const { surveyId } = await makeJourney(ctx)
    await post(ctx, submission(surveyId, { channel: 'web' }))
    await inWorkspace(ctx, (tx) => tx.execute(sql`update tally_days set n = n + 1 where instrument = 'nps' and level = 'stage'`))
    expect((await verifyTallies(ctx)).differences).toMatchObject([{ table: 'tally_days', cell: expect.stringContaining('stage buy nps') }])
    await rebuildTallies({ ...ctx, actor: { kind: 'system' } })
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('refuse to go below zero', async () => {
    const ctx = await makeWorkspace(await open())
    const { surveyId } = await makeJourney(ctx)
    await post(ctx, submission(surveyId))
    await expect(inWorkspace(ctx, (tx) => tx.execute(sql`update tally_days set n = n - 2`))).rejects.toThrow()
  })
})
