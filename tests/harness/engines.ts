import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, inject } from 'vitest'
import { openDb, type Database } from '#db/open'

export type EngineName = Database['engine']

/** Runs the same tests on both engines. `open` gives a fresh, migrated database that closes itself after the last test. */
export function onEachEngine(body: (name: EngineName, open: () => Promise<Database>) => void): void {
  describe('on the embedded engine', () => body('embedded', opener(() => openDb({ memory: true }))))
  describe('on Postgres', () => body('postgres', opener(async () => openDb({ url: await newPostgres() }))))
}

function opener(open: () => Promise<Database>): () => Promise<Database> {
  const opened: Database[] = []
  afterAll(async () => void (await Promise.all(opened.map((database) => database.close()))))
  return async () => {
    const database = await open()
    opened.push(database)
    return database
  }
}

/** The URL of a new database on the run's Postgres: a migrated one, or an empty one. Without a Postgres the test fails. */
export async function newPostgres(from: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const response = await fetch(inject('postgresDoor'))
  const url = await response.text()
  if (!response.ok) throw new Error(url)
  const name = `wayfelt_${randomUUID().replaceAll('-', '')}`
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${name} template ${from === 'migrated' ? 'wayfelt_template' : 'template0'}`).finally(() => sql.end())
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
