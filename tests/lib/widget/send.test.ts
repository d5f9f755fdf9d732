import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { send } from '#lib/widget/page/send'

type Answer = { status: number; headers?: Record<string, string>; body?: unknown }

let stop = () => {}
afterEach(() => stop())

/** A server that gives these answers in turn, the last for ever; `bodies` is what reached it. */
async function serverWith(...answers: [Answer, ...Answer[]]) {
  const bodies: unknown[] = []
  const server = createServer(async (req, res) => {
    let text = ''
    for await (const chunk of req) text += chunk
    const { status, headers, body } = answers[Math.min(bodies.push(JSON.parse(text)), answers.length) - 1] ?? answers[0]
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => void server.close()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bodies, close: () => server.close() }
}

function clock() {
  const slept: number[] = []
  return { slept, sleep: async (ms: number) => void slept.push(ms) }
}

test('a busy server is asked again with the same body, no sooner than it says', async () => {
  const { url, bodies } = await serverWith({ status: 503, headers: { 'retry-after': '3' } }, { status: 503 }, { status: 201 })
  const { slept, sleep } = clock()
  let troubles = 0
  expect(await send(url, { submissionId: 'a', revision: 0 }, () => troubles++, sleep)).toEqual({ ok: true })
  expect(bodies).toEqual(Array(3).fill({ submissionId: 'a', revision: 0 }))
  expect(slept[0]).toBe(3000)
  expect(slept[1]).toBeGreaterThanOrEqual(750)
  expect(troubles).toBe(2)
})

test('a refusal is not sent again and says what is wrong', async () => {
  const errors = [{ pointer: '/data/recommend', code: 'out_of_scale', message: 'no' }]
  const { url, bodies } = await serverWith({ status: 400, body: { detail: 'no', errors } })
  expect(await send(url, {}, () => {}, clock().sleep)).toEqual({ ok: false, refusal: { status: 400, detail: 'no', errors } })
  expect(bodies).toHaveLength(1)
})

test('a dead line is tried five times and then left to the person', async () => {
  const { url, close } = await serverWith({ status: 201 })
  close()
  const { slept, sleep } = clock()
  expect(await send(url, {}, () => {}, sleep)).toEqual({ ok: false, refusal: null })
  expect(slept).toHaveLength(4)
})

test('a server that asks for an hour is asked again after half a minute', async () => {
  const { url } = await serverWith({ status: 503, headers: { 'retry-after': '3600' } }, { status: 200 })
  const { slept, sleep } = clock()
  await send(url, {}, () => {}, sleep)
  expect(slept).toEqual([30_000])
})
