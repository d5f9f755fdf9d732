import type { PGlite } from '@electric-sql/pglite'

const everyMs = 30_000
const wal = { muchBytes: 64 * 1024 * 1024, someBytes: 64 * 1024, oldSeconds: 300 }

/**
 * The embedded engine has no background workers: without this the log grows until the process ends (and is replayed whole after
 * a crash), updated rows keep their space, and the planner knows no table sizes. One table a turn, for each blocks the loop.
 */
export function startUpkeep(pg: PGlite): () => void {
  const timer = setInterval(() => {
    tend(pg).catch((error: Error) => process.emitWarning(error))
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** One turn: vacuum and analyse the table that needs it most, then checkpoint when the log has grown or aged. */
export async function tend(pg: PGlite): Promise<void> {
  const worst = await pg.query<{ name: string }>(`
    select quote_ident(schemaname) || '.' || quote_ident(relname) as name
    from pg_stat_user_tables
    where n_dead_tup > 1000 + n_live_tup / 5 or n_mod_since_analyze > 1000 + n_live_tup / 5
    order by n_dead_tup + n_mod_since_analyze desc
    limit 1`)
  if (worst.rows[0]) await pg.exec(`vacuum (analyze) ${worst.rows[0].name}`)
  const log = await pg.query<{ due: boolean }>(
    `select bytes > $1 or (bytes > $2 and age > $3) as due
    from pg_control_checkpoint() last,
      lateral (select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), last.redo_lsn) as bytes) written,
      lateral (select extract(epoch from clock_timestamp() - last.checkpoint_time) as age) since`,
    [wal.muchBytes, wal.someBytes, wal.oldSeconds],
  )
  if (log.rows[0]?.due) await pg.exec('checkpoint')
}
