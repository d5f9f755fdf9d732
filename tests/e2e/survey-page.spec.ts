import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { type Demo, demoOf } from './server'
import { test } from './test'

const option = (id: string, label: string) => ({ id, label })

const QUESTIONS = [
  { id: 'recommend', instrument: 'nps', text: 'Would you recommend {{company}}?', low: 'not at all likely', high: 'extremely likely', required: true },
  { id: 'wrong', instrument: 'comment', text: 'What went wrong?', required: true, when: { question: 'recommend', to: 6 } },
  { id: 'happy', instrument: 'csat', text: 'How satisfied were you?', low: 'very dissatisfied', high: 'very satisfied', required: false },
  { id: 'easy', instrument: 'ces', text: 'How easy was it?', low: 'very difficult', high: 'very easy', required: false },
  { id: 'felt', instrument: 'sentiment', text: 'How did it feel?', low: 'very bad', high: 'very good', required: false },
  { id: 'words', instrument: 'emotions', text: 'Which words describe it?', required: false, most: 2 },
  { id: 'way', instrument: 'choice', text: 'How did you pay?', required: false, options: [option('card', 'By card'), option('bank', 'By bank transfer, which takes two to three working days to arrive')] },
  { id: 'parts', instrument: 'choices', text: 'What was good?', required: false, options: [option('price', 'Price'), option('speed', 'Speed')] },
  { id: 'city', instrument: 'short', text: 'Where do you live?', required: false },
  { id: 'agree', instrument: 'consent', text: 'Fernway may write to me about this answer.', required: true },
]

const HEBREW = {
  title: 'אחרי התשלום',
  questions: { recommend: { text: 'האם תמליצו על {{company}}?', low: 'בכלל לא', high: 'בהחלט' } },
}

async function call(request: APIRequestContext, { apiKey }: Demo, method: 'POST' | 'GET', path: string, data?: unknown) {
  const reply = await request.fetch(`/api/v1/management/${path}`, { method, headers: { 'x-api-key': apiKey }, ...(data === undefined ? {} : { data }) })
  expect(reply.ok(), await reply.text()).toBe(true)
  return (await reply.json()) as { data: { id: string; key: string } & Record<string, unknown>[] }
}

/** A live survey of its own journey, and what has been answered so far. */
async function liveSurvey(request: APIRequestContext, more: object = {}) {
  const demo = demoOf(process.env.WAYFELT_E2E_DATA ?? '')
  const definition = { title: 'After paying', company: 'Fernway', language: 'en', questions: QUESTIONS, thanks: { title: 'Thank you', text: '' }, translations: { he: HEBREW }, ...more }
  const { key } = (await call(request, demo, 'POST', 'journeys', { name: `Shop ${randomUUID().slice(0, 8)}`, stages: ['Pay'] })).data
  const { id } = (await call(request, demo, 'POST', 'surveys', { journey: key, touchpoint: 'pay.overall', name: 'After paying', definition })).data
  await call(request, demo, 'POST', `surveys/${id}/publish`)
  return { id, answers: async () => (await call(request, demo, 'GET', `responses?survey=${id}`)).data.map(({ data, finished, held }) => ({ data, finished, held })) }
}

const at = (page: Page, id: string) => expect(page.locator(`[data-question=${id}]`)).toBeVisible()
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const ALL = {
  recommend: 3, wrong: 'It took two days', happy: 4, easy: 6, felt: 0.5, words: ['trust'], way: 'bank', parts: ['price', 'speed'], city: 'Bremen', agree: true,
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`keys alone answer every kind of question on 320 pixels, in ${colorScheme}, and axe finds nothing on the way`, async ({ page, request }) => {
    const { id, answers } = await liveSurvey(request)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`/s/${id}`)
    await expectAccessible(page)
    await press(page, 'Enter')
    await expect(page.getByText('Please choose a number.')).toBeVisible()
    await expectAccessible(page)
    await press(page, '3', 'Enter')
    await at(page, 'wrong')
    await expect(page.getByRole('heading', { name: 'What went wrong?' })).toBeFocused()
    await expectAccessible(page)
    await press(page, 'Tab')
    await page.keyboard.type(ALL.wrong)
    await press(page, 'Tab', 'Enter')
    for (const [question, digit] of [['happy', '4'], ['easy', '6'], ['felt', '4']] as const) {
      await at(page, question)
      await press(page, digit)
      await expectAccessible(page)
      await press(page, 'Enter')
    }
    await at(page, 'words')
    while (!(await page.locator('[value=trust]').evaluate((box) => box === document.activeElement))) await press(page, 'Tab')
    await press(page, 'Space')
    await expectAccessible(page)
    await press(page, 'Enter')
    await at(page, 'way')
    await press(page, 'Tab', 'Space', 'ArrowDown')
    await expectAccessible(page)
    await press(page, 'Enter')
    await at(page, 'parts')
    await press(page, 'Tab', 'Space', 'Tab', 'Space')
    await expectAccessible(page)
    await press(page, 'Enter')
    await at(page, 'city')
    await press(page, 'Tab')
    await page.keyboard.type(ALL.city)
    await expectAccessible(page)
    await press(page, 'Enter')
    await at(page, 'agree')
    await press(page, 'Enter')
    await expect(page.getByText('Please tick the box if you agree.')).toBeVisible()
    await expectAccessible(page)
    await press(page, 'Space', 'Enter')
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused()
    await expectAccessible(page)
    expect(await answers()).toEqual([{ data: ALL, finished: true, held: false }])
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the same survey is answered page after page, and what follows is asked on the next', async ({ page, request }) => {
    const { id, answers } = await liveSurvey(request)
    const cell = (question: string, value: string) => page.locator(`[name="q.${question}"][value="${value}"] + .cell`)
    await page.goto(`/s/${id}`)
    await expect(page.locator('[data-question=wrong]')).toBeHidden()
    for (const [question, value] of [['recommend', '3'], ['happy', '4'], ['easy', '6'], ['felt', '0.5'], ['words', 'trust'], ['way', 'bank'], ['parts', 'price'], ['parts', 'speed'], ['agree', 'yes']] as const) {
      await cell(question, value).click()
    }
    await page.getByLabel('Where do you live?').fill(ALL.city)
    await page.getByRole('button', { name: 'Send' }).click()
    await at(page, 'wrong')
    await expect(page.locator('[data-question=happy]')).toBeHidden()
    expect(await answers()).toMatchObject([{ finished: false, data: { recommend: 3, city: 'Bremen' } }])
    await page.getByLabel('What went wrong?').fill(ALL.wrong)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    expect(await answers()).toEqual([{ data: ALL, finished: true, held: false }])
  })
})

