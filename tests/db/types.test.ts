import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, timestamp } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { rows } from '#db/rows'
import { onEachEngine } from '../harness/engines'

onEachEngine((_, open) => {
  test('every column type reads alike', async () => {
    const { db } = await open()
    const [row] = await rows(
      db,
      sql`select
        date '2024-02-29' as day,
        timestamptz '2024-02-29 12:34:56.789+02' as at,
        time '12:34:56' as clock,
        interval '1 day 2 hours' as span,
        9007199254740993::bigint as big,
        7::int as whole,
        0.10::numeric as exact,
        0.5::float8 as half,
        true as yes,
        null::int as nothing,
        '0190a000-0000-7000-8000-000000000001'::uuid as id,
        '\\x00ff10'::bytea as bytes,
        '{"a":[1,null,"x"]}'::jsonb as object,
        '"text"'::jsonb as word,
        'null'::jsonb as json_null`,
    )
    expect(row).toEqual({
      day: '2024-02-29',
      at: new Date('2024-02-29T10:34:56.789Z'),
      clock: '12:34:56',
      span: '1 day 02:00:00',
      big: '9007199254740993',
      whole: 7,
      exact: '0.10',
      half: 0.5,
      yes: true,
      nothing: null,
      id: '0190a000-0000-7000-8000-000000000001',
      bytes: Buffer.from([0, 255, 16]),
      object: { a: [1, null, 'x'] },
      word: 'text',
      json_null: null,
    })
  })

  test('arrays read alike', async () => {
    const { db } = await open()
    const [row] = await rows(
      db,
      sql`select
        '{a,"b c",NULL}'::text[] as words,
        '{1,2}'::int[] as wholes,
        '{9007199254740993}'::bigint[] as bigs,
        '{0.10}'::numeric[] as exacts,
        array[date '2024-02-29'] as days,
        array[timestamptz '2024-02-29 12:00+00'] as ats,
        array['0190a000-0000-7000-8000-000000000001'::uuid] as ids,
        array['{"a":1}'::jsonb] as objects,
        '{t,f}'::bool[] as flags,
        '{}'::text[] as none`,
    )
    expect(row).toEqual({
      words: ['a', 'b c', null],
      wholes: [1, 2],
      bigs: ['9007199254740993'],
      exacts: ['0.10'],
      days: ['2024-02-29'],
      ats: [new Date('2024-02-29T12:00:00Z')],
      ids: ['0190a000-0000-7000-8000-000000000001'],
      objects: [{ a: 1 }],
      flags: [true, false],
      none: [],
    })
  })

  test('every JavaScript value can be a parameter', async () => {
    const { db } = await open()
    const at = new Date('2024-02-29T12:00:00.123Z')
    const [row] = await rows(
      db,
      sql`select
        ${at}::timestamptz as at,
        ${9007199254740993n}::bigint as big,
        ${true}::boolean as yes,
        ${Buffer.from([1, 2])}::bytea as bytes,
        ${sql.param({ a: [true, 1] })}::jsonb as object,
        ${sql.param([{ a: 1 }])}::jsonb as list,
        ${sql.param(['a', 'b "c"', null])}::text[] as words,
        ${sql.param([at])}::timestamptz[] as ats,
        ${sql.param([1n, 2n])}::bigint[] as bigs,
        ${sql.param([true, false])}::boolean[] as flags,
        ${null}::text as nothing`,
    )
    expect(row).toEqual({
      at,
      big: '9007199254740993',
      yes: true,
      bytes: Buffer.from([1, 2]),
      object: { a: [true, 1] },
      list: [{ a: 1 }],
      words: ['a', 'b "c"', null],
      ats: [at],
      bigs: ['1', '2'],
      flags: [true, false],
      nothing: null,
    })
  })

  test('a drizzle table gives back what it was given', async () => {
    const { db } = await open()
    const things = pgTable('things', { id: integer().primaryKey(), at: timestamp({ withTimezone: true }), data: jsonb() })
    await db.execute(sql`create table things (id int primary key, at timestamptz, data jsonb)`)
    const thing = { id: 1, at: new Date('2024-02-29T12:00:00.123Z'), data: { words: ['a', '5'], n: 1 } }
    await db.insert(things).values([thing, { id: 2, at: null, data: '5' }])
    expect(await db.select().from(things).orderBy(things.id)).toEqual([thing, { id: 2, at: null, data: expect.anything() }])
    expect(await rows(db, sql`select count(*) as n from things`)).toEqual([{ n: '2' }])
  })

  test('a failed statement says its code and undoes its transaction', async () => {
    const { db } = await open()
    await db.execute(sql`create table once (id int primary key)`)
    const twice = db.transaction(async (tx) => {
      await tx.execute(sql`insert into once values (${1})`)
      await tx.execute(sql`insert into once values (${1})`)
    })
    await expect(twice).rejects.toMatchObject({ cause: { code: '23505' } })
    expect(await rows(db, sql`select id from once`)).toEqual([])
  })
})
