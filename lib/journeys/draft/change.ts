import { z } from 'zod'
import type { Context } from '#lib/context'
import { type Fault, fault, invalid, Problem } from '#lib/errors'
import { allow } from '#lib/permission'
import { type Sentence, sentence } from '#lib/sentence'
import { Key } from '../input'
import { placeOf, readValue } from './cell'
import type { Cell, Changed } from './definition'
import { editDraft } from './edit'
import type { Loaded, StoredCell } from './load'

/** A past version that was made the draft of a map as large as it may be is taken back in one request, too. */
const MOST_CHANGES = 5000

export const ChangeDraft = z.strictObject({
  journey: Key,
  changes: z
    .array(z.strictObject({ cell: z.string().min(1).max(400), value: z.unknown(), revision: z.int().min(0) }))
    .min(1)
    .max(MOST_CHANGES),
})

type Sent = z.output<typeof ChangeDraft>['changes']

/** Where each cell is first named. */
const placesOf = (changes: Sent): ReadonlyMap<string, number> => new Map(changes.map(({ cell }, i) => [cell, i] as const).reverse())

/** The changes with their values as they are stored; everything that is wrong is said at once. */
function readChanges(changes: Sent): Cell[] {
  const faults: Fault[] = []
  const firstAt = placesOf(changes)
  const cells = changes.flatMap(({ cell, value }, i) => {
    const place = placeOf(cell)
    const isTwice = (firstAt.get(cell) ?? i) < i
    const read = place ? readValue(place, value, `/changes/${i}/value`) : fault(`/changes/${i}/cell`, 'unknown_cell', 'A map has nothing called "{cell}".', { cell: cell.slice(0, 80) })
    if (isTwice) faults.push(fault(`/changes/${i}/cell`, 'duplicate', 'This request changes the same thing twice.'))
    if (!('pointer' in read)) return { cell, value: read.value }
    faults.push(read)
    return []
  })
  const [first, ...rest] = faults
  if (first) throw invalid(first, ...rest.slice(0, 19))
  return cells
}

/** What somebody has done to a cell, for whoever meant to change it as well. */
function said({ cell, value, gone, by }: StoredCell): Sentence {
  const who = { who: by ?? sentence('Somebody') }
  // What was published is gone from the draft as well, but still says what it was.
  if (gone && value === null) return sentence('{who} has taken a change of this back in the meantime.', who)
  if (/\/state$/.test(cell)) return sentence(value === 'archived' ? '{who} has archived this in the meantime.' : '{who} has put this on the map in the meantime.', who)
  if (/^order/.test(cell)) return sentence('{who} has put these in another order in the meantime.', who)
  if (value === null) return sentence('{who} has taken this away in the meantime.', who)
  if (/\/stage$/.test(cell)) return sentence('{who} has moved this in the meantime.', who)
  if (typeof value !== 'string') return sentence('{who} has changed this in the meantime.', who)
  return sentence('{who} has changed this to “{value}” in the meantime.', { ...who, value: value.slice(0, 120) })
}

function refuseStale({ touched }: Loaded, changes: Sent): void {
  const stale = changes.flatMap(({ cell, revision }, i) => {
    const there = touched.get(cell)
    if ((there?.revision ?? 0) === revision) return []
    return fault(`/changes/${i}`, 'changed_meanwhile', there ? said(there) : 'The draft that this belongs to is no longer there.')
  })
  const [first] = stale
  if (first) throw new Problem('conflict', first, { errors: stale.slice(0, 20) })
}

/**
 * Change cells of a draft, all or none. Changes of different cells merge by themselves; one whose `revision` is not the cell's is
 * refused with 409, `changed_meanwhile`. A value that is the published one, or null, ends the difference.
 */
export async function changeDraft(ctx: Context, input: unknown): Promise<Changed> {
  allow(ctx, 'journey.write')
  const { journey: key, changes } = ChangeDraft.parse(input)
  const cells = readChanges(changes)
  const make = (loaded: Loaded) => {
    refuseStale(loaded, changes)
    return { cells, says: {} }
  }
  const firstAt = placesOf(changes)
  return editDraft(ctx, key, make, (cell) => `/changes/${firstAt.get(cell) ?? -1}`)
}
