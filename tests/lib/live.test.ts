import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDb } from '#db/open'
import { joinFeeds, type News, publish, subscribe } from '#lib/live'
import { newPostgres } from '../harness/engines'

const own = '0191d5a0-0000-7000-8000-000000000001'
const workspaceId = '0191d5a0-0000-7000-8000-000000000002'
const news = (answers: number, what?: News['what']): News => ({ workspaceId, journeyId: 'a', answers, ...(what ? { what } : {}) })
const settle = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms))

let database: Database
let leave: () => Promise<void>
let other: postgres.Sql
const heard: News[] = []
const told: { own: string; lines: News[] }[] = []

beforeAll(async () => {
  const url = await newPostgres()
  database = await openDb({ url })
  leave = await joinFeeds(database, own)
  other = postgres(url, { max: 1, onnotice: () => {} })
  await other.listen('wayfelt_news', (text) => told.push(JSON.parse(text)))
  subscribe(workspaceId, (one) => heard.push(one))
})
afterAll(async () => {
  await leave()
  await other.end()
  await database.close()
})

test('what is published here is heard at once, and by other processes gathered into few words', async () => {
  for (let i = 0; i < 500; i++) publish(news(1))
  publish(news(0, 'draft'))
  expect(heard).toHaveLength(501)
  await settle()
  expect(told).toEqual([{ own, lines: [news(500), news(0, 'draft')] }])
  expect(heard).toHaveLength(501)
})

test('what another process tells is heard here', async () => {
  heard.length = 0
  await other.notify('wayfelt_news', JSON.stringify({ own: 'another', lines: [news(3)] }))
  await settle()
  expect(heard).toEqual([news(3)])
})

test('an engine of one process has nothing to join', async () => {
  const memory = await openDb({ memory: true })
  expect(memory.news).toBeUndefined()
  await memory.close()
})
