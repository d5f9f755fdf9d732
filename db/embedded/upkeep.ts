import type { PGlite } from '@electric-sql/pglite'

const everyMs = 30_000
const walBytes = 64 * 1024 * 1024
const walSeconds = 300

/**
 * The embedded engine has no background workers: without this the log grows until the process ends (and is replayed whole after
 * a crash), rows once updated keep their space, and the planner knows no table sizes. One table a turn: each blocks the loop.
 */
export function startUpkeep(pg: PGlite): () => void {
  const timer = setInterval(() => {
    if (!pg.closed) tend(pg).catch((error: Error) => process.emitWarning(error))
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** One turn: a checkpoint when the log has grown or aged, and the table that needs it most vacuumed and analysed. */
export async function tend(pg: PGlite): Promise<void> {
  const log = await pg.query<{ due: boolean }>(`
    select wal > $1 or (wal > 0 and age > $2) as due
    from pg_control_checkpoint() c,
      lateral (select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), c.redo_lsn) as wal,
        extract(epoch from clock_timestamp() - c.checkpoint_time) as age)`, [walBytes, walSeconds])
  if (log.rows[0]?.due) await pg.exec('checkpoint')
  const worst = await pg.query<{ name: string }>(`
    select quote_ident(schemaname) || '.' || quote_ident(relname) as name
    from pg_stat_user_tables
    where n_dead_tup > 1000 + n_live_tup / 5 or n_mod_since_analyze > 1000 + n_live_tup / 5
    order by n_dead_tup + n_mod_since_analyze desc
    limit 1`)
  if (worst.rows[0]) await pg.exec(`vacuum (analyze) ${worst.rows[0].name}`)
}
