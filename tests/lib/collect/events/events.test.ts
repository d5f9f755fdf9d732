import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { loadStructure } from '#lib/journeys/structure'
import { recordEvents, type NewEvent } from '#lib/collect/events/tally'
import { type Context, inWorkspace } from '#lib/context'
import { rebuildTallies, verifyTallies } from '#lib/rollups/verify'
import { send } from '../../../factory/client'
import { makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

type Cell = { touchpoint: string; kind: string; channel: string; day: string; n: number }

const countedIn = (ctx: Context) =>
  inWorkspace(ctx, (tx) => rows<Cell>(tx, sql`
    select touchpoint_key as touchpoint, kind, channel, period::text as day, n::int as n
    from tally_events
    where workspace_id = ${ctx.workspaceId} and grain = 'day'
    order by 1, 2, 3, 4`))

onEachEngine((_, open) => {
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>

  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = await makeJourney(ctx, undefined, 'Pacific/Auckland')
  })

  const event = (more: Record<string, unknown> = {}) => ({ eventId: randomUUID(), surveyId: journey.surveyId, kind: 'exposed', ...more })

  it('counts an event once, however often it is told, on its local day', async () => {
    const told = event({ channel: 'web', occurredAt: '2026-11-19T11:30:00Z' })
    const sent = await Promise.all(Array.from({ length: 8 }, () => send(ctx, 'POST', 'events', told)))
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(sent.map(({ json }) => json.data?.id)).size).toBe(1)
    expect(await countedIn(ctx)).toEqual([{ touchpoint: 'pay', kind: 'exposed', channel: 'web', day: '2026-11-20', n: 1 }])
    await send(ctx, 'POST', 'events', event({ channel: 'web', occurredAt: '2026-11-19T10:30:00Z' }))
    expect((await countedIn(ctx)).map(({ day, n }) => [day, n])).toEqual([['2026-11-19', 1], ['2026-11-20', 1]])
  })

  it('counts only what a batch brings anew, also where it says a thing twice', async () => {
    const [workspace, surveyId] = [await makeWorkspace({ db: ctx.db } as never), randomUUID()]
    const { journeyId } = await makeJourney(workspace)
    const structure = await inWorkspace(workspace, (tx) => loadStructure(tx, workspace.workspaceId, journeyId))
    if (!structure) throw new Error('The journey is there.')
    const one = (change: Partial<NewEvent> = {}): NewEvent => ({
      structure, surveyId, eventId: randomUUID(), kind: 'started', touchpoint: 'open', channel: null, person: null, occurredAt: workspace.now(), ...change,
    })
    const [first, second] = [one(), one()]
    const record = (events: NewEvent[]) => inWorkspace(workspace, (tx) => recordEvents(tx, workspace, events))
    expect((await record([first, first, second])).size).toBe(2)
    expect((await record([second, one({ kind: 'completed', channel: 'app' })])).size).toBe(1)
    expect((await record([])).size).toBe(0)
    expect((await countedIn(workspace)).map(({ kind, channel, n }) => [kind, channel, n])).toEqual([['completed', 'app', 1], ['started', '', 2]])
    expect((await verifyTallies(workspace)).differences).toEqual([])
  })

  it('keeps nobody\'s own id, and of an anonymous survey only that somebody was asked', async () => {
    const workspace = await makeWorkspace({ db: ctx.db } as never)
    const { surveyId } = await makeJourney(workspace)
    for (const kind of ['exposed', 'completed']) await send(workspace, 'POST', 'events', { eventId: randomUUID(), surveyId, kind, userId: 'mara' })
    const stored = await inWorkspace(workspace, (tx) => rows<{ kind: string; person: string | null }>(tx, sql`
      select kind, person
      from events
      where workspace_id = ${workspace.workspaceId}
      order by kind`))
    expect(stored).toEqual([{ kind: 'completed', person: null }, { kind: 'exposed', person: expect.stringMatching(/^p_/) }])
  })

  it('stores nothing of an event at an unknown place, and keeps the day of a known one', async () => {
    const before = await countedIn(ctx)
    const wrong = await send(ctx, 'POST', 'events', event({ touchpoint: 'nowhere' }))
    expect([wrong.status, wrong.json.errors?.[0]?.code]).toEqual([400, 'unknown_touchpoint'])
    expect((await send(ctx, 'POST', 'events', event({ kind: 'clicked' }))).status).toBe(400)
    expect(await countedIn(ctx)).toEqual(before)
  })

  it('takes events of a survey from the sites that it names alone, and from servers', async () => {
    const own = await makeWorkspace({ db: ctx.db } as never)
    const { surveyId } = await makeJourney(own, undefined, undefined, { access: { origins: ['https://shop.example'] } })
    const from = (origin: string | null) => send(own, 'POST', 'events', event({ surveyId, kind: 'converted' }), { origin })
    expect([(await from('https://shop.example')).status, (await from(null)).status]).toEqual([201, 201])
    expect(await from('https://evil.example')).toMatchObject({ status: 403, json: { code: 'forbidden' } })
    expect((await countedIn(own)).map(({ kind, n }) => [kind, n])).toEqual([['converted', 2]])
  })

  it('is recounted by verify, which finds a count that has drifted, and rebuilt', async () => {
    expect((await verifyTallies(ctx)).differences).toEqual([])
    await inWorkspace(ctx, (tx) => tx.execute(sql`update tally_events set n = n + 1 where workspace_id = ${ctx.workspaceId} and period = '2026-11-20'`))
    await inWorkspace(ctx, (tx) => tx.execute(sql`update tally_events set n = 7 where workspace_id = ${ctx.workspaceId} and grain = 'month'`))
    const found = (await verifyTallies(ctx)).differences.map(({ table, cell, stored, recounted }) => [table, cell, stored, recounted])
    expect(found).toEqual([
      ['tally_events', 'pay exposed web day 2026-11-20', '2', '1'],
      ['tally_events', 'pay exposed web month 2026-11-01', '7', '2'],
    ])
    await rebuildTallies(ctx)
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })
})
