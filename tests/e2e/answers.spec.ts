import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { type Demo, demoOf } from './server'
import { test } from './test'

const DEFINITION = {
  title: 'After paying',
  company: 'Fernway',
  language: 'en',
  questions: [
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', required: true },
    { id: 'for', instrument: 'choices', text: 'What did you come for?', required: false, options: [{ id: 'price', label: 'The price' }, { id: 'speed', label: 'The speed' }] },
    { id: 'why', instrument: 'comment', text: 'Why?', required: false },
  ],
  thanks: { title: 'Thank you', text: '' },
}

async function call(request: APIRequestContext, { apiKey }: Demo, method: 'POST' | 'GET', path: string, data?: unknown) {
  const reply = await request.fetch(`/api/v1/management/${path}`, { method, headers: { 'x-api-key': apiKey }, ...(data === undefined ? {} : { data }) })
  expect(reply.ok(), await reply.text()).toBe(true)
  return ((await reply.json()) as { data: { id: string; key: string } }).data
}

/** A live survey of its own journey; answers go to it as from anywhere. */
async function liveSurvey(request: APIRequestContext, demo: Demo) {
  const { key } = await call(request, demo, 'POST', 'journeys', { name: `Shop ${randomUUID().slice(0, 8)}`, stages: ['Pay'] })
  const { id } = await call(request, demo, 'POST', 'surveys', { journey: key, touchpoint: 'pay.overall', name: 'After paying', definition: DEFINITION })
  await call(request, demo, 'POST', `surveys/${id}/publish`)
  const send = async (recommend: number, more: object = {}, data: object = {}) => {
    const body = { submissionId: randomUUID(), surveyId: id, data: { recommend, ...data }, finished: true, ...more }
    const reply = await request.post(`/api/v1/client/${demo.workspaceId}/responses`, { data: body })
    expect(reply.status(), await reply.text()).toBe(201)
  }
  return { id, key, send }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
}

const answers = (page: Page) => page.getByRole('list', { name: 'Answers, the newest first' }).getByRole('listitem')
const npsOf = async (request: APIRequestContext, demo: Demo, key: string) =>
  ((await call(request, demo, 'GET', `journeys/${key}/map`)) as unknown as { stages: { nps: { value: number; n: number } }[] }).stages[0]?.nps

test('an answer that looks wrong is held back, and counts on the map once somebody has let it', async ({ page, request }) => {
  const demo = demoOf(process.env.WAYFELT_E2E_DATA ?? '')
  const { id, key, send } = await liveSurvey(request, demo)
  for (const score of [10, 10, 9, 9]) await send(score, {}, { for: ['price'] })
  await send(10, {}, { for: ['price', 'speed'], why: 'Quick, and no surprises' })
  await send(0, { proof: { trap: 'https://cheap.example' } })
  expect(await npsOf(request, demo, key)).toMatchObject({ value: 100, n: 5 })

  await signIn(page)
  await page.goto('/w/fernway/surveys')
  await expect(page.getByRole('link', { name: '1 held back' }).locator('visible=true').first()).toBeVisible()
  await page.goto(`/w/fernway/surveys/${id}/answers`)
  // While a page streams in, its text stands twice for a moment, once hidden.
  await expect(page.getByText('5 of 6 counted in the last 90 days').filter({ visible: true })).toBeVisible()
  await expect(page.getByRole('region', { name: /Would you recommend us/ })).toContainText('+100')
  await expect(page.getByRole('row', { name: /The price.*100/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /The speed.*20/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: '1 held back' }).click()
  await expect(answers(page)).toHaveCount(1)
  await expect(answers(page)).toContainText('Filled in a field that people do not see')
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: /^Select: / }).focus()
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Count', exact: true }).click()
  await expect(page.getByText('Nothing is held back')).toBeVisible()
  await expect(page.getByText('6 answers, all counted').filter({ visible: true })).toBeVisible()
  expect(await npsOf(request, demo, key)).toMatchObject({ n: 6 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(answers(page)).toHaveCount(1)
  expect(await npsOf(request, demo, key)).toMatchObject({ value: 100, n: 5 })
})

test('what a person answers on the page stands in the list, can be held back with others by the keyboard, and erased', async ({ page, request, browser }) => {
  const demo = demoOf(process.env.WAYFELT_E2E_DATA ?? '')
  const { id, send } = await liveSurvey(request, demo)
  const guest = await (await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })).newPage()
  await guest.goto(`/s/${id}?recommend=9`)
  await guest.locator('textarea').first().fill('It was all right <b>really</b>')
  await guest.getByRole('button', { name: 'Send' }).click()
  await expect(guest.getByText('Thank you').first()).toBeVisible()
  await guest.context().close()
  for (const score of [8, 7, 6]) await send(score)

  await signIn(page)
  await page.goto(`/w/fernway/surveys/${id}/answers?view=each`)
  await expect(answers(page)).toHaveCount(4)
  await expect(answers(page).last()).toContainText('It was all right <b>really</b>')
  await expectAccessible(page)
  const boxes = page.getByRole('checkbox', { name: /^Select: / })
  await boxes.first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(boxes.nth(2)).toBeFocused()
  await page.keyboard.press('Shift+X')
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Hold back', exact: true }).click()
  await expect(page.getByText('3 answers held back, no number counts them.').first()).toBeVisible()
  await expect(answers(page).filter({ hasText: 'Held back by hand' })).toHaveCount(3)

  await answers(page).last().getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Erase…' }).click()
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  await expect(answers(page)).toHaveCount(3)
  await page.reload()
  await expect(answers(page)).toHaveCount(3)
})
