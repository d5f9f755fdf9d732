import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '#db/migrate'
import { openDb } from '#db/open'
import { migrationsFolder } from '#db/root'
import { rows } from '#db/rows'
import { newPostgres, onEachEngine } from '../harness/engines'

const folder = mkdtempSync(path.join(tmpdir(), 'wayfelt-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The real migrations and one more after them. */
function withOneMore(name: string, statement: string): string {
  const copy = path.join(folder, name)
  mkdirSync(copy)
  cpSync(migrationsFolder(), copy, { recursive: true })
  const file = path.join(copy, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: object[] }
  const entry = { idx: journal.entries.length, version: '7', when: 4_000_000_000_000, tag: name, breakpoints: true }
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }))
  writeFileSync(path.join(copy, `${name}.sql`), statement)
  return copy
}

onEachEngine((name, open) => {
  test('a new migration is applied once', async () => {
    const database = await open()
    const more = withOneMore(`counted-${name}`, 'create table applied as select 1 as times')
    await migrate(database, more)
    await migrate(database, more)
    expect(await rows(database.db, sql`select times from applied`)).toEqual([{ times: 1 }])
  })

  test('a migration that fails leaves nothing of itself', async () => {
    const database = await open()
    const bad = withOneMore(`failing-${name}`, 'create table half (id int);\n--> statement-breakpoint\nselect no_such_function()')
    await expect(migrate(database, bad)).rejects.toMatchObject({ cause: { code: '42883' } })
    expect(await rows(database.db, sql`select to_regclass('half') as half`)).toEqual([{ half: null }])
  })
})

test('four starters at once on an empty Postgres apply every migration once', async () => {
  const url = await newPostgres('empty')
  const starters = await Promise.all(Array.from({ length: 4 }, () => openDb({ url, max: 1 })))
  const more = withOneMore('raced', 'create table raced (id int);\n--> statement-breakpoint\nselect pg_sleep(0.3)')
  await Promise.all(starters.map((starter) => migrate(starter, more)))
  const [first] = starters
  const applied = first && (await rows<{ n: number }>(first.db, sql`select count(*)::int as n from drizzle.__drizzle_migrations`))
  await Promise.all(starters.map((starter) => starter.close()))
  const journal = JSON.parse(readFileSync(path.join(more, 'meta', '_journal.json'), 'utf8')) as { entries: object[] }
  expect(applied).toEqual([{ n: journal.entries.length }])
})

test('comments that were there before they had a day take the day of their response', async () => {
  const old = path.join(folder, 'before-days')
  cpSync(migrationsFolder(), old, { recursive: true })
  const file = path.join(old, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const known = journal.entries.findIndex(({ tag }) => tag === '0007_comments-by-day')
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, known) }))
  const database = await openDb({ url: await newPostgres('empty'), max: 1 })
  await migrate(database, old)
  await database.db.execute(sql`
    with r as (
      insert into responses (workspace_id, id, journey_id, structure, survey_id, survey_version, submission_id, place_revision, touchpoint_key, source, finished, scoring, day, occurred_at, received_at)
      select w, w, w, 1, w, 1, w, 0, 'a', 'survey', true, 1, '2024-02-29', now(), now()
      from gen_random_uuid() as w
      returning workspace_id)
    insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, score, body)
    select r.workspace_id, r.workspace_id, q.id, r.workspace_id, 'a', q.instrument, q.score, q.body
    from r
    cross join (values ('recommend', 'nps', 9, null), ('why', 'comment', null, 'words')) as q (id, instrument, score, body)`)
  await migrate(database)
  const days = await rows(database.db, sql`select question_id as id, day::text as day from answers order by question_id`)
  await database.close()
  expect(days).toEqual([{ id: 'recommend', day: null }, { id: 'why', day: '2024-02-29' }])
})
