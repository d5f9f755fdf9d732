import { sql } from 'drizzle-orm'
import { openDb } from '#db/open'
import { rows } from '#db/rows'

// Writes rows as fast as it can and says each number once it is acknowledged, until somebody ends it.
const { db } = await openDb({ dataDir: process.argv[2] ?? '' })
await db.execute(sql`create table if not exists log (n int primary key, filler text)`)
const [last] = await rows<{ n: number }>(db, sql`select coalesce(max(n), 0)::int as n from log`)
for (let n = (last?.n ?? 0) + 1; ; n++) {
  await db.execute(sql`insert into log values (${n}, ${'x'.repeat(200)})`)
  if (n % 50 === 0) await db.execute(sql`checkpoint`)
  process.stdout.write(`${n}\n`)
}
