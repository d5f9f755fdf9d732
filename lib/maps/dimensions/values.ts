import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Instrument } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { type CellQuery, type Lookup, partsOf, whole } from '../cells'
import { listedValues } from './listed-values'
import { hiddenBeside } from '../suppress/suppress-map'
import type { JourneyMap } from '../types'

type Question = Omit<CellQuery, 'filter' | 'places' | 'instruments'> & { stages: readonly string[]; instrument: Instrument }

/**
 * The values of a dimension, each with the count that the map shows when it is chosen: stages that would be hidden there are left
 * out. `all` holds the cells of all values together, the total beside which these stand.
 */
export async function readValues(tx: Tx, dimension: string, { stages, instrument, ...query }: Question, all: Lookup): Promise<JourneyMap['channels']> {
  const parts = partsOf({ ...query, filter: { dimension, value: sql`listed.value` }, instruments: [instrument], places: { stage: stages } })
  if (!parts) return []
  const found = await rows<{ value: string; n: string | null }>(tx, sql`
    select listed.value, sum(cells.n)::text as n
    from (${listedValues(query, dimension)}) as listed
    left join lateral (${parts}) as cells on true
    group by listed.value, cells.place
    order by listed.value`)
  const counts = new Map<string, number[]>()
  for (const { value, n } of found) counts.set(value, [...(counts.get(value) ?? []), whole(n ?? '0')])
  const total = seen(stages.map((key) => all('stage', key, instrument).n)) ?? 0
  const sums = [...counts.values()].map(seen)
  const gone = hiddenBeside(total, sums.map((n) => n ?? 0))
  return [...counts.keys()].map((value, i) => ({ value, n: gone[i] ? null : (sums[i] ?? null) }))
}

/** Sum of the cells that are shown; null where there are answers but every cell is hidden. */
export function seen(cells: readonly number[]): number | null {
  const sum = cells.reduce((total, n) => (n >= K_DEFAULT ? total + n : total), 0)
  return sum === 0 && cells.some((n) => n > 0) ? null : sum
}
