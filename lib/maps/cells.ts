import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Instrument } from '#lib/stats/instruments'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { addDays, addMonths, monthOf } from '#lib/time'

export type Level = 'stage' | 'touchpoint'
type Span = { from: string; to: string }
export type Step = 'day' | 'week' | 'month'

/** Which counters to add up. Without `every` over the whole period, else a row for each step of it. */
export type CellQuery = Span & {
  workspaceId: string
  journeyId: string
  channel: string | null
  source: readonly string[]
  instruments: readonly Instrument[]
  places: Partial<Record<Level, readonly string[]>>
  every?: Step
}

/** `period`: first day of the step ('' without steps). */
export type Cell = { level: Level; place: string; instrument: Instrument; period: string; tally: Tally }

/** Any range is whole months and the days at its edges: at most 61 days are read one by one. */
export function splitRange({ from, to }: Span): { months: Span | null; days: Span[] } {
  const first = from === monthOf(from) ? from : addMonths(from, 1)
  const after = addDays(to, 1)
  const end = after === monthOf(after) ? after : monthOf(to)
  if (first >= end) return { months: null, days: [{ from, to }] }
  const edges = [{ from, to: addDays(first, -1) }, { from: end, to }]
  return { months: { from: first, to: addMonths(end, -1) }, days: edges.filter((edge) => edge.from <= edge.to) }
}

/** The channel is named, or that of a row beside which the parts stand. */
type PartsQuery = Omit<CellQuery, 'channel'> & { channel: string | SQL | null }

/** The tallies' rows of one grain between two dates; with a channel, those of its segment. */
function partOf(query: PartsQuery, level: Level, places: readonly string[], grain: 'day' | 'month', { from, to }: Span): SQL {
  const { workspaceId, journeyId, channel, source, instruments, every } = query
  const date = channel === null ? sql.identifier(grain) : sql`period`
  const table = channel !== null ? sql`tally_segments` : grain === 'day' ? sql`tally_days` : sql`tally_months`
  const segment = channel === null ? sql`` : sql`and dimension = 'channel' and value = ${channel} and grain = ${grain}`
  const period = !every ? sql`''` : sql`to_char(date_trunc(${every}, ${date}::timestamp), 'YYYY-MM-DD')`
  return sql`
    select level, place, instrument, ${period} as period, n, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, s, q
    from ${table}
    where workspace_id = ${workspaceId} and journey_id = ${journeyId} ${segment}
      and level = ${level} and place in ${[...places]} and instrument in ${[...instruments]} and source in ${[...source]}
      and ${date} between ${from} and ${to}`
}

type Row = Record<`c${number}` | 'n' | 's' | 'q', string> & Omit<Cell, 'tally'>

/** Sums leave the database as text: an answer too many and a number of SQL or JavaScript would no longer be exact. */
function tallyFrom(row: Row): Tally {
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
  const range = isDaily ? { months: null, days: [{ from: query.from, to: query.to }] } : splitRange(query)
  const spans = [...range.days.map((span) => ['day', span] as const), ...(range.months ? [['month', range.months] as const] : [])]
  const parts = (['stage', 'touchpoint'] as const).flatMap((level) => {
    const places = query.places[level] ?? []
    return places.length === 0 ? [] : spans.map(([grain, span]) => partOf(query, level, places, grain, span))
  })
  return parts.length === 0 ? null : sql.join(parts, sql` union all `)
}

export async function readCells(tx: Tx, query: CellQuery): Promise<Cell[]> {
  const parts = partsOf(query)
  if (!parts) return []
  const found = await rows<Row>(tx, sql`
    select level, place, instrument, period, sum(n)::text as n,
      sum(c0)::text as c0, sum(c1)::text as c1, sum(c2)::text as c2, sum(c3)::text as c3, sum(c4)::text as c4, sum(c5)::text as c5,
      sum(c6)::text as c6, sum(c7)::text as c7, sum(c8)::text as c8, sum(c9)::text as c9, sum(c10)::text as c10,
      sum(s)::text as s, sum(q)::text as q
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
