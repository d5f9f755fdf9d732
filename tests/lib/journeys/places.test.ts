import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { moveTouchpoint } from '#lib/collect/recount/move'
import { type Context, inWorkspace } from '#lib/context'
import { createJourney } from '#lib/journeys/create'
import { readJourney } from '#lib/journeys/read'
import { addStage, archiveStage, renameStage, reorderStages, restoreStage } from '#lib/journeys/stages'
import { addTouchpoint, archiveTouchpoint, renameTouchpoint, reorderTouchpoints, restoreTouchpoint } from '#lib/journeys/touchpoints'
import { refusal } from '../../factory/refusal'
import { as, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => void (ctx = await makeWorkspace(await open())))

  /** Stages order and use; at order the touchpoints web, phone and shop, in this order. */
  async function makeShop(own = ctx): Promise<string> {
    const { key: journey } = await createJourney(own, { name: 'Shop', stages: ['Order', 'Use'] })
    for (const name of ['Web', 'Phone', 'Shop']) await addTouchpoint(own, { journey, stage: 'order', name })
    return journey
  }

  /** Each stage with its touchpoints as they stand: archived ones in brackets. */
  async function drawn(journey: string) {
    const mark = ({ key, archived }: { key: string; archived: boolean }) => (archived ? `(${key})` : key)
    return (await readJourney(ctx, { journey })).stages.map((stage) => `${mark(stage)}: ${stage.touchpoints.map(mark).join(' ')}`)
  }

  const structures = (journey: string) =>
    inWorkspace(ctx, (tx) =>
      rows<{ structure: number; stageOf: Record<string, string> }>(tx, sql`
        select s.structure, s.stage_of as "stageOf"
        from structures s
        join journeys j on j.workspace_id = s.workspace_id and j.id = s.journey_id
        where s.workspace_id = ${ctx.workspaceId} and j.key = ${journey}
        order by s.structure`),
    )

  describe('stages', () => {
    it('bring an overall touchpoint each, which nobody can archive or move', async () => {
      const journey = await makeShop()
      await addStage(ctx, { journey, name: 'Return' })
      expect(await drawn(journey)).toEqual(['order: order.overall web phone shop', 'use: use.overall', 'return: return.overall'])
      const touchpoint = 'use.overall'
      expect((await refusal(archiveTouchpoint(ctx, { journey, touchpoint }))).errors[0]?.code).toBe('built_in')
      expect((await refusal(moveTouchpoint(ctx, { journey, touchpoint, toStage: 'order' }))).errors[0]?.code).toBe('built_in')
    })

    it('take an order only when it names each live one once', async () => {
      const journey = await makeShop()
      await addStage(ctx, { journey, name: 'Return' })
      await archiveStage(ctx, { journey, stage: 'use' })
      for (const order of [['order'], ['order', 'order'], ['order', 'return', 'use'], ['order', 'nowhere'], []]) {
        expect((await refusal(reorderStages(ctx, { journey, order }))).errors[0]).toMatchObject({ pointer: '/order', code: 'incomplete_order' })
      }
      await reorderStages(ctx, { journey, order: ['return', 'order'] })
      expect((await drawn(journey)).map((line) => line.split(':')[0])).toEqual(['return', 'order', '(use)'])
    })

    it('come back from the archive as the last one, unless their name was given away', async () => {
      const journey = await makeShop()
      await archiveStage(ctx, { journey, stage: 'order' })
      await restoreStage(ctx, { journey, stage: 'order' })
      expect(await drawn(journey)).toEqual(['use: use.overall', 'order: order.overall web phone shop'])
      await archiveStage(ctx, { journey, stage: 'order' })
      await addStage(ctx, { journey, name: 'ORDER' })
      expect((await refusal(restoreStage(ctx, { journey, stage: 'order' }))).errors[0]?.code).toBe('name_taken')
    })

    it('refuse a twin name, the archive of the last one and a twenty-first', async () => {
      const journey = await makeShop()
      expect((await refusal(addStage(ctx, { journey, name: 'order' }))).errors[0]?.code).toBe('name_taken')
      expect((await refusal(renameStage(ctx, { journey, stage: 'use', name: 'ORDER' }))).errors[0]?.code).toBe('name_taken')
      expect(await renameStage(ctx, { journey, stage: 'use', name: 'USE' })).toEqual({ key: 'use', name: 'USE' })
      await archiveStage(ctx, { journey, stage: 'use' })
      expect((await refusal(archiveStage(ctx, { journey, stage: 'order' }))).errors[0]?.code).toBe('last_stage')
      for (let i = 2; i <= 20; i++) await addStage(ctx, { journey, name: `Stage ${i}` })
      expect((await refusal(addStage(ctx, { journey, name: 'Too many' }))).errors[0]?.code).toBe('too_many')
      expect((await refusal(restoreStage(ctx, { journey, stage: 'use' }))).errors[0]?.code).toBe('too_many')
    })
  })

  describe('touchpoints', () => {
    it('take an order only when it names each live one of the stage once', async () => {
      const journey = await makeShop()
      await archiveTouchpoint(ctx, { journey, touchpoint: 'phone' })
      for (const order of [['web'], ['web', 'shop', 'phone'], ['order.overall', 'web', 'shop']]) {
        expect((await refusal(reorderTouchpoints(ctx, { journey, stage: 'order', order }))).errors[0]?.code).toBe('incomplete_order')
      }
      await reorderTouchpoints(ctx, { journey, stage: 'order', order: ['shop', 'web'] })
      expect((await drawn(journey))[0]).toBe('order: order.overall shop web (phone)')
      await restoreTouchpoint(ctx, { journey, touchpoint: 'phone' })
      expect((await drawn(journey))[0]).toBe('order: order.overall shop web phone')
    })

    it('may share a name across stages, not within one', async () => {
      const journey = await makeShop()
      expect(await addTouchpoint(ctx, { journey, stage: 'use', name: 'Phone' })).toEqual({ key: 'phone-2', name: 'Phone', channel: null })
      expect((await refusal(addTouchpoint(ctx, { journey, stage: 'order', name: 'PHONE' }))).errors[0]?.code).toBe('name_taken')
      expect((await refusal(renameTouchpoint(ctx, { journey, touchpoint: 'web', name: 'phone' }))).errors[0]?.code).toBe('name_taken')
    })

    it('moves to another stage, to the place that was named, and new ones stand behind', async () => {
      const journey = await makeShop()
      await moveTouchpoint(ctx, { journey, touchpoint: 'shop', toStage: 'use' })
      await moveTouchpoint(ctx, { journey, touchpoint: 'phone', toStage: 'use', position: 1 })
      await moveTouchpoint(ctx, { journey, touchpoint: 'web', toStage: 'use', position: 1 })
      await moveTouchpoint(ctx, { journey, touchpoint: 'phone', toStage: 'order' })
      await addTouchpoint(ctx, { journey, stage: 'use', name: 'A new one' })
      expect(await drawn(journey)).toEqual(['order: order.overall phone', 'use: use.overall web shop a-new-one'])
    })
  })

  it('every structure says where all touchpoints stood, archived ones too', async () => {
    const journey = await makeShop()
    await archiveTouchpoint(ctx, { journey, touchpoint: 'web' })
    await moveTouchpoint(ctx, { journey, touchpoint: 'phone', toStage: 'use' })
    const found = await structures(journey)
    const first = { 'order.overall': 'order', 'use.overall': 'use' }
    const all = { ...first, web: 'order', phone: 'order', shop: 'order' }
    expect(found.map((row) => row.structure)).toEqual([1, 2, 3, 4, 5])
    expect(found.map((row) => row.stageOf)).toEqual([
      first, { ...first, web: 'order' }, { ...first, web: 'order', phone: 'order' }, all, { ...all, phone: 'use' },
    ])
  })

  it('two changes at once lose neither and share no structure', async () => {
    const journey = await makeShop()
    await Promise.all(['A', 'B', 'C', 'D'].map((name) => addTouchpoint(ctx, { journey, stage: 'use', name })))
    expect(Object.keys((await structures(journey)).at(-1)?.stageOf ?? {})).toHaveLength(9)
    expect((await drawn(journey))[1]?.split(' ').slice(2).sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('an unknown place is not found; one that is only named beside is a fault of the request', async () => {
    const journey = await makeShop()
    expect((await refusal(archiveStage(ctx, { journey, stage: 'nowhere' }))).code).toBe('not_found')
    expect((await refusal(archiveTouchpoint(ctx, { journey, touchpoint: 'nowhere' }))).code).toBe('not_found')
    expect((await refusal(moveTouchpoint(ctx, { journey, touchpoint: 'nowhere', toStage: 'use' }))).code).toBe('not_found')
    const wrong = [
      () => addTouchpoint(ctx, { journey, stage: 'nowhere', name: 'X' }),
      () => moveTouchpoint(ctx, { journey, touchpoint: 'web', toStage: 'nowhere' }),
    ]
    for (const one of wrong) {
      expect((await refusal(one())).errors[0]).toMatchObject({ pointer: '/stage', code: 'unknown_stage' })
    }
  })

  it('another workspace changes nothing, and a viewer cannot write', async () => {
    const journey = await makeShop()
    const before = await drawn(journey)
    const verbs = [
      (c: Context) => addStage(c, { journey, name: 'X' }),
      (c: Context) => renameStage(c, { journey, stage: 'use', name: 'X' }),
      (c: Context) => reorderStages(c, { journey, order: ['use', 'order'] }),
      (c: Context) => archiveStage(c, { journey, stage: 'use' }),
      (c: Context) => restoreStage(c, { journey, stage: 'use' }),
      (c: Context) => addTouchpoint(c, { journey, stage: 'use', name: 'X' }),
      (c: Context) => renameTouchpoint(c, { journey, touchpoint: 'web', name: 'X' }),
      (c: Context) => reorderTouchpoints(c, { journey, stage: 'order', order: ['shop', 'phone', 'web'] }),
      (c: Context) => archiveTouchpoint(c, { journey, touchpoint: 'web' }),
      (c: Context) => restoreTouchpoint(c, { journey, touchpoint: 'web' }),
      (c: Context) => moveTouchpoint(c, { journey, touchpoint: 'web', toStage: 'use' }),
    ]
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    for (const verb of verbs) {
      expect((await refusal(verb(stranger))).code).toBe('not_found')
      expect((await refusal(verb(as(ctx, VIEWER)))).code).toBe('forbidden')
    }
    expect(await drawn(journey)).toEqual(before)
  })
})
