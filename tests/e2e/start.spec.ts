import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { freePort } from '../harness/port'
import { demoOf, freshFolder, removeFolder, type Started, startWayfelt, stopWayfelt, untilReady } from './server'
import { test } from './test'

test.describe.configure({ mode: 'serial' })

let folder: string
let port: number
let running: Started

test.beforeAll(async () => {
  folder = freshFolder()
  port = await freePort()
  running = startWayfelt(folder, port)
  await untilReady(port, running)
})
test.afterAll(async () => {
  await stopWayfelt(running)
  removeFolder(folder)
})

const url = (rest: string) => `http://127.0.0.1:${port}${rest}`

function answer(score = 9, submissionId = randomUUID()) {
  const { workspaceId, surveyId } = demoOf(folder)
  return fetch(url(`/api/v1/client/${workspaceId}/responses`), {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ submissionId, surveyId, data: { recommend: score }, finished: true }),
  })
}

const journeyMap = async (): Promise<{ answers: number }> => {
  const { apiKey } = demoOf(folder)
  const map = await fetch(url('/api/v1/management/journeys/self-serve-subscription/map'), { headers: { 'x-api-key': apiKey } })
  return ((await map.json()) as { data: { answers: number } }).data
}

test('a first start makes secrets and a demo that only its owner can read, and says where it is', async () => {
  expect(running.printed()).toContain(`Wayfelt is ready: http://127.0.0.1:${port}`)
  for (const file of ['demo.json', 'secrets.json']) expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600)
  expect(demoOf(folder).url).toBe(`http://127.0.0.1:${port}`)
  expect(await (await fetch(url('/healthz'))).text()).toBe('ok\n')
  expect(await (await fetch(url('/metrics'))).text()).toContain('wayfelt_collect_waiting')
})

test('a second start in the same folder refuses and names who has it', async () => {
  const second = startWayfelt(folder, await freePort())
  expect(await second.gone).toBe(1)
  expect(second.printed()).toContain(String(running.child.pid))
})

test('SIGTERM with answers under way ends cleanly, with every acknowledged answer kept', async () => {
  const before = (await journeyMap()).answers
  const sent = Promise.all(Array.from({ length: 300 }, () => answer().then((r) => r.status, () => 0)))
  await new Promise((resolve) => setTimeout(resolve, 120))
  running.child.kill('SIGTERM')
  const statuses = await sent
  expect(await running.gone).toBe(0)
  running = startWayfelt(folder, port)
  await untilReady(port, running)
  expect((await journeyMap()).answers).toBe(before + statuses.filter((status) => status === 201).length)
})

test('kill -9 in the middle of a burst loses no acknowledged answer and doubles none', async () => {
  for (let cycle = 0; cycle < 3; cycle++) {
    const before = (await journeyMap()).answers
    const ids = Array.from({ length: 400 }, () => randomUUID())
    const sent = Promise.all(ids.map((id) => answer(8, id).then((r) => r.status, () => 0)))
    await new Promise((resolve) => setTimeout(resolve, 60 + 60 * cycle))
    running.child.kill('SIGKILL')
    const acknowledged = (await sent).filter((status) => status === 201).length
    running = startWayfelt(folder, port)
    await untilReady(port, running)
    expect((await journeyMap()).answers).toBeGreaterThanOrEqual(before + acknowledged)
    // Whoever heard nothing sends again: now every answer is there once.
    const again = await Promise.all(ids.map((id) => answer(8, id).then((r) => r.status)))
    expect(again.every((status) => status === 200 || status === 201)).toBe(true)
    expect((await journeyMap()).answers).toBe(before + ids.length)
  }
})
