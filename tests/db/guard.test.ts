import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assertDurable, assertWalls } from '#db/guard'
import { openDb, type Database } from '#db/open'
import { rows } from '#db/rows'
import { newPostgres, onEachEngine } from '../harness/engines'

onEachEngine((_, open) => {
  test('a migrated database has its walls', async () => {
    await expect(assertWalls(await open())).resolves.toBeUndefined()
  })

  test('a role that owns a table is refused', async () => {
    const database = await open()
    await database.db.execute(sql`create table mine (id int)`)
    await database.db.execute(sql`alter table mine owner to wayfelt_app`)
    await expect(assertWalls(database)).rejects.toThrow('wayfelt_app could read past row security')
  })

  test('a database that answers before the disk does is refused', async () => {
    await expect(assertDurable(await open())).rejects.toThrow('fsync = off')
  })
})

test('synchronous_commit = off is refused, and a durable server is not', async () => {
  const url = await newPostgres()
  const durable = await openDb({ url })
  await useFsync(durable, 'on')
  const hasty = await openDb({ url: `${url}?synchronous_commit=off` })
  try {
    await expect(assertDurable(durable)).resolves.toBeUndefined()
    await expect(assertDurable(hasty)).rejects.toThrow('synchronous_commit = off')
  } finally {
    await useFsync(durable, 'off')
    await Promise.all([durable.close(), hasty.close()])
  }
})

// A server setting: other test files are a little slower for this moment, and nothing else.
async function useFsync({ db }: Database, value: 'on' | 'off') {
  await db.execute(sql.raw(`alter system set fsync = ${value}`))
  await db.execute(sql`select pg_reload_conf()`)
  const now = async () => (await rows<{ fsync: string }>(db, sql`select current_setting('fsync') as fsync`))[0]?.fsync
  await expect.poll(now, { timeout: 10_000 }).toBe(value)
}
