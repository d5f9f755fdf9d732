import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { addTallies, type Tally } from '#lib/stats/tally'
import { monthOf } from '#lib/time'
import { type Change, isNothing } from './cells'

const STEPS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10'] as const

export const counterColumns = sql.raw(['n', ...STEPS, 's', 'q'].join(', '))

/** `n = table.n + other.n, …` for an upsert or an update. */
export const addCounters = (table: string, other: string): SQL =>
  sql.raw(['n', ...STEPS, 's', 'q'].map((c) => `${c} = ${table}.${c} + ${other}.${c}`).join(', '))

type Row = Record<string, string | number>
type Table = { name: string; keys: readonly string[]; rowsOf: (change: Change) => Row[] }

const place = ({ level, place: at, instrument, source }: Change): Row => ({ level, place: at, instrument, source })

const inSegments = (change: Change): Row[] =>
  Object.entries(change.segments).flatMap(([dimension, value]) => [
    { dimension, value, ...place(change), grain: 'day', period: change.day },
    { dimension, value, ...place(change), grain: 'month', period: monthOf(change.day) },
  ])

const PLACE = ['level', 'place', 'instrument', 'source'] as const

const SEGMENT_KEYS = ['dimension', 'value', ...PLACE, 'grain', 'period']

// The order in which tables are written is the same everywhere, so that two writers wait for each other and never in a ring.
// It is that of collect's one statement: of parts that nobody reads, Postgres runs the last one first.
const TABLES: readonly Table[] = [
  { name: 'tally_segments', keys: SEGMENT_KEYS, rowsOf: inSegments },
  { name: 'tally_months', keys: [...PLACE, 'month'], rowsOf: (c) => [{ ...place(c), month: monthOf(c.day) }] },
  { name: 'tally_days', keys: [...PLACE, 'day'], rowsOf: (c) => [{ ...place(c), day: c.day }] },
]

type Cell = { row: Row; tally: Tally }

/** The cells of one table that change. Where a response only gets another segment, its days come out even and are left alone. */
function gather(table: Table, changes: readonly Change[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const change of changes) {
    for (const row of table.rowsOf(change)) {
      // Only a value may hold any character, and it stands alone between keys that cannot hold this one.
      const key = table.keys.map((k) => row[k]).join('\u0001')
      const found = cells.get(key)
      if (found) found.tally = addTallies(found.tally, change.tally)
      else cells.set(key, { row, tally: change.tally })
    }
  }
  const changed = [...cells].filter(([, { tally }]) => !isNothing(tally))
  return changed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}

const isAddition = ({ tally }: Cell) => tally.n >= 0 && tally.c.every((c) => c >= 0)

const asJson = (cells: readonly Cell[]): string =>
  JSON.stringify(
    cells.map(({ row, tally }) => ({
      ...row,
      n: tally.n,
      ...Object.fromEntries(STEPS.map((step, i) => [step, tally.c[i] ?? 0])),
      s: String(tally.s),
      q: String(tally.q),
    })),
  )

const COUNTER_TYPES = ['n', ...STEPS, 's', 'q'].map((c) => `${c} bigint`).join(', ')

const records = (table: Table, json: string): SQL => {
  const keys = table.keys.map((k) => `${k} ${k === 'day' || k === 'month' || k === 'period' ? 'date' : 'text'}`)
  return sql`json_to_recordset(${json}::json) as d(${sql.raw(`${keys.join(', ')}, ${COUNTER_TYPES}`)})`
}

const sameKeys = ({ keys }: Table): SQL => sql.raw(keys.map((k) => `t.${k} = d.${k}`).join(' and '))

/** Locks the cells that stand in key order, whichever are added to and whichever taken from, as collect comes to them. */
const holdCells = (tx: Tx, workspaceId: string, journeyId: string, table: Table, cells: readonly Cell[]) => tx.execute(sql`
  select 1
  from ${sql.raw(table.name)} t
  join ${records(table, asJson(cells))} on ${sameKeys(table)}
  where t.workspace_id = ${workspaceId} and t.journey_id = ${journeyId}
  order by ${sql.raw(table.keys.map((k) => `t.${k}`).join(', '))}
  for update of t`)

/**
 * Add changes to the tallies of a journey, in the caller's transaction. Additions upsert. Whatever takes something back updates
 * cells that stand: an upsert of a negative row would break the CHECK before the conflict is resolved.
 */
export async function applyChanges(tx: Tx, workspaceId: string, journeyId: string, changes: readonly Change[]): Promise<void> {
  for (const table of TABLES) {
    const cells = gather(table, changes)
    const added = cells.filter(isAddition)
    const taken = cells.filter((cell) => !isAddition(cell))
    const keys = sql.raw(table.keys.join(', '))
    if (taken.length > 0) {
      await holdCells(tx, workspaceId, journeyId, table, cells)
      const updated = await rows(tx, sql`
        update ${sql.raw(table.name)} t
        set ${addCounters('t', 'd')}
        from ${records(table, asJson(taken))}
        where t.workspace_id = ${workspaceId} and t.journey_id = ${journeyId} and ${sameKeys(table)}
        returning 1`)
      if (updated.length !== taken.length) throw new Error(`${table.name} lacks a cell that an answer was counted in`)
    }
    if (added.length > 0) {
      await tx.execute(sql`
        insert into ${sql.raw(table.name)} (workspace_id, journey_id, ${keys}, ${counterColumns})
        select ${workspaceId}::uuid, ${journeyId}::uuid, ${keys}, ${counterColumns}
        from ${records(table, asJson(added))}
        order by ${keys}
        on conflict (workspace_id, journey_id, ${keys}) do update
        set ${addCounters(table.name, 'excluded')}`)
    }
  }
}
