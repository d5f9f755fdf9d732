import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { asSystem } from '#db/scope'
import { type Actor, type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { addToDraft } from '#lib/journeys/draft/places/add'
import { changeDraft } from '#lib/journeys/draft/change'
import type { Draft } from '#lib/journeys/draft/definition'
import { discardDraft } from '#lib/journeys/draft/discard'
import { readDraft } from '#lib/journeys/draft/read'
import { readJourney } from '#lib/journeys/read'
import { addStage } from '#lib/journeys/stages'
import { addTouchpoint } from '#lib/journeys/touchpoints'
import { refusal } from '../../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((engine, open) => {
  let database: Database
  let ctx: Context
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database)
  })

  const make = async () => (await makeJourney(ctx)).key
  const change = (journey: string, cell: string, value: unknown, revision = 0, own = ctx) =>
    changeDraft(own, { journey, changes: [{ cell, value, revision }] })
  const drawn = ({ document }: Draft) =>
    document.stages.map(({ key, name }) => `${key} ${name}: ${document.touchpoints.filter((t) => t.stage === key).map((t) => t.key).join(' ')}`)
  const first = async (run: Promise<unknown>) => (await refusal(run)).errors[0]

  async function member(name: string): Promise<Context> {
    const id = newId()
    const at = ctx.now().toISOString()
    await asSystem(ctx.db, async (tx) => {
      await tx.execute(sql`insert into users (id, email, name, created_at) values (${id}, ${`${id}@example.com`}, ${name}, ${at})`)
      await tx.execute(sql`insert into members (workspace_id, user_id, role, created_at) values (${ctx.workspaceId}, ${id}, 'editor', ${at})`)
    })
    const actor: Actor = { kind: 'user', userId: id, role: 'editor' }
    return as(ctx, actor)
  }

  describe('a draft', () => {
    it('shows what differs and leaves the published map as it is', async () => {
      const journey = await make()
      const { draft } = await change(journey, 'stage/buy/name', 'Purchase')
      expect(drawn(draft)).toEqual(['buy Purchase: pay basket', 'use use: open'])
      expect(draft.published.stages[0]?.name).toBe('buy')
      expect(draft.cells).toMatchObject([{ cell: 'stage/buy/name', value: 'Purchase', revision: 1, by: null }])
      expect(await readDraft(ctx, { journey })).toEqual(draft)
      expect((await readJourney(ctx, { journey })).stages[0]?.name).toBe('buy')
    })

    it('says who has changed what an editor meant to change, and stores nothing of that request', async () => {
      const journey = await make()
      await change(journey, 'stage/buy/name', 'Set-up', 0, await member('Mara'))
      const changes = [{ cell: 'stage/use/name', value: 'Usage', revision: 0 }, { cell: 'stage/buy/name', value: 'Start', revision: 0 }]
      const told = await refusal(changeDraft(ctx, { journey, changes }))
      expect(told.status).toBe(409)
      expect(told.errors).toMatchObject([
        { pointer: '/changes/1', code: 'changed_meanwhile', message: 'Mara has changed this to “Set-up” in the meantime.' },
      ])
      expect(drawn(await readDraft(ctx, { journey }))).toEqual(['buy Set-up: pay basket', 'use use: open'])
      const { draft } = await change(journey, 'stage/buy/name', 'Start', 1)
      expect(draft.document.stages[0]?.name).toBe('Start')
    })

    it('takes several changes back at once, and never counts a revision back', async () => {
      const journey = await make()
      const changes = [
        { cell: 'touchpoint/pay/stage', value: 'use', revision: 0 },
        { cell: 'order/use', value: ['pay', 'open'], revision: 0 },
        { cell: 'lane/target/stage/buy', value: { nps: 40 }, revision: 0 },
        { cell: 'touchpoint/pay/channel', value: 'web', revision: 0 },
      ]
      const { draft, undo } = await changeDraft(ctx, { journey, changes })
      expect(drawn(draft)).toEqual(['buy buy: basket', 'use use: pay open'])
      const back = await changeDraft(ctx, { journey, changes: undo })
      expect(back.draft.document).toEqual(back.draft.published)
      expect(back.draft.cells).toEqual([])
      expect(back.draft.revisions).toEqual(Object.fromEntries(changes.map(({ cell }) => [cell, 2])))
      const again = await changeDraft(ctx, { journey, changes: back.undo })
      expect(again.draft.document).toEqual(draft.document)
    })

    it('forgets a change that ends where the published map is', async () => {
      const journey = await make()
      await change(journey, 'name', 'Shop')
      const { draft } = await change(journey, 'name', 'Journey', 1)
      expect([draft.cells, draft.revisions]).toEqual([[], { name: 2 }])
      expect((await change(journey, 'name', 'Journey', 2)).undo).toEqual([])
      expect((await change(journey, 'order', ['buy', 'use'])).draft.cells).toEqual([])
    })

    it('is thrown away only as it was seen, and that can be taken back', async () => {
      const journey = await make()
      await change(journey, 'lane/owner/stage/buy', { name: 'Mara' })
      const { draft } = await addToDraft(ctx, { journey, kind: 'stage', name: 'Leave', at: 1 })
      expect((await first(discardDraft(ctx, { journey, revision: 1 })))?.code).toBe('changed_meanwhile')
      const { draft: none, undo } = await discardDraft(ctx, { journey, revision: 2 })
      expect([none.cells, none.document]).toEqual([[], draft.published])
      expect((await changeDraft(ctx, { journey, changes: undo })).draft.document).toEqual(draft.document)
    })

    it('refuses what is no part of a map and what cannot stand there', async () => {
      const journey = await make()
      const wrong: [cell: string, value: unknown, code: string][] = [
        ['stage/buy/colour', 'red', 'unknown_cell'],
        ['stage//name', 'X', 'unknown_cell'],
        ['lane/doing/touchpoint/pay', ['Pays'], 'unknown_cell'],
        ['stage/buy/name', '  ', 'invalid_value'],
        ['stage/buy/name', undefined, 'required'],
        ['lane/target/stage/buy', { nps: 140 }, 'invalid_value'],
        ['stage/nowhere/name', 'X', 'unknown_stage'],
        ['touchpoint/nowhere/name', 'X', 'unknown_touchpoint'],
        ['touchpoint/pay/stage', 'nowhere', 'unknown_stage'],
        ['lane/owner/stage/__proto__', { name: 'Mara' }, 'unknown_stage'],
        ['touchpoint/buy.overall/name', 'All', 'built_in'],
        ['stage/new/state', 'live', 'required'],
      ]
      for (const [cell, value, code] of wrong) {
        const fault = await first(change(journey, cell, value))
        expect([cell, fault?.code]).toEqual([cell, code])
        expect(fault?.pointer).toMatch(/^\/changes\/0/)
      }
      expect((await readDraft(ctx, { journey })).revision).toBe(0)
    })

    it('keeps names apart and at least one stage', async () => {
      const journey = await make()
      expect(await first(change(journey, 'stage/use/name', 'BUY'))).toMatchObject({ pointer: '/changes/0', code: 'name_taken' })
      expect((await first(change(journey, 'touchpoint/basket/name', 'Pay')))?.code).toBe('name_taken')
      await change(journey, 'touchpoint/open/name', 'Pay')
      expect((await first(change(journey, 'touchpoint/pay/stage', 'use')))?.code).toBe('name_taken')
      const archive = (key: string) => change(journey, `stage/${key}/state`, 'archived')
      expect((await archive('use')).draft.archived).toEqual([{ kind: 'stage', key: 'use', name: 'use', stage: null }])
      expect(await first(archive('buy'))).toMatchObject({ code: 'last_stage', message: 'A journey keeps at least one stage. Add another one first.' })
    })

    it('has room for twenty stages and a hundred touchpoints', async () => {
      const journey = await make()
      for (let i = 3; i <= 20; i++) await addToDraft(ctx, { journey, kind: 'stage', name: `Stage ${i}` })
      expect(await first(addToDraft(ctx, { journey, kind: 'stage', name: 'Too many' }))).toMatchObject({ pointer: '/name', code: 'too_many' })
      const cells = Array.from({ length: 97 }, (_, i) => [['state', 'live'], ['name', `T ${i}`], ['stage', 'use']].map(([field, value]) => ({ cell: `touchpoint/t-${i}/${field}`, value, revision: 0 })))
      await changeDraft(ctx, { journey, changes: cells.flat() })
      expect((await first(addToDraft(ctx, { journey, kind: 'touchpoint', stage: 'use', name: 'Too many' })))?.code).toBe('too_many')
    })

    it('never shares a key with what is made on the published map meanwhile', async () => {
      const journey = await make()
      expect((await addToDraft(ctx, { journey, kind: 'stage', name: 'Gift' })).key).toBe('gift')
      expect((await addToDraft(ctx, { journey, kind: 'touchpoint', stage: 'gift', name: 'Card', at: 1 })).key).toBe('card')
      expect((await addStage(ctx, { journey, name: 'Gift' })).key).toBe('gift-2')
      expect((await addTouchpoint(ctx, { journey, stage: 'buy', name: 'Card' })).key).toBe('card-2')
      expect(drawn(await readDraft(ctx, { journey }))).toEqual(['buy buy: pay basket card-2', 'use use: open', 'gift-2 Gift: ', 'gift Gift: card'])
    })
  })

  it('many changes at once: of different things all land, of one thing one does', async () => {
    const journey = await make()
    const stages = Array.from({ length: 18 }, (_, i) => i)
    for (const i of stages) await addToDraft(ctx, { journey, kind: 'stage', name: `S ${i}` })
    const cells = [...stages.map((i) => `lane/owner/stage/s-${i}`), ...stages.map((i) => `lane/moment/stage/s-${i}`), ...['buy', 'use'].flatMap((key) => [`lane/owner/stage/${key}`, `lane/moment/stage/${key}`])]
    const values = cells.map((cell) => (cell.includes('moment') ? true : { name: cell }))
    await Promise.all(cells.map((cell, i) => change(journey, cell, values[i])))
    const { lanes } = (await readDraft(ctx, { journey })).document
    expect([Object.keys(lanes.owner.stage).length, Object.keys(lanes.moment.stage).length]).toEqual([20, 20])
    const told = await Promise.all(cells.map((_, i) => change(journey, 'name', `Name ${i}`).then(() => 'landed', () => 'told')))
    expect(told.filter((one) => one === 'landed')).toHaveLength(1)
    expect(cells).toHaveLength(40)
  })

  it('an editor at work keeps no answer waiting', async () => {
    const { key, journeyId } = await makeJourney(ctx)
    // One connection has nobody to wait for.
    if (engine === 'embedded') return
    await inWorkspace(ctx, async (tx) => {
      await tx.execute(sql`select 1 from journeys where workspace_id = ${ctx.workspaceId} and id = ${journeyId} for key share`)
      await change(key, 'name', 'Changed')
    })
    expect((await readDraft(ctx, { journey: key })).document.name).toBe('Changed')
  })

  it('a place named as what every object has gets another key, and an empty lane of one stores nothing', async () => {
    const journey = await make()
    const { key } = await addToDraft(ctx, { journey, kind: 'stage', name: 'Constructor' })
    expect(key).toBe('constructor-2')
    const cells = ['stage/constructor/state', 'stage/constructor/name']
    const own = changeDraft(ctx, { journey, changes: cells.map((cell, i) => ({ cell, value: ['live', 'Own'][i], revision: 0 })) })
    expect((await first(own))?.code).toBe('required')
    const before = await readDraft(ctx, { journey })
    const after = await change(journey, 'lane/doing/stage/__proto__', null)
    expect(after.draft.cells).toEqual(before.cells)
    expect((await discardDraft(ctx, { journey, revision: after.draft.revision })).draft.cells).toEqual([])
  })

  it('a channel is one line', async () => {
    const journey = await make()
    const run = addToDraft(ctx, { journey, kind: 'touchpoint', stage: 'buy', name: 'Post', channel: 'let\u0001ter' })
    await expect(run).rejects.toThrow('may not hold control characters')
  })

  it('another workspace sees nothing, and a viewer cannot write', async () => {
    const journey = await make()
    const other = await makeWorkspace(database)
    expect((await refusal(readDraft(other, { journey }))).code).toBe('not_found')
    expect((await refusal(change(journey, 'name', 'Theirs', 0, other))).code).toBe('not_found')
    const viewer = as(ctx, VIEWER)
    expect((await refusal(readDraft(viewer, { journey }))).code).toBe('forbidden')
    expect((await refusal(change(journey, 'name', 'X', 0, viewer))).code).toBe('forbidden')
    expect((await refusal(discardDraft(viewer, { journey, revision: 0 }))).code).toBe('forbidden')
    expect((await readDraft(ctx, { journey })).revision).toBe(0)
  })
})
