import fs, { existsSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { assertSyncReached } from '#db/embedded/fs'
import { tend } from '#db/embedded/upkeep'
import { assertDurable } from '#db/guard'
import { migrate } from '#db/migrate'
import { openDb } from '#db/open'
import { rows } from '#db/rows'
import { start, temporaryFolder } from './child'

const folder = temporaryFolder()

test('a new folder opens, migrates and is there again the next time', async () => {
  const dataDir = path.join(folder, 'new', 'db')
  const first = await openDb({ dataDir })
  await migrate(first)
  await assertDurable(first)
  await first.db.execute(sql`create table kept as select 1 as n`)
  await first.close()
  expect(existsSync(`${dataDir}.lock`)).toBe(false)
  expect(fs.statSync(dataDir).mode & 0o077).toBe(0)
  const second = await openDb({ dataDir })
  expect(await rows(second.db, sql`select n from kept`)).toEqual([{ n: 1 }])
  await second.close()
})

test('a folder with other things in it is left alone', async () => {
  const dataDir = path.join(folder, 'other')
  fs.mkdirSync(dataDir)
  fs.writeFileSync(path.join(dataDir, 'letter.txt'), 'dear')
  await expect(openDb({ dataDir })).rejects.toThrow('holds no database')
  expect(fs.readdirSync(dataDir)).toEqual(['letter.txt'])
})

test('each commit waits for the disk before it is acknowledged', async () => {
  const { db, close } = await openDb({ dataDir: path.join(folder, 'synced') })
  await db.execute(sql`create table t (n int)`)
  const real = fs.fdatasyncSync
  let syncs = 0
  fs.fdatasyncSync = (fd) => {
    syncs++
    real(fd)
  }
  syncBuiltinESMExports()
  onTestFinished(() => {
    fs.fdatasyncSync = real
    syncBuiltinESMExports()
  })
  for (let n = 1; n <= 10; n++) {
    await db.execute(sql`insert into t values (${n})`)
    expect(syncs).toBeGreaterThanOrEqual(n)
  }
  await close()
})

test('an engine that commits without the disk is refused', async () => {
  const pg = await PGlite.create()
  await expect(assertSyncReached(pg, { syncs: 0 })).rejects.toThrow('without reaching fsync')
  expect(pg.closed).toBe(true)
})

test('a second opener in another process is refused and names the pid', async () => {
  const dataDir = path.join(folder, 'shared')
  const writer = start('writer.ts', dataDir)
  await writer.lines.next()
  await expect(openDb({ dataDir })).rejects.toMatchObject({
    name: 'DatabaseInUse',
    owner: { pid: writer.process.pid },
    message: expect.stringContaining(`pid ${writer.process.pid}`),
  })
  await writer.kill()
  const follower = await openDb({ dataDir })
  await follower.close()
})

test('kill -9 of the writer loses no acknowledged row', async () => {
  const dataDir = path.join(folder, 'killed')
  let acknowledged = 0
  for (let cycle = 0; cycle < 5; cycle++) {
    const writer = start('writer.ts', dataDir)
    const until = acknowledged + 20 + 37 * cycle
    while (acknowledged < until) acknowledged = Number((await writer.lines.next()).value)
    await writer.kill()
    for (let rest = await writer.lines.next(); !rest.done; rest = await writer.lines.next()) acknowledged = Number(rest.value)
  }
  const { db, close } = await openDb({ dataDir })
  const [found] = await rows<{ n: number; last: number }>(db, sql`select count(*)::int as n, max(n) as last from log`)
  await close()
  expect(found?.n).toBe(found?.last)
  expect(found?.n).toBeGreaterThanOrEqual(acknowledged)
})

test('upkeep cuts the log and gives the planner its statistics', async () => {
  const pg = await PGlite.create()
  await pg.exec(`create table t as select n, repeat('x', 300) as filler from generate_series(1, 230000) n`)
  const grown = await pg.query<{ bytes: number }>(behind)
  await tend(pg)
  const after = await pg.query<{ bytes: number }>(behind)
  const stats = await pg.query<{ rows: number }>(`select reltuples::int as rows from pg_class where relname = 't'`)
  await pg.close()
  expect(grown.rows[0]?.bytes).toBeGreaterThan(64 * 1024 * 1024)
  expect(after.rows[0]?.bytes).toBeLessThan(1024 * 1024)
  expect(stats.rows[0]?.rows).toBe(230_000)
})

const behind = `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`
