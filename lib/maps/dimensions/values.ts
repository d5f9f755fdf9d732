import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Instrument } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { type CellQuery, type Lookup, partsOf, whole } from '../cells'
import { listedValues } from './listed-values'
import { hiddenBeside } from '../suppress/suppress-map'
import type { JourneyMap } from '../types'

type Question = Omit<CellQuery, 'filter' | 'places' | 'instruments'> & { stages: readonly string[]; instrument: Instrument }

/** `at`: the counters of one value at one stage, without the steps of the scale. */
type Valued = { values: Record<string, JourneyMap['channels']>; at: (dimension: string, value: string, stage: string) => Tally }

type Row = { dimension: string; value: string; place: string | null; n: string | null; s: string | null; q: string | null }

/**
 * The values of dimensions, each with the count that the map shows when it is chosen: stages that would be hidden there are left
 * out. `all` holds the cells of all values together, the total beside which these stand. One statement, however many dimensions.
 */
export async function readValues(tx: Tx, dimensions: readonly string[], { stages, instrument, ...query }: Question, all: Lookup): Promise<Valued> {
  const parts = partsOf({ ...query, filter: { dimension: sql`d.name`, value: sql`listed.value` }, instruments: [instrument], places: { stage: stages } })
  const names = sql.join(dimensions.map((name) => sql`(${name})`), sql`, `)
  const found = !parts || dimensions.length === 0 ? [] : await rows<Row>(tx, sql`
    select d.name as dimension, listed.value, cells.place, sum(cells.n)::text as n, sum(cells.s)::text as s, sum(cells.q)::text as q
    from (values ${names}) as d (name)
    cross join lateral (${listedValues(query, sql`d.name`)}) as listed
    left join lateral (${parts}) as cells on true
    group by d.name, listed.value, cells.place
    order by listed.value`)
  const keyOf = (...parts: string[]) => JSON.stringify(parts)
  const tallies = new Map(found.map(({ dimension, value, place, n, s, q }) => [keyOf(dimension, value, place ?? ''), { ...EMPTY, n: whole(n ?? '0'), s: BigInt(s ?? 0), q: BigInt(q ?? 0) }]))
  const at = (dimension: string, value: string, stage: string) => tallies.get(keyOf(dimension, value, stage)) ?? EMPTY
  const total = seen(stages.map((key) => all('stage', key, instrument).n)) ?? 0
  const valuesOf = (name: string) => {
    const listed = [...new Set(found.flatMap(({ dimension, value }) => (dimension === name ? value : [])))]
    const sums = listed.map((value) => seen(stages.map((stage) => at(name, value, stage).n)))
    const gone = hiddenBeside(total, sums.map((n) => n ?? 0))
    return listed.map((value, i) => ({ value, n: gone[i] ? null : (sums[i] ?? null) }))
  }
  return { values: Object.fromEntries(dimensions.map((name) => [name, valuesOf(name)])), at }
}

/** Sum of the cells that are shown; null where there are answers but every cell is hidden. */
export function seen(cells: readonly number[]): number | null {
  const sum = cells.reduce((total, n) => (n >= K_DEFAULT ? total + n : total), 0)
  return sum === 0 && cells.some((n) => n > 0) ? null : sum
}
