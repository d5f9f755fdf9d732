import type { Tx } from '#db/open'
import { heldSource } from '#lib/rollups/held'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import { type CellQuery, readCells } from '../cells'

/** How many answers to the same question are held back, and so in none of its numbers; null where they are too few to be shown. */
export async function readHeld(tx: Tx, query: CellQuery): Promise<number | null> {
  const cells = await readCells(tx, { ...query, source: query.source.map(heldSource) })
  const n = cells.reduce((sum, { tally }) => sum + tally.n, 0)
  return hidden(n, K_DEFAULT) ? null : n
}
