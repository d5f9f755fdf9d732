import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Instrument } from '#lib/stats/instruments'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { addDays, addMonths, daysBetween, monthOf } from '#lib/time'
import type { Filter } from './types'

export type Level = 'stage' | 'touchpoint'
type Span = { from: string; to: string }
export type Step = 'day' | 'week' | 'month'

/** Which counters to add up. Without `every` over the whole period, else a row for each step of it. */
export type CellQuery = Span & {
  workspaceId: string
  journeyId: string
  filter: Filter | null
  source: readonly string[]
  instruments: readonly Instrument[]
  places: Partial<Record<Level, readonly string[]>>
  every?: Step
}

/** `period`: first day of the step ('' without steps). */
export type Cell = { level: Level; place: string; instrument: Instrument; period: string; tally: Tally }

type Part = Span & { grain: 'day' | 'month'; sign: 1 | -1 }

const lengthOf = ({ from, to }: Span) => daysBetween(from, to) + 1
const lastDay = (day: string) => addDays(addMonths(day, 1), -1)

/**
 * Any range is whole months and the days at its edges: days more than the months, or days to take off a month where these are
 * fewer. Counters are exact, so both come to the same; a period until today costs hardly any days at all.
 */
export function splitRange({ from, to }: Span): Part[] {
  const isOneMonth = monthOf(from) === monthOf(to)
  if (isOneMonth && 2 * lengthOf({ from, to }) <= lengthOf({ from: monthOf(from), to: lastDay(to) })) return [{ grain: 'day', from, to, sign: 1 }]
  const edge = (inside: Span, outside: Span): { isWhole: boolean; days: Part[] } => {
    const isWhole = isOneMonth || lengthOf(outside) < lengthOf(inside)
    const days: Part = { grain: 'day', ...(isWhole ? outside : inside), sign: isWhole ? -1 : 1 }
    return { isWhole, days: days.from <= days.to ? [days] : [] }
  }
  const first = edge({ from, to: lastDay(from) }, { from: monthOf(from), to: addDays(from, -1) })
  const last = edge({ from: monthOf(to), to }, { from: addDays(to, 1), to: lastDay(to) })
  const months: Part = { grain: 'month', from: addMonths(from, first.isWhole ? 0 : 1), to: addMonths(to, last.isWhole ? 0 : -1), sign: 1 }
  return [...(months.from <= months.to ? [months] : []), ...first.days, ...last.days]
}

const COUNTERS = ['n', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 's', 'q']
const added = sql.raw(COUNTERS.join(', '))
const taken = sql.raw(COUNTERS.map((name) => `-${name} as ${name}`).join(', '))
/** The counters added up, as text; `tallyFrom` reads them. */
export const summed = sql.raw(COUNTERS.map((name) => `sum(${name})::text as ${name}`).join(', '))

/** Dimension and value are named, or those of a row beside which the parts stand. */
type PartsQuery = Omit<CellQuery, 'filter'> & { filter: { dimension: string | SQL; value: string | SQL } | null }

/** The tallies' rows of one grain between two dates; with a filter, those of its segment. */
function partOf(query: PartsQuery, level: Level, places: readonly string[], { grain, from, to, sign }: Part): SQL {
  const { workspaceId, journeyId, filter, source, instruments, every } = query
  const date = filter === null ? sql.identifier(grain) : sql`period`
  const table = filter !== null ? sql`tally_segments` : grain === 'day' ? sql`tally_days` : sql`tally_months`
  const segment = filter === null ? sql`` : sql`and dimension = ${filter.dimension} and value = ${filter.value} and grain = ${grain}`
  const period = !every ? sql`''` : sql`to_char(date_trunc(${every}, ${date}::timestamp), 'YYYY-MM-DD')`
  return sql`
    select level, place, instrument, ${period} as period, ${sign === 1 ? added : taken}
    from ${table}
    where workspace_id = ${workspaceId} and journey_id = ${journeyId} ${segment}
      and level = ${level} and place in ${[...places]} and instrument in ${[...instruments]} and source in ${[...source]}
      and ${date} between ${from} and ${to}`
}

export type SummedRow = Record<`c${number}` | 'n' | 's' | 'q', string>
type Row = SummedRow & Omit<Cell, 'tally'>

/** Sums leave the database as text: an answer too many and a number of SQL or JavaScript would no longer be exact. */
export function tallyFrom(row: SummedRow): Tally {
  return { n: whole(row.n), c: EMPTY.c.map((_, i) => whole(row[`c${i}`])), s: BigInt(row.s), q: BigInt(row.q) }
}

export function whole(text: string | undefined): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError(`a count of ${text} is too large to be exact`)
  return n
}

/** All rows to add up, as one union; null where there is no place to ask about. */
export function partsOf(query: PartsQuery): SQL | null {
  const isDaily = query.every === 'day' || query.every === 'week'
  const spans: Part[] = isDaily ? [{ grain: 'day', from: query.from, to: query.to, sign: 1 }] : splitRange(query)
  const parts = (['stage', 'touchpoint'] as const).flatMap((level) => {
    const places = query.places[level] ?? []
    return places.length === 0 ? [] : spans.map((span) => partOf(query, level, places, span))
  })
  return parts.length === 0 ? null : sql.join(parts, sql` union all `)
}

export async function readCells(tx: Tx, query: CellQuery): Promise<Cell[]> {
  const parts = partsOf(query)
  if (!parts) return []
  const found = await rows<Row>(tx, sql`
    select level, place, instrument, period, ${summed}
    from (${parts}) as cells
    group by level, place, instrument, period`)
  return found.map((row) => ({ level: row.level, place: row.place, instrument: row.instrument, period: row.period, tally: tallyFrom(row) }))
}

/** Looks a cell of a question without steps up; a place that nobody answered at is empty. */
export type Lookup = (level: Level, place: string, instrument: Instrument) => Tally

export function lookupOf(cells: readonly Cell[]): Lookup {
  const keyOf = (level: Level, place: string, instrument: Instrument) => `${level} ${instrument} ${place}`
  const found = new Map(cells.map((cell) => [keyOf(cell.level, cell.place, cell.instrument), cell.tally]))
  return (level, place, instrument) => found.get(keyOf(level, place, instrument)) ?? EMPTY
}
