import { beforeAll, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { moveTouchpoint } from '#lib/collect/recount/move'
import type { Context } from '#lib/context'
import { renameJourney } from '#lib/journeys/edit'
import { readDraft } from '#lib/journeys/draft/read'
import { archiveStage, renameStage, reorderStages } from '#lib/journeys/stages'
import { changeMap } from '#lib/maps/versions/at-once'
import { listVersions } from '#lib/maps/versions/list'
import { readVersion } from '#lib/maps/versions/read'
import { ask, keyFor, useDatabase } from '../../../factory/http'
import { refusal } from '../../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'
import { editing } from './editing'

const HOUR = 3_600_000

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let on: ReturnType<typeof editing>
  const { now, forward } = clock()
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, now)
    on = editing(ctx)
  })

  const listed = async (journey: string) => (await listVersions(ctx, { journey })).data.map(({ version, note }) => [version, note])

  it('a change beside the draft is a version: what stood before opens with its numbers, and a draft goes on over it', async () => {
    const { key: journey, surveyId } = await makeJourney(ctx)
    await on.answer(surveyId, 'pay')
    await on.change(journey, { 'stage/use/name': 'Live' })
    forward(HOUR)
    await changeMap(ctx, archiveStage, { journey, stage: 'buy' })
    expect(await listed(journey)).toEqual([[2, 'Changed by the API'], [1, null]])
    const { document, snapshot } = await readVersion(ctx, { journey, version: 1 })
    expect([document.stages.map((s) => s.name), snapshot?.stages.map((s) => s.nps.n)]).toEqual([['buy', 'use'], [10, 0]])
    expect((await readDraft(ctx, { journey })).document.stages.map((s) => s.name)).toEqual(['Live'])
    expect(await on.publish(journey)).toEqual({ version: 3 })
    expect((await readVersion(ctx, { journey, version: 2 })).document.stages.map((s) => s.name)).toEqual(['use'])
  })

  it('changes that follow each other are one version; those of another hour, and of an import, are another', async () => {
    const { key: journey } = await makeJourney(ctx)
    await changeMap(ctx, renameJourney, { journey, name: 'Shop' })
    expect(await listed(journey)).toEqual([[1, null]])
    forward(HOUR)
    await changeMap(ctx, renameStage, { journey, stage: 'buy', name: 'Order' })
    await changeMap(ctx, reorderStages, { journey, order: ['use', 'buy'] })
    await changeMap(ctx, moveTouchpoint, { journey, touchpoint: 'pay', toStage: 'use' })
    expect((await listed(journey)).map(([version]) => version)).toEqual([2, 1])
    expect((await readVersion(ctx, { journey, version: 1 })).document).toMatchObject({ name: 'Shop', stages: [{ key: 'buy', name: 'buy' }, { key: 'use' }] })
    await changeMap(ctx, renameStage, { journey, stage: 'buy', name: 'Buy' }, 'Places added by an import')
    forward(HOUR)
    await changeMap(ctx, renameStage, { journey, stage: 'buy', name: 'Get' })
    expect((await listed(journey)).map(([version]) => version)).toEqual([4, 3, 2, 1])
    const { document } = await readVersion(ctx, { journey, version: 2 })
    expect([document.stages.map((s) => s.name), document.touchpoints.find((t) => t.key === 'pay')?.stage]).toEqual([['use', 'Order'], 'use'])
  })

  it('what is refused or changes nothing is no version', async () => {
    const { key: journey } = await makeJourney(ctx)
    forward(HOUR)
    expect((await refusal(changeMap(ctx, renameStage, { journey, stage: 'buy', name: 'use' }))).errors[0]?.code).toBe('name_taken')
    expect((await refusal(changeMap(as(ctx, VIEWER), renameStage, { journey, stage: 'buy', name: 'Get' }))).code).toBe('forbidden')
    await changeMap(ctx, renameStage, { journey, stage: 'buy', name: 'buy' })
    expect(await listed(journey)).toEqual([[1, null]])
  })

  it('every address of the API that changes stages or touchpoints makes one', async () => {
    useDatabase(database)
    const key = await keyFor(ctx)
    for (const [method, address, body] of [
      ['PATCH', '', { name: 'Shop' }], ['POST', '/stages', { name: 'Return' }], ['PUT', '/stages', { order: ['use', 'buy'] }], ['PATCH', '/stages/buy', { name: 'Order' }], ['DELETE', '/stages/buy'],
      ['POST', '/touchpoints', { stage: 'buy', name: 'Web' }], ['PUT', '/touchpoints', { stage: 'buy', order: ['basket', 'pay'] }], ['PATCH', '/touchpoints/pay', { name: 'Till' }],
      ['PATCH', '/touchpoints/pay', { stage: 'use' }], ['DELETE', '/touchpoints/pay'],
    ] as const) {
      const old = { ...ctx, now: () => new Date('2026-01-01T00:00:00Z') }
      const { key: journey } = await makeJourney(old)
      expect((await ask(method, `journeys/${journey}${address}`, { key, body })).status, `${method} ${address}`).toBeLessThan(300)
      expect((await listed(journey)).length, `${method} ${address}`).toBe(2)
    }
  })
})
