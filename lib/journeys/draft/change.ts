import { z } from 'zod'
import type { Context } from '#lib/context'
import { type Fault, fault, invalid, Problem } from '#lib/errors'
import { allow } from '#lib/permission'
import { Key } from '../input'
import { placeOf, readValue } from './cell'
import type { Cell, Changed } from './definition'
import { editDraft } from './edit'
import type { Loaded, StoredCell } from './load'

export const ChangeDraft = z.strictObject({
  journey: Key,
  changes: z
    .array(z.strictObject({ cell: z.string().min(1).max(400), value: z.unknown(), revision: z.int().min(0) }))
    .min(1)
    .max(500),
})

type Sent = z.output<typeof ChangeDraft>['changes']

/** The changes with their values as they are stored; everything that is wrong is said at once. */
function readChanges(changes: Sent): Cell[] {
  const faults: Fault[] = []
  const cells = changes.flatMap(({ cell, value }, i) => {
    const place = placeOf(cell)
    const isTwice = changes.findIndex((one) => one.cell === cell) < i
    const read = place ? readValue(place, value, `/changes/${i}/value`) : fault(`/changes/${i}/cell`, 'unknown_cell', `A map has nothing called "${cell.slice(0, 80)}".`)
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
function said({ cell, value, gone, by }: StoredCell): string {
  const who = by ?? 'Somebody'
  // What was published is gone from the draft as well, but still says what it was.
  if (gone && value === null) return `${who} has taken a change of this back in the meantime.`
  if (/\/state$/.test(cell)) return value === 'archived' ? `${who} has archived this in the meantime.` : `${who} has put this on the map in the meantime.`
  if (/^order/.test(cell)) return `${who} has put these in another order in the meantime.`
  if (value === null) return `${who} has taken this away in the meantime.`
  if (/\/stage$/.test(cell)) return `${who} has moved this in the meantime.`
  return typeof value === 'string' ? `${who} has changed this to “${value.slice(0, 120)}” in the meantime.` : `${who} has changed this in the meantime.`
}

function refuseStale({ touched }: Loaded, changes: Sent): void {
  const stale = changes.flatMap(({ cell, revision }, i) => {
    const there = touched.get(cell)
    if ((there?.revision ?? 0) === revision) return []
    const message = there ? said(there) : 'The draft that this belongs to is no longer there.'
    return fault(`/changes/${i}`, 'changed_meanwhile', message)
  })
  const [first] = stale
  if (first) throw new Problem('conflict', first.message, { errors: stale.slice(0, 20) })
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
  return editDraft(ctx, key, make, (cell) => `/changes/${changes.findIndex((one) => one.cell === cell)}`)
}
