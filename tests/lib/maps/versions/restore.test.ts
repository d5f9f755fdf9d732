import { beforeAll, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { insertJourney } from '#lib/journeys/create'
import { addToDraft } from '#lib/journeys/draft/places/add'
import { changeDraft } from '#lib/journeys/draft/change'
import { discardDraft } from '#lib/journeys/draft/discard'
import { mergeStages } from '#lib/journeys/draft/places/merge'
import { readDraft } from '#lib/journeys/draft/read'
import { publishDraft } from '#lib/maps/versions/publish'
import { readVersion } from '#lib/maps/versions/read'
import { restoreVersion } from '#lib/maps/versions/restore'
import { refusal } from '../../../factory/refusal'
import { as, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database)
  })

  const change = async (journey: string, cells: Record<string, unknown>) => {
    const { revisions } = await readDraft(ctx, { journey })
    return changeDraft(ctx, { journey, changes: Object.entries(cells).map(([cell, value]) => ({ cell, value, revision: revisions[cell] ?? 0 })) })
  }
  const publish = async (journey: string) => publishDraft(ctx, { journey, revision: (await readDraft(ctx, { journey })).revision })

  const make = async (stages: Record<string, string[]>) => {
    const plan = Object.entries(stages).map(([name, touchpoints]) => ({ name, touchpoints: touchpoints.map((one) => ({ name: one, channel: null })) }))
    return (await inWorkspace(ctx, (tx) => insertJourney(tx, ctx, { name: 'Shop', timeZone: 'UTC', stages: plan }))).key
  }

  /** A journey that was renamed, added to, written on and merged: three versions that differ in everything. */
  async function threeVersions() {
    const journey = await make({ Find: ['Search', 'News'], Buy: ['Basket', 'Payment'], Use: ['Help'] })
    await change(journey, { name: 'Store', 'stage/find/name': 'Look', order: ['buy', 'find', 'use'], 'touchpoint/basket/stage': 'find', 'touchpoint/basket/channel': 'web', 'lane/owner/stage/buy': { name: 'Mara' } })
    await addToDraft(ctx, { journey, kind: 'stage', name: 'Leave' })
    await publish(journey)
    await mergeStages(ctx, { journey, from: 'use', into: 'buy' })
    await change(journey, { 'lane/owner/stage/buy': null, 'stage/leave/state': 'archived' })
    await publish(journey)
    return journey
  }

  it('makes each past version the draft, whatever the map became, and can be taken back', async () => {
    const journey = await threeVersions()
    const before = await readDraft(ctx, { journey })
    for (const version of [1, 2]) {
      const { draft, undo } = await restoreVersion(ctx, { journey, version })
      expect(draft.document, `version ${version}`).toEqual((await readVersion(ctx, { journey, version })).document)
      expect((await changeDraft(ctx, { journey, changes: undo })).draft.document).toEqual(before.document)
    }
  })

  it('the restored draft can be published, and the merged map be restored from it', async () => {
    const journey = await threeVersions()
    await restoreVersion(ctx, { journey, version: 2 })
    await publish(journey)
    const second = (await readVersion(ctx, { journey, version: 2 })).document
    expect((await readDraft(ctx, { journey })).published).toEqual(second)
    const { draft } = await restoreVersion(ctx, { journey, version: 3 })
    expect(draft.document).toEqual((await readVersion(ctx, { journey, version: 3 })).document)
  })

  it('changes nothing where the draft is so already', async () => {
    const journey = await make({ Find: ['Search'], Buy: [] })
    const { revision } = await readDraft(ctx, { journey })
    const { draft, undo } = await restoreVersion(ctx, { journey, version: 1 })
    expect([draft.revision, undo]).toEqual([revision, []])
  })

  it('takes the place of what stands in the draft', async () => {
    const journey = await threeVersions()
    await change(journey, { 'stage/buy/name': 'Order' })
    const { draft } = await restoreVersion(ctx, { journey, version: 2 })
    expect(draft.document.stages.map(({ name }) => name)).toEqual(['Buy', 'Look', 'Use', 'Leave'])
    await discardDraft(ctx, { journey, revision: draft.revision })
  })

  it('holds for a map as large as it may be, and is taken back at once', async () => {
    const journey = await make(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`Stage ${i}`, Array.from({ length: 5 }, (_, j) => `Step ${i} ${j}`)])))
    const { document } = await readDraft(ctx, { journey })
    const renamed = document.touchpoints.flatMap(({ key }, i) => {
      const [to, at] = [document.stages[(i + 7) % 20]?.key, `touchpoint/${key}`]
      return [[`${at}/name`, `Other ${i}`], [`${at}/channel`, 'web'], [`${at}/stage`, to], [`lane/assumed/${at}`, { index: 5 }], [`lane/owner/${at}`, { name: 'Mara' }]]
    })
    await change(journey, Object.fromEntries([...document.stages.map(({ key }) => [`stage/${key}/name`, `No ${key}`]), ...renamed]))
    await publish(journey)
    const { draft, undo } = await restoreVersion(ctx, { journey, version: 1 })
    expect([draft.document, undo.length > 500]).toEqual([document, true])
    expect((await changeDraft(ctx, { journey, changes: undo })).draft.cells).toEqual([])
  })

  it('is refused to a viewer, and of a version that is not there', async () => {
    const journey = await threeVersions()
    expect((await refusal(restoreVersion(as(ctx, VIEWER), { journey, version: 1 }))).code).toBe('forbidden')
    expect(await refusal(restoreVersion(ctx, { journey, version: 9 }))).toMatchObject({ code: 'not_found', message: 'Version 9 is not there; the newest is 3.' })
  })
})
