import { z } from 'zod'
import type { Context } from '#lib/context'
import { allow } from '#lib/permission'
import { Key } from '../input'
import { placeOf } from './cell'
import type { Changed } from './definition'
import { editDraft, publishedValue } from './edit'
import { cellsOf, draftChanged, type Loaded } from './load'

export const DiscardDraft = z.strictObject({ journey: Key, revision: z.coerce.number().int().min(0) })

/** Back to the published map: only what was seen is thrown away, so `revision` is the draft's. */
export async function discardDraft(ctx: Context, input: unknown): Promise<Changed> {
  allow(ctx, 'journey.write')
  const { journey, revision } = DiscardDraft.parse(input)
  const make = (loaded: Loaded) => {
    if (loaded.revision !== revision) throw draftChanged(loaded)
    const cells = cellsOf(loaded.touched).map(({ cell }) => {
      const place = placeOf(cell)
      return { cell, value: place && publishedValue(loaded, place) }
    })
    return { cells, says: {} }
  }
  return editDraft(ctx, journey, make, () => '/revision')
}
