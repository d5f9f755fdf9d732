import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDb } from '#db/open'
import { demoSlug, demoUser, isDemoOffered } from '#lib/auth/demo'
import { createWorkspace } from '#lib/workspaces/create'
import { newUser, NOW, PASSWORD } from './people'

// The settings are read once, at the first import that needs one.
const folder = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs')
  return (process.env.DATA_DIR = mkdtempSync('/tmp/wayfelt-demo-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = path.join(folder, 'demo.json')
const local = (name: string) => ({ host: 'localhost:3000' })[name]
const foreign = (name: string) => ({ host: 'feedback.example' })[name]

let database: Database
beforeAll(async () => {
  database = await openDb({ memory: true })
  return () => database.close()
})

async function newDemo(password = PASSWORD) {
  const user = await newUser(database.db)
  const workspace = await createWorkspace(database.db, NOW, { name: 'Fernway', ownerId: user.id, kind: 'demo' })
  writeFileSync(file, JSON.stringify({ url: 'http://127.0.0.1:3000', email: user.email, password, workspaceId: workspace.id }))
  return { user, workspace }
}

test('without a demo none is offered and nobody gets in', async () => {
  rmSync(file, { force: true })
  expect(await isDemoOffered(local)).toBe(false)
  expect(await demoUser(database.db, local)).toBeNull()
})

test('who asks on this machine gets in as the demo person, into the demo workspace', async () => {
  const { user, workspace } = await newDemo()
  await createWorkspace(database.db, NOW, { name: 'Another', ownerId: user.id })
  expect(await isDemoOffered(local)).toBe(true)
  expect(await demoUser(database.db, local)).toEqual(user)
  expect(await demoSlug(database.db, user.id)).toBe(workspace.slug)
})

test('who asks by another name is neither offered the demo nor let in', async () => {
  await newDemo()
  expect(await isDemoOffered(foreign)).toBe(false)
  expect(await demoUser(database.db, foreign)).toBeNull()
})

test('a demo file of another database opens nothing', async () => {
  await newDemo('the password of elsewhere')
  expect(await demoUser(database.db, local)).toBeNull()
})
