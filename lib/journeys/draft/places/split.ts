import { z } from 'zod'
import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { allow } from '#lib/permission'
import { Key, MOST_TOUCHPOINTS, Name, TouchpointKey } from '../../input'
import { type Changed, cellOf, foldDraft } from '../definition'
import { editDraft } from '../edit'
import { freeKey } from './keys'
import { cellsOf, type Loaded } from '../load'

export const SplitStage = z.strictObject({
  journey: Key,
  stage: Key,
  name: Name,
  touchpoints: z.array(TouchpointKey).min(1, 'name at least one touchpoint for the new stage').max(MOST_TOUCHPOINTS),
})

/** Make two stages of one: a new one behind it takes these touchpoints with their answers. What knew only its stage stays where it is. */
export async function splitStage(ctx: Context, input: unknown): Promise<Changed & { key: string }> {
  allow(ctx, 'journey.write')
  const { journey, stage, name, touchpoints } = SplitStage.parse(input)
  const make = (loaded: Loaded) => {
    const document = foldDraft(loaded.published, cellsOf(loaded.touched), loaded.shelf)
    const stages = document.stages.map((one) => one.key)
    if (!stages.includes(stage)) throw notFound('stage')
    const own = document.touchpoints.filter((t) => t.stage === stage).map((t) => t.key)
    const stranger = touchpoints.findIndex((key, i) => !own.includes(key) || touchpoints.indexOf(key) < i)
    if (stranger >= 0) {
      throw invalid(fault(`/touchpoints/${stranger}`, 'unknown_touchpoint', 'The stage has no touchpoint with the key "{key}", or it is named twice.', { key: touchpoints[stranger] ?? '' }))
    }
    const key = freeKey(name, 'stage', loaded.journey, loaded.touched.keys())
    const cells = [
      { cell: cellOf.stage(key, 'state'), value: 'live' },
      { cell: cellOf.stage(key, 'name'), value: name },
      { cell: cellOf.order(), value: stages.toSpliced(stages.indexOf(stage) + 1, 0, key) },
      ...touchpoints.map((touchpoint) => ({ cell: cellOf.touchpoint(touchpoint, 'stage'), value: key })),
      { cell: cellOf.order(key), value: touchpoints },
    ]
    return { cells, says: { key } }
  }
  return editDraft(ctx, journey, make, () => '/name')
}
