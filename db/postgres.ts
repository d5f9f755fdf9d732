import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Database, Db } from './database'
import { wireFor } from './wire'

// Any number that only we use: it names the migration lock inside one database.
const migrationLock = 7_236_401

const NEWS = 'wayfelt_news'

type Settings = Parameters<typeof postgres>[1]

export async function openPostgres({ url, max = 10 }: { url: string; max?: number }): Promise<Database> {
  const { client, db } = connect(url, { max })
  return {
    engine: 'postgres',
    db: db as unknown as Db,
    applyMigrations: (folder) => migrateAlone(url, folder),
    news: {
      // The driver keeps one connection for all that is listened to and renews it by itself.
      listen: async (hear) => (await client.listen(NEWS, hear)).unlisten,
      notify: (text) => client.notify(NEWS, text),
    },
    close: () => client.end({ timeout: 5 }),
  }
}

/** A session lock lives and dies with its connection, so migrating has one of its own that is never recycled. */
async function migrateAlone(url: string, folder: string): Promise<void> {
  const { client, db } = connect(url, { max: 1, max_lifetime: null, idle_timeout: 0 })
  try {
    await client`select pg_advisory_lock(${migrationLock})`
    await migrate(db, { migrationsFolder: folder })
  } finally {
    await client.end({ timeout: 5 })
  }
}

function connect(url: string, settings: Settings) {
  const client = postgres(url, {
    onnotice: () => {},
    fetch_types: false,
    connection: { application_name: 'wayfelt', TimeZone: 'UTC', DateStyle: 'ISO' },
    ...settings,
  })
  const db = drizzle(prepared(client))
  // drizzle has put its own in by now; ours take their place before the first connection is made.
  wireFor(client.options)
  return { client, db }
}

/**
 * drizzle sends every statement unprepared, which costs a round trip more each time and stops pipelining. Here each statement
 * with parameters is prepared once a connection (`?prepare=false` in the URL turns it off, for poolers that cannot), and the
 * server says which type a parameter has, as on the embedded engine, instead of the driver guessing it from the value.
 */
function prepared<T extends object>(client: T): T {
  return new Proxy(client, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      if (name === 'unsafe') {
        return (text: string, values: unknown[] = [], options: object = {}) =>
          value(text, values.map(untyped), values.length > 0 ? { ...options, prepare: true } : options)
      }
      if (name === 'begin' || name === 'savepoint') {
        return (run: (inner: object) => unknown) => value((inner: object) => run(prepared(inner)))
      }
      return value
    },
  })

  function untyped(value: unknown) {
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'number') return value
    return (client as unknown as postgres.Sql).typed(value, 0)
  }
}
