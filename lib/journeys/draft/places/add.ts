import { z } from 'zod'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { allow } from '#lib/permission'
import { Channel, Key, Name } from '../../input'
import { type Changed, cellOf, foldDraft } from '../definition'
import { editDraft } from '../edit'
import { freeKey } from './keys'
import { cellsOf, type Loaded } from '../load'

/** Where among its own, counted from 1; without it, last. */
const At = z.int().min(1).max(1000).optional()

export const AddToDraft = z.discriminatedUnion('kind', [
  z.strictObject({ journey: Key, kind: z.literal('stage'), name: Name, at: At }),
  z.strictObject({ journey: Key, kind: z.literal('touchpoint'), name: Name, stage: Key, channel: Channel.optional(), at: At }),
])

/** The order with one more in it; none at all where it stands last anyway, so that two who add at once do not meet. */
function orderWith(cell: string, keys: readonly string[], key: string, at: number | undefined) {
  if (at === undefined || at > keys.length) return []
  return [{ cell, value: keys.toSpliced(at - 1, 0, key) }]
}

/** A new stage or touchpoint in the draft. Its key comes from its name and never changes. */
export async function addToDraft(ctx: Context, input: unknown): Promise<Changed & { key: string }> {
  allow(ctx, 'journey.write')
  const { journey, ...wish } = AddToDraft.parse(input)
  const { kind, name, at } = wish
  const make = (loaded: Loaded) => {
    const document = foldDraft(loaded.published, cellsOf(loaded.touched), loaded.shelf)
    const key = freeKey(name, kind, loaded.journey, loaded.touched.keys())
    const says = { key }
    if (wish.kind === 'stage') {
      const order = orderWith(cellOf.order(), document.stages.map((stage) => stage.key), key, at)
      return { cells: [{ cell: cellOf.stage(key, 'state'), value: 'live' }, { cell: cellOf.stage(key, 'name'), value: name }, ...order], says }
    }
    const { stage, channel = null } = wish
    if (!document.stages.some((one) => one.key === stage)) {
      throw invalid(fault('/stage', 'unknown_stage', 'The draft has no stage with the key "{key}" on its map.', { key: stage }))
    }
    const own = document.touchpoints.filter((t) => t.stage === stage).map((t) => t.key)
    const cells = [
      { cell: cellOf.touchpoint(key, 'state'), value: 'live' },
      { cell: cellOf.touchpoint(key, 'name'), value: name },
      { cell: cellOf.touchpoint(key, 'stage'), value: stage },
      { cell: cellOf.touchpoint(key, 'channel'), value: channel },
      ...orderWith(cellOf.order(stage), own, key, at),
    ]
    return { cells, says }
  }
  return editDraft(ctx, journey, make, () => '/name')
}