test('a word that is wider than a phone breaks wherever it stands, and nothing scrolls sideways', async ({ page, request }) => {
  const [word, long] = ['Gemeindeverwaltungsverbandsangestellte'.repeat(3), 'Zufriedenstellendsten'.repeat(2)]
  const questions = [
    { id: 'recommend', instrument: 'nps', text: word, hint: word, low: long, high: long, required: true },
    { id: 'way', instrument: 'choice', text: word, required: true, options: [option('a', word), option('b', word)] },
    { id: 'agree', instrument: 'consent', text: word, hint: word, required: true },
  ]
  const { id } = await liveSurvey(request, { company: word, title: word, questions, thanks: { title: word, text: word, link: { label: long, url: 'https://fernway.example/' } }, look: { steps: 'all' }, translations: {} })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/s/${id}`)
  const sideways = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(await sideways()).toBe(0)
  await page.locator('[name="q.recommend"][value="3"]').check()
  await page.locator('[name="q.way"][value="a"]').check()
  await page.locator('[name="q.agree"]').check()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('link', { name: long })).toBeVisible()
  expect(await sideways()).toBe(0)
})

test('a survey in Hebrew runs from right to left, its scale too, and axe finds nothing', async ({ page, request }) => {
  const { id, answers } = await liveSurvey(request, { questions: [QUESTIONS[0], QUESTIONS[4], QUESTIONS[9]] })
  await page.goto(`/s/${id}`)
  await page.getByRole('link', { name: 'עברית' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { name: 'האם תמליצו על Fernway?' })).toBeVisible()
  await expectAccessible(page)
  const leftOf = async (value: string) => (await page.locator(`[name="q.recommend"][value="${value}"]`).boundingBox())?.x ?? 0
  expect(await leftOf('0')).toBeGreaterThan(await leftOf('4'))
  await press(page, '9')
  await page.getByRole('button', { name: 'המשך' }).click()
  await page.getByRole('button', { name: 'דילוג' }).click()
  await page.locator('[name="q.agree"]').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'שליחה' }).click()
  await expect(page.locator('.thanks')).toBeVisible()
  expect(await answers()).toMatchObject([{ data: { recommend: 9, agree: true }, finished: true }])
})

test('what is typed goes along into another language', async ({ page, request }) => {
  const { id } = await liveSurvey(request, { look: { steps: 'all' } })
  await page.goto(`/s/${id}`)
  await page.getByLabel('Where do you live?').fill('Bremen')
  await page.getByRole('link', { name: 'עברית' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'he')
  await expect(page.locator('[name="q.city"]')).toHaveValue('Bremen')
})

test('an answer given without a connection is kept on the device, and is there once when there is one again', async ({ context, page, request }) => {
  const { id, answers } = await liveSurvey(request, { questions: [QUESTIONS[0]] })
  await page.goto(`/s/${id}`)
  await context.setOffline(true)
  await press(page, '9', 'Enter')
  await expect(page.locator('.note')).toContainText('on this device')
  await page.close()
  await context.setOffline(false)
  await (await context.newPage()).goto(`/s/${id}`)
  await expect.poll(answers).toEqual([{ data: { recommend: 9 }, finished: true, held: false }])
})

test('whoever waits for the connection to come back sees the answer arrive', async ({ context, page, request }) => {
  const { id, answers } = await liveSurvey(request, { questions: [QUESTIONS[0]] })
  await page.goto(`/s/${id}`)
  await context.setOffline(true)
  await press(page, '9', 'Enter')
  await expect(page.locator('.note')).toContainText('on this device')
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused()
  expect(await answers()).toHaveLength(1)
})
