import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Database, openDb } from '#db/open'
import { prepareDemo } from '#lib/demo/prepare'
import { readDrivers } from '#lib/maps/drivers/read-drivers'
import { verifyTallies } from '#lib/rollups/verify'
import { closeSurvey } from '#lib/surveys/publish'
import { readSurvey } from '#lib/surveys/read'
import { createSurvey } from '#lib/surveys/write'

const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-demo-${process.pid}`))
const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }

const URL = 'http://127.0.0.1:3000'
const demo = async () => JSON.parse(await readFile(path.join(folder, 'demo.json'), 'utf8')) as Record<'workspaceId' | 'surveyId', string>

let database: Database
beforeAll(async () => {
  database = await openDb({ memory: true })
  shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

it('makes the demo in a folder that is not there yet, and again after its file was lost and its surveys were changed', async () => {
  await prepareDemo(URL, () => {})
  const first = await demo()
  const ctx = { db: database.db, workspaceId: first.workspaceId, actor: { kind: 'system' as const }, now: () => new Date() }
  await closeSurvey(ctx, { id: first.surveyId })
  const draft = await createSurvey(ctx, { journey: 'self-serve-subscription', name: 'A draft of mine' })
  await rm(folder, { recursive: true })

  await prepareDemo(URL, () => {})
  expect(await demo()).toMatchObject({ workspaceId: first.workspaceId, surveyId: first.surveyId })
  expect((await readSurvey(ctx, { id: first.surveyId })).state).toBe('closed')
  expect((await readSurvey(ctx, draft)).state).toBe('draft')
  expect((await verifyTallies(ctx)).differences).toEqual([])
})

it('has a first study: onboarding goes together with renewal most, and weights can be told', async () => {
  const ctx = { db: database.db, workspaceId: (await demo()).workspaceId, actor: { kind: 'system' as const }, now: () => new Date() }
  const { state, outcome, drivers, johnson } = await readDrivers(ctx, { journey: 'self-serve-subscription' })
  expect([state, outcome]).toMatchObject(['done', { kind: 'attribute', name: 'renewed' }])
  expect(drivers[0]).toMatchObject({ key: 'onboarding', quadrant: 'fix' })
  expect(johnson?.places).toContain('onboarding')
})
