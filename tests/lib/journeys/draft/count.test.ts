import { beforeAll, expect, it } from 'vitest'
import { addToDraft } from '#lib/journeys/draft/places/add'
import type { Context } from '#lib/context'
import { mergeStages } from '#lib/journeys/draft/places/merge'
import { readDraft } from '#lib/journeys/draft/read'
import { splitStage } from '#lib/journeys/draft/places/split'
import { readMap } from '#lib/maps/read-map'
import { wordsIn } from '../../../../app/_words/catalogue'
import { changesOf } from '../../../../app/w/[workspace]/journeys/[journey]/edit/_draft/changes'
import { ENGLISH } from '../../../factory/words'
import { makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'
import { editing } from '../../maps/versions/editing'

onEachEngine((_, open) => {
  let ctx: Context
  let on: ReturnType<typeof editing>
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    on = editing(ctx)
  })

  it('a map says as many changes of its draft as the editor lists', async () => {
    const { key: journey } = await makeJourney(ctx)
    const steps: (() => Promise<unknown>)[] = [
      () => on.change(journey, { name: 'Shop', 'order/buy': ['basket', 'pay'], 'lane/doing/stage/buy': ['Pays'] }),
      () => addToDraft(ctx, { journey, kind: 'stage', name: 'Leave' }),
      () => addToDraft(ctx, { journey, kind: 'touchpoint', stage: 'leave', name: 'Letter', channel: 'post' }),
      () => splitStage(ctx, { journey, stage: 'buy', name: 'Till', touchpoints: ['pay'] }),
      () => on.change(journey, { 'touchpoint/open/state': 'archived', 'touchpoint/basket/stage': 'use', 'order/use': ['basket', 'open'] }),
      () => mergeStages(ctx, { journey, from: 'buy', into: 'use' }),
    ]
    for (const step of steps) {
      await step()
      const listed = changesOf({ t: wordsIn('en', 'editor'), say: ENGLISH }, await readDraft(ctx, { journey }))
      expect([(await readMap(ctx, { journey })).drafted, steps.indexOf(step)]).toEqual([listed.length, steps.indexOf(step)])
    }
  })
})
