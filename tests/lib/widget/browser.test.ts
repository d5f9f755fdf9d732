import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { surveyPage } from '#lib/widget/page'
import { surveyScript } from '#lib/surveys/bundle'
import { SURVEY } from './surveys'

const ID = '01900000-0000-7000-8000-00000000000a'

type Body = { submissionId: string; revision: number; data: Record<string, unknown>; finished: boolean; touchpoint?: string }

let browser: Browser
let stop = () => {}
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
})
afterAll(async () => {
  stop()
  await browser.close()
})

async function textOf(req: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of req) text += chunk
  return text
}

type Opened = { statuses?: number[]; javaScript?: boolean } & Partial<Parameters<typeof surveyPage>[0]>

/** The page on a phone, with a collector that gives these statuses in turn, and 201 after them. */
async function openPage({ statuses = [], javaScript = true, ...more }: Opened = {}) {
  const [sent, forms]: [Body[], URLSearchParams[]] = [[], []]
  const ticket = { url: '/collect', surveyId: 's1', body: { touchpoint: 'pay' } }
  const page = surveyPage({ survey: SURVEY, view: 'all', submissionId: ID, ticket, script: await surveyScript(), ...more })
  const server = createServer(async (req, res) => {
    if (req.url === '/collect') {
      sent.push(JSON.parse(await textOf(req)) as Body)
      return void res.writeHead(statuses.shift() ?? 201, { 'content-type': 'application/json', 'retry-after': '0' }).end('{}')
    }
    if (req.method === 'POST') forms.push(new URLSearchParams(await textOf(req)))
    res.writeHead(200, { 'content-type': 'text/html' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop()
  stop = () => void server.close()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: javaScript })
  const tab = await context.newPage()
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return { tab, sent, forms, press: (...keys: string[]) => keys.reduce((before, key) => before.then(() => tab.keyboard.press(key)), Promise.resolve()) }
}

const focused = (tab: Page) => tab.evaluate(() => document.activeElement?.textContent?.trim())
const view = (tab: Page, name: string) => tab.waitForSelector(`body[data-view=${name}]`)

test('the keyboard alone finishes it: the score is saved at once, the rest as the whole answer', async () => {
  const { tab, sent, press } = await openPage()
  await press('1', '0', 'Enter')
  await view(tab, 'rest')
  expect(await focused(tab)).toBe('How did it feel? Optional')
  await press('2', 'ArrowRight', 'Tab')
  await tab.keyboard.type('It took 2 days')
  await press('Tab', 'Enter')
  await view(tab, 'thanks')
  expect(await focused(tab)).toBe('Thank you')
  const same = { submissionId: ID, surveyId: 's1', touchpoint: 'pay' }
  expect(sent).toEqual([
    { ...same, revision: 0, data: { recommend: 10 }, finished: false },
    { ...same, revision: 1, data: { recommend: 10, felt: 0, why: 'It took 2 days' }, finished: true },
  ])
})

test('a needed answer that is missing is said, and the focus goes there', async () => {
  const { tab, sent, press } = await openPage()
  await press('Enter')
  expect(await tab.textContent('[data-question=recommend] [role=alert]')).toBe('Please choose a number.')
  expect(await tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q.recommend')
  expect(sent).toEqual([])
})

test('a busy server gets the same revision again', async () => {
  const { tab, sent, press } = await openPage({ statuses: [503, 503] })
  await press('7', 'Enter')
  await view(tab, 'rest')
  expect(sent.map(({ revision, data }) => [revision, data])).toEqual(Array(3).fill([0, { recommend: 7 }]))
})

test('a score that is changed afterwards is a new revision of the same answer', async () => {
  const { tab, sent, press } = await openPage()
  await press('7', 'Enter')
  await view(tab, 'rest')
  await tab.click('#change')
  await press('3', 'Enter')
  await view(tab, 'rest')
  expect(await tab.textContent('#saved')).toBe('Your score of 3 is saved.')
  expect(sent.map(({ submissionId, revision, data }) => [submissionId, revision, data])).toEqual([[ID, 0, { recommend: 7 }], [ID, 1, { recommend: 3 }]])
})

test('a reload goes on with the same answer', async () => {
  const { tab, sent, press } = await openPage()
  await press('7', 'Enter')
  await view(tab, 'rest')
  await tab.reload()
  await view(tab, 'rest')
  await tab.click('.go')
  await view(tab, 'thanks')
  expect(sent.at(-1)).toMatchObject({ submissionId: ID, revision: 1, data: { recommend: 7 }, finished: true })
})

test('whoever skips the rest is finished with the score alone', async () => {
  const { tab, sent, press } = await openPage()
  await press('7', 'Enter')
  await view(tab, 'rest')
  await tab.fill('textarea', 'not to be sent')
  await tab.click('#skip')
  await view(tab, 'thanks')
  expect(sent.at(-1)).toMatchObject({ revision: 1, data: { recommend: 7 }, finished: true })
})

test('a text that the collector finds too large goes the way of the form', async () => {
  const { tab, forms, press } = await openPage({ statuses: [201, 413] })
  await press('7', 'Enter')
  await view(tab, 'rest')
  await tab.fill('textarea', 'long')
  await tab.click('.go')
  await expect.poll(() => forms.length).toBe(1)
  expect(Object.fromEntries(forms[0] ?? [])).toEqual({ submissionId: ID, revision: '1', 'q.recommend': '7', 'q.why': 'long' })
})

test('without scripts all questions stand on one page and the form sends them', async () => {
  const { tab, forms } = await openPage({ javaScript: false })
  await tab.locator('[data-question=recommend] label').nth(4).click()
  await tab.locator('textarea').fill('Fine')
  await tab.locator('.go').click()
  await expect.poll(() => forms.length).toBe(1)
  expect(Object.fromEntries(forms[0] ?? [])).toEqual({ submissionId: ID, revision: '0', 'q.recommend': '4', 'q.why': 'Fine' })
})

test('a page that comes back with a fault in the second step opens there and sends a higher revision', async () => {
  const { tab, sent } = await openPage({ faults: { why: 'Too long.' }, given: { recommend: '7', why: 'long' }, revision: 3 })
  await view(tab, 'rest')
  await tab.fill('textarea', 'short')
  await tab.click('.go')
  await view(tab, 'thanks')
  expect(sent).toMatchObject([{ revision: 3, data: { recommend: 7, why: 'short' }, finished: true }])
})
