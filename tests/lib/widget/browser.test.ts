import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { surveyScript } from '#lib/surveys/bundle'
import { type SurveyPage, surveyPage } from '#lib/widget/page'
import type { AskedSurvey } from '#lib/widget/types'
import { ALL, SURVEY } from './surveys'

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

type Opened = { statuses?: number[]; javaScript?: boolean; kiosk?: boolean } & Partial<SurveyPage>

/** The page on a phone, with a collector that gives these statuses in turn, and 201 after them. */
async function openPage({ statuses = [], javaScript = true, kiosk = false, survey = SURVEY, ...more }: Opened = {}) {
  const [sent, forms, displays]: [Body[], URLSearchParams[], unknown[]] = [[], [], []]
  const ticket = { url: '/api/', surveyId: 's1', body: { touchpoint: 'pay' }, touchpoint: 'pay', view: 'seen', isKiosk: kiosk }
  const fields = { submissionId: ID, revision: 0, ...more.fields }
  const page = surveyPage({ survey, ticket, script: await surveyScript(), ...more, fields })
  const server = createServer(async (req, res) => {
    if (req.url?.startsWith('/api/')) {
      const isAnswer = req.url === '/api/responses'
      ;(isAnswer ? sent : displays).push(JSON.parse(await textOf(req)))
      return void res.writeHead((isAnswer && statuses.shift()) || 201, { 'content-type': 'application/json', 'retry-after': '0' }).end('{}')
    }
    if (req.method === 'POST') forms.push(new URLSearchParams(await textOf(req)))
    res.writeHead(200, { 'content-type': 'text/html' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop()
  stop = () => void server.close()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: javaScript })
  const tab = await context.newPage()
  if (kiosk) await tab.clock.install()
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return { tab, sent, forms, displays, press: (...keys: string[]) => keys.reduce((before, key) => before.then(() => tab.keyboard.press(key)), Promise.resolve()) }
}

const focused = (tab: Page) => tab.evaluate(() => document.activeElement?.textContent?.trim())
const at = (tab: Page, id: string) => tab.locator(`[data-question=${id}]`).waitFor()
const thanked = (tab: Page) => tab.locator('.thanks').waitFor()
const asks = (...questions: AskedSurvey['questions']): AskedSurvey => ({ ...SURVEY, questions })
const [recommend, felt, why] = SURVEY.questions as [AskedSurvey['questions'][0], AskedSurvey['questions'][0], AskedSurvey['questions'][0]]

test('the keyboard alone finishes it: each answer is saved at once, the last as the whole answer', async () => {
  const { tab, sent, displays, press } = await openPage()
  await press('1', '0', 'Enter')
  await at(tab, 'felt')
  expect(await focused(tab)).toBe('How did it feel? Optional')
  await press('2', 'ArrowRight', 'Enter')
  await at(tab, 'why')
  await tab.keyboard.press('Tab')
  await tab.keyboard.type('It took 2 days')
  await press('Tab', 'Enter')
  await thanked(tab)
  expect(await focused(tab)).toBe('Thank you')
  const same = { submissionId: ID, surveyId: 's1', touchpoint: 'pay', displayId: ID, proof: { view: 'seen' } }
  expect(sent).toEqual([
    { ...same, revision: 0, data: { recommend: 10 }, finished: false },
    { ...same, revision: 1, data: { recommend: 10, felt: 0 }, finished: false },
    { ...same, revision: 2, data: { recommend: 10, felt: 0, why: 'It took 2 days' }, finished: true },
  ])
  expect(displays).toEqual([{ displayId: ID, surveyId: 's1', form: 'page', touchpoint: 'pay' }])
})

test('every instrument is answered by keys alone, and sent as the API takes it', async () => {
  const { tab, sent, press } = await openPage({ survey: ALL })
  await press('7', 'Enter')
  for (const [id, key] of [['happy', '4'], ['easy', '6'], ['felt', '5']] as const) {
    await at(tab, id)
    await press(key, 'Enter')
  }
  await at(tab, 'words')
  await tab.locator('[name="q.words"][value=relief]').focus()
  await press('Space', 'Enter')
  await at(tab, 'way')
  await press('Tab', 'Space', 'ArrowDown', 'Enter')
  await at(tab, 'parts')
  await press('Tab', 'Space', 'Tab', 'Space', 'Enter')
  await at(tab, 'city')
  await press('Tab')
  await tab.keyboard.type('Bremen')
  await press('Enter')
  await at(tab, 'why')
  await tab.locator('.skip').press('Enter')
  await at(tab, 'contact')
  await press('Tab', 'Space', 'Enter')
  await thanked(tab)
  expect(sent.at(-1)?.data).toEqual({
    recommend: 7, happy: 4, easy: 6, felt: 1, words: ['relief'], way: 'bank', parts: ['price', 'speed'], city: 'Bremen', contact: true,
  })
})

test('a needed answer that is missing is said, and the focus goes there', async () => {
  const { tab, sent, press } = await openPage()
  await press('Enter')
  expect(await tab.textContent('[data-question=recommend] [role=alert]')).toBe('Please choose a number.')
  expect(await tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q.recommend')
  expect(sent).toEqual([])
})

test('a busy server gets the same revision again', async () => {
  const { tab, sent, press } = await openPage({ statuses: [503, 503], survey: asks(recommend) })
  await press('7', 'Enter')
  await thanked(tab)
  expect(sent.map(({ revision, data }) => [revision, data])).toEqual(Array(3).fill([0, { recommend: 7 }]))
})

test('a score that is changed afterwards is a new revision of the same answer', async () => {
  const { tab, sent, press } = await openPage()
  await press('7', 'Enter')
  await at(tab, 'felt')
  await tab.click('.back')
  await press('3', 'Enter')
  await at(tab, 'felt')
  expect(await tab.textContent('.where')).toMatch(/^Question 2 of 3/)
  await expect.poll(() => sent.map(({ revision, data }) => [revision, data])).toEqual([[0, { recommend: 7 }], [1, { recommend: 3 }]])
})

test('a reload goes on with the same answer', async () => {
  const { tab, sent, displays, press } = await openPage({ survey: asks(recommend, why) })
  await press('7', 'Enter')
  await at(tab, 'why')
  await tab.reload()
  await at(tab, 'why')
  await tab.click('.go')
  await thanked(tab)
  expect(sent.at(-1)).toMatchObject({ submissionId: ID, revision: 1, data: { recommend: 7 }, finished: true })
  expect(displays).toHaveLength(1)
})

test('what is skipped is not sent', async () => {
  const { tab, sent, press } = await openPage({ survey: asks(recommend, why) })
  await press('7', 'Enter')
  await at(tab, 'why')
  await tab.fill('textarea', 'not to be sent')
  await tab.click('.skip')
  await thanked(tab)
  expect(sent.at(-1)).toMatchObject({ revision: 1, data: { recommend: 7 }, finished: true })
})

test('a question follows only from the answers that it belongs to, and is forgotten with them', async () => {
  const low = { ...why, required: true, when: { question: 'recommend', to: 6 } }
  const { tab, sent, press } = await openPage({ survey: asks(recommend, low, felt) })
  await press('2', 'Enter')
  await at(tab, 'why')
  await tab.fill('textarea', 'Slow')
  await tab.click('.go')
  await at(tab, 'felt')
  await tab.click('.back')
  await tab.click('.back')
  await press('9', 'Enter')
  await at(tab, 'felt')
  await tab.click('.go')
  await thanked(tab)
  expect(sent.at(-1)).toMatchObject({ data: { recommend: 9 }, finished: true })
})

test('all on one page: what follows appears below, and one press sends it', async () => {
  const low = { ...why, when: { question: 'recommend', to: 6 } }
  const { tab, sent } = await openPage({ survey: { ...asks(recommend, low), steps: 'all' } })
  expect(await tab.locator('[data-question=why]').isVisible()).toBe(false)
  await tab.locator('[data-question=recommend] label').nth(3).click()
  await tab.fill('textarea', 'Slow')
  await tab.click('.go')
  await thanked(tab)
  expect(sent).toMatchObject([{ revision: 0, data: { recommend: 3, why: 'Slow' }, finished: true }])
})

test('one box too many is not ticked and says so, and none of these stands alone', async () => {
  const { tab } = await openPage({ survey: { ...asks({ ...why, id: 'words', instrument: 'emotions', most: 2 }), steps: 'all' } })
  const box = (word: string) => tab.locator(`[value=${word}]`)
  for (const word of ['joy', 'trust', 'anger']) await box(word).click()
  expect(await tab.textContent('.fault')).toBe('Please choose at most 2.')
  expect(await tab.locator(':checked').evaluateAll((boxes) => boxes.map((each) => (each as HTMLInputElement).value).sort())).toEqual(['joy', 'trust'])
  await box('none').click()
  expect(await tab.locator(':checked').evaluateAll((boxes) => boxes.map((each) => (each as HTMLInputElement).value))).toEqual(['none'])
})

test('a text that the collector finds too large goes the way of the form', async () => {
  const { tab, forms, press } = await openPage({ statuses: [201, 413], survey: asks(recommend, why) })
  await press('7', 'Enter')
  await at(tab, 'why')
  await tab.fill('textarea', 'long')
  await tab.click('.go')
  await expect.poll(() => forms.length).toBe(1)
  expect([...(forms[0] ?? [])]).toEqual(expect.arrayContaining([['submissionId', ID], ['revision', '1'], ['q.recommend', '7'], ['q.why', 'long']]))
})

test('without scripts all questions stand on one page and the form sends them', async () => {
  const { tab, forms } = await openPage({ javaScript: false })
  await tab.locator('[data-question=recommend] label').nth(4).click()
  await tab.locator('textarea').fill('Fine')
  await tab.locator('.go').click()
  await expect.poll(() => forms.length).toBe(1)
  expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({ submissionId: ID, revision: '0', trap: '', 'q.recommend': '4', 'q.why': 'Fine' })
  expect(forms[0]?.getAll('shown')).toEqual(['recommend', 'felt', 'why'])
})

test('a page that comes back with a fault opens there and sends a higher revision', async () => {
  const { tab, sent } = await openPage({ faults: { why: 'Too long.' }, given: { recommend: ['7'], why: ['long'] }, fields: { revision: 3 } })
  await at(tab, 'why')
  await tab.fill('textarea', 'short')
  await tab.click('.go')
  await thanked(tab)
  expect(sent).toMatchObject([{ revision: 3, data: { recommend: 7, why: 'short' }, finished: true }])
})

test('a device in a room begins anew after the thanks, and after somebody who went away', async () => {
  const { tab, sent, press } = await openPage({ kiosk: true, survey: asks(recommend, why) })
  await press('7', 'Enter')
  await at(tab, 'why')
  await tab.clock.fastForward(46_000)
  await at(tab, 'recommend')
  expect(await tab.locator(':checked').count()).toBe(0)
  await press('3', 'Enter')
  await at(tab, 'why')
  await tab.click('.go')
  await thanked(tab)
  await tab.clock.fastForward(9_000)
  await at(tab, 'recommend')
  expect(sent.at(-1)).toMatchObject({ data: { recommend: 3 }, finished: true })
})
