import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createJourney } from '#lib/journeys/create'
import { archiveJourney, renameJourney, restoreJourney } from '#lib/journeys/edit'
import { listJourneys, readJourney } from '#lib/journeys/read'
import { addStage, renameStage } from '#lib/journeys/stages'
import { addTouchpoint, renameTouchpoint } from '#lib/journeys/touchpoints'
import { as, clock, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { refusal } from '../../factory/refusal'

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => void (ctx = await makeWorkspace(await open())))

  describe('a key', () => {
    it('comes from the name in small plain letters', async () => {
      const made = await createJourney(ctx, { name: '  Über uns & Co.  ', stages: ['Größe wählen', '注文', 'ﬁrst'] })
      const { stages } = await readJourney(ctx, { journey: made.key })
      expect([made.key, ...stages.map((s) => s.key)]).toEqual(['uber-uns-co', 'gro-e-wahlen', '2', 'first'])
      expect(stages.map((s) => s.name)).toEqual(['Größe wählen', '注文', 'ﬁrst'])
    })

    it('gets a number where it is taken, and keeps to sixty characters', async () => {
      const keys = []
      for (const name of ['Shop', 'SHOP!', 'shop', 'x'.repeat(80), 'x'.repeat(80)]) keys.push((await createJourney(ctx, { name })).key)
      expect(keys).toEqual(['shop', 'shop-2', 'shop-3', 'x'.repeat(60), `${'x'.repeat(58)}-2`])
    })

    it('is given once when two make a journey of one name at the same moment', async () => {
      const made = await Promise.all(Array.from({ length: 4 }, () => createJourney(ctx, { name: 'Twins' })))
      expect(made.map((m) => m.key).sort()).toEqual(['twins', 'twins-2', 'twins-3', 'twins-4'])
    })

    it('stays when journey, stage and touchpoint get other names', async () => {
      const { key: journey } = await createJourney(ctx, { name: 'Rename me', stages: ['Order'] })
      await addTouchpoint(ctx, { journey, stage: 'order', name: 'Hotline', channel: 'phone' })
      await renameJourney(ctx, { journey, name: 'Renamed' })
      await renameStage(ctx, { journey, stage: 'order', name: 'Buy' })
      await renameTouchpoint(ctx, { journey, touchpoint: 'hotline', name: 'Chat', channel: null })
      const read = await readJourney(ctx, { journey })
      expect(read).toMatchObject({ key: 'rename-me', name: 'Renamed', stages: [{ key: 'order', name: 'Buy' }] })
      expect(read.stages[0]?.touchpoints[1]).toMatchObject({ key: 'hotline', name: 'Chat', channel: null })
    })

    it('is not given again to a stage with the old name of another', async () => {
      const { key: journey } = await createJourney(ctx, { name: 'Old names', stages: ['Order'] })
      await renameStage(ctx, { journey, stage: 'order', name: 'Buy' })
      expect(await addStage(ctx, { journey, name: 'Order' })).toEqual({ key: 'order-2', name: 'Order' })
    })
  })

  it('a journey that is archived leaves the list and comes back as it was', async () => {
    const own = await makeWorkspace({ db: ctx.db } as never)
    const { key: journey } = await createJourney(own, { name: 'Shop', stages: ['Order', 'Use'] })
    const listed = async (archived: string) => (await listJourneys(own, { archived })).data.map((j) => [j.key, j.stages])
    await archiveJourney(own, { journey })
    expect([await listed('false'), await listed('true')]).toEqual([[], [['shop', ['Order', 'Use']]]])
    await restoreJourney(own, { journey })
    expect([await listed('false'), await listed('true')]).toEqual([[['shop', ['Order', 'Use']]], []])
  })

  it('the list is paged, newest first, without gap or repetition', async () => {
    const time = clock()
    const own = await makeWorkspace({ db: ctx.db } as never, { kind: 'system' }, time.now)
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await createJourney(own, { name })
      // Two of them within one millisecond: the id decides.
      if (name !== 'b') time.forward(1000)
    }
    const seen: string[] = []
    for (let cursor: string | undefined, page = 0; page < 9; page++) {
      const { data, nextCursor } = await listJourneys(own, { limit: 2, cursor })
      seen.push(...data.map((j) => j.key))
      if (nextCursor === null) break
      cursor = nextCursor
    }
    expect([seen.slice(0, 2), seen.slice(2, 4).sort(), seen.slice(4)]).toEqual([['e', 'd'], ['b', 'c'], ['a']])
  })

  it('names that nobody could read, unknown time zones and doubled stages are refused', async () => {
    const wrong = [{ name: ' ' }, { name: 'a\nb' }, { name: 'x'.repeat(121) }, { name: 'a', timeZone: 'Europe/Atlantis' }, { name: 'a', stages: ['A', 'a'] }, { name: 'a', more: 1 }]
    const places = []
    for (const input of wrong) places.push((await refusal(createJourney(ctx, input))).errors[0]?.pointer)
    expect(places).toEqual(['/name', '/name', '/name', '/timeZone', '/stages', '/more'])
  })

  it('another workspace sees nothing, and a viewer cannot write', async () => {
    const { key: journey } = await createJourney(ctx, { name: 'Private' })
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    expect((await listJourneys(stranger, {})).data).toEqual([])
    for (const verb of [readJourney, archiveJourney, restoreJourney]) expect((await refusal(verb(stranger, { journey }))).code).toBe('not_found')
    expect((await refusal(renameJourney(stranger, { journey, name: 'Mine' }))).code).toBe('not_found')
    const viewer = as(ctx, VIEWER)
    expect((await readJourney(viewer, { journey })).name).toBe('Private')
    for (const verb of [createJourney, renameJourney, archiveJourney, restoreJourney]) {
      expect((await refusal(verb(viewer, { journey, name: 'Mine' }))).code).toBe('forbidden')
    }
  })
})
