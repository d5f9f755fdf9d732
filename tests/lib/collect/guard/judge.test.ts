import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { heldSource } from '#lib/rollups/held'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { verifyTallies } from '#lib/rollups/verify'
import { solve } from '#lib/widget/work'
import { post, send as client, submission } from '../../../factory/client'
import { linkTo, viewOf } from '../../../factory/proof'
import { clock, makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

type Stood = { held: boolean; heldFor: string[] | null }

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  const time = clock()
  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
    surveyId = (await makeJourney(ctx)).surveyId
  })

  const held = async (id: string | undefined) =>
    (await inWorkspace(ctx, (tx) => rows<Stood>(tx, sql`select held, held_for as "heldFor" from responses where id = ${id ?? null}`)))[0]
  const give = async (more: Record<string, unknown>, own = surveyId) => held((await post(ctx, submission(own, more))).json.data?.id)
  const COUNTED = { held: false, heldFor: null }
  const heldFor = (...why: string[]) => ({ held: true, heldFor: why })
  const view = (ago: number, own = surveyId) => viewOf(ctx, own, { ago })

  it('lets an answer count that brings no proof at all, or a good one', async () => {
    for (const proof of [undefined, {}, { trap: '' }, { view: await view(5000) }]) expect(await give({ proof })).toEqual(COUNTED)
  })

  it('holds back who fills in what nobody sees, and who makes up or borrows a view', async () => {
    const other = (await makeJourney(ctx)).surveyId
    const token = await view(5000)
    expect(await give({ proof: { trap: 'https://spam.example' } })).toEqual(heldFor('trap'))
    expect(await give({ proof: { view: `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}` } })).toEqual(heldFor('forged_view'))
    expect(await give({ proof: { view: await view(5000, other), trap: 'x' } })).toEqual(heldFor('trap', 'forged_view'))
  })

  it.each([
    [149, { recommend: 1 }, ['too_fast']], [150, { recommend: 1 }, null], [150, { recommend: 1, happy: 2 }, null],
    [299, { recommend: 1, happy: 2, easy: 3 }, ['too_fast']], [300, { recommend: 1, happy: 2, easy: 3 }, null],
  ])('of an answer %i ms after it was shown, with %o, says %o', async (ago, data, why) => {
    expect(await give({ data, proof: { view: await view(ago) } })).toEqual(why ? heldFor(...why) : COUNTED)
  })

  it('lets one view bring three submissions, each as often as it comes, and holds the next back', async () => {
    const proof = { view: await view(5000) }
    const first = submission(surveyId, { proof })
    expect(await held((await post(ctx, first)).json.data?.id)).toEqual(COUNTED)
    for (let i = 0; i < 2; i++) expect(await give({ proof })).toEqual(COUNTED)
    expect(await give({ proof })).toEqual(heldFor('reused_view'))
    const revised = await post(ctx, { ...first, revision: 1, data: { recommend: 2 } })
    expect(await held(revised.json.data?.id)).toEqual(COUNTED)
  })

  it('holds back what lacks the computing that a survey asks for', async () => {
    const hard = (await makeJourney(ctx, undefined, undefined, { protection: { work: true } })).surveyId
    const shown = (bits: number) => viewOf(ctx, hard, { work: bits })
    const [token, other] = [await shown(10), await shown(10)]
    expect(await give({ proof: { view: token, work: await solve(token, 10) } }, hard)).toEqual(COUNTED)
    for (const proof of [undefined, { view: other }, { view: other, work: 'no' }, { view: await shown(0), work: '0' }]) {
      expect(await give({ proof }, hard)).toEqual(heldFor('no_work'))
    }
  })

  it('counts held answers apart from every number', async () => {
    const own = await makeJourney(ctx)
    await give({ data: { recommend: 10 } }, own.surveyId)
    await give({ data: { recommend: 0 }, proof: { trap: 'x' } }, own.surveyId)
    const cells = await inWorkspace(ctx, (tx) => rows(tx, sql`
      select source, n::int, s::int
      from tally_days
      where journey_id = ${own.journeyId} and level = 'stage' and instrument = 'nps'
      order by source`))
    expect(cells).toEqual([{ source: 'survey', n: 1, s: 10 }, { source: heldSource('survey'), n: 1, s: 0 }])
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('holds back what a place sends beyond sixty and one a second, and nothing of another place or of a good view', async () => {
    const own = (await makeJourney(ctx)).surveyId
    const from = (address: string, more: Record<string, unknown> = {}) => post(ctx, submission(own, more), { from: address })
    const crowd = await Promise.all(Array.from({ length: 60 }, (_, i) => from(`203.0.113.${i}`)))
    expect(new Set(await Promise.all(crowd.map(async ({ json }) => (await held(json.data?.id))?.held)))).toEqual(new Set([false]))
    const stands = async (reply: ReturnType<typeof from>) => held((await reply).json.data?.id)
    expect(await stands(from('203.0.113.9'))).toEqual(heldFor('many_from_one_place'))
    expect(await stands(from('203.0.113.9', { proof: { view: await view(5000, own) } }))).toEqual(COUNTED)
    expect(await stands(from('203.0.113.9', { token: (await linkTo(ctx, own)).token }))).toEqual(COUNTED)
    for (const address of ['203.0.114.9', '2001:db8::1', '127.0.0.1', '::1', '']) expect(await stands(from(address))).toEqual(COUNTED)
    time.forward(1000)
    expect(await stands(from('203.0.113.9'))).toEqual(COUNTED)
    expect(await stands(from('203.0.113.9'))).toEqual(heldFor('many_from_one_place'))
  })

  it('does not count replays and revisions against their place', async () => {
    const own = (await makeJourney(ctx)).surveyId
    const from = '198.51.100.7'
    const body = submission(own)
    for (let i = 0; i < 70; i++) await post(ctx, { ...body, ...(i % 2 ? {} : { revision: i, data: { recommend: i % 11 } }) }, { from })
    expect(await held((await post(ctx, submission(own), { from })).json.data?.id)).toEqual(COUNTED)
  })

  it('refuses a flood from one place for a while, says how long, and forgets it', { timeout: 120_000 }, async () => {
    const own = (await makeJourney(ctx)).surveyId
    const send = async () => post(ctx, submission(own, { proof: { view: await view(5000, own) } }), { from: '192.0.2.1' })
    const replies = await Promise.all(Array.from({ length: 601 }, send))
    const refused = replies.filter(({ status }) => status === 429)
    expect(refused.map(({ json, headers }) => [json.code, headers['retry-after']])).toEqual([['rate_limited', '1']])
    time.forward(50)
    expect((await send()).status).toBe(201)
  })

  it('bounds what one place tells of a survey and asks of a workspace, and leaves other places alone', { timeout: 120_000 }, async () => {
    const own = (await makeJourney(ctx)).surveyId
    const tell = (from: string) => client(ctx, 'POST', 'events', { eventId: newId(), surveyId: own, kind: 'exposed' }, { from })
    const ask = (from: string) => client(ctx, 'GET', 'state', undefined, { from })
    for (const [run, most] of [[tell, 600], [ask, 1200]] as const) {
      const replies = await Promise.all(Array.from({ length: most + 1 }, () => run('192.0.2.200')))
      expect(replies.filter(({ status }) => status === 429)).toHaveLength(1)
      for (const from of ['198.51.100.200', '127.0.0.1']) expect((await run(from)).status).toBeLessThan(300)
    }
  })

  it('keeps what a revision shows, also one that came late', async () => {
    const body = submission(surveyId, { finished: false })
    const id = (await post(ctx, { ...body, revision: 1 })).json.data?.id
    await post(ctx, { ...body, revision: 0, proof: { trap: 'x' } })
    expect(await held(id)).toEqual(heldFor('trap'))
    await post(ctx, { ...body, revision: 2, finished: true, data: { recommend: 4 }, proof: { view: 'made up' } })
    expect(await held(id)).toEqual(heldFor('trap', 'forged_view'))
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })
})
