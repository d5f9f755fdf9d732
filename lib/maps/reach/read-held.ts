import type { Tx } from '#db/open'
import { heldSource } from '#lib/rollups/held'
import type { Instrument } from '#lib/stats/instruments'
import { type CellQuery, type Lookup, lookupOf, readCells } from '../cells'
import type { Stage } from '../journey'
import { hiddenAt } from '../suppress/suppress-map'

/** The answers to the same question that are held back, and so in none of its numbers. */
export const readHeld = async (tx: Tx, query: CellQuery): Promise<Lookup> => lookupOf(await readCells(tx, { ...query, source: query.source.map(heldSource) }))

/** How many are held back at a stage or one of its touchpoints; null where they are too few to be shown, or would tell of a few. */
export function heldAt(stage: Stage, touchpoint: string | null, lookup: Lookup, instrument: Instrument): number | null {
  const gone = hiddenAt(stage, lookup)
  if (touchpoint === null) return gone.stage(instrument) ? null : lookup('stage', stage.key, instrument).n
  const { n } = lookup('touchpoint', touchpoint, instrument)
  return n > 0 && gone.touchpoint(touchpoint, instrument) ? null : n
}
