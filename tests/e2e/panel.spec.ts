import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { type Demo, demoOf } from './server'
import { test } from './test'

const definition = (mode: 'identified' | 'anonymous') => ({
  title: 'After paying',
  company: 'Fernway',
  language: 'en',
  questions: [
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', required: true },
    { id: 'why', instrument: 'comment', text: 'Why?', required: false },
  ],
  thanks: { title: 'Thank you', text: '' },
  privacy: { mode },
})

async function call(request: APIRequestContext, { apiKey }: Demo, path: string, data?: unknown) {
  const reply = await request.post(`/api/v1/management/${path}`, { headers: { 'x-api-key': apiKey }, ...(data === undefined ? {} : { data }) })
  expect(reply.ok(), await reply.text()).toBe(true)
  return ((await reply.json()) as { data: { id: string; key: string } }).data
}

const SAID = [
  [2, 'The last step asks for too much', 'app'], [3, 'Took most of a day', 'app'], [1, 'Nobody answers the phone', 'phone'], [9, 'Paid in a minute', 'web'],
  [10, 'Simply works', 'web'], [8, 'Fine so far', 'web'], [3, 'Too many steps for us', 'app'], [9, 'Friendly and quick', 'phone'], [4, 'Prices are hard to compare', 'web'],
] as const

/** A journey of two stages: all of the nine who paid said why, and most came on. */
async function begin(request: APIRequestContext, mode: 'identified' | 'anonymous' = 'identified') {
  const demo = demoOf(process.env.WAYFELT_E2E_DATA ?? '')
  const { key } = await call(request, demo, 'journeys', { name: `Shop ${randomUUID().slice(0, 8)}`, stages: ['Pay', 'Use'] })
  const { id } = await call(request, demo, 'surveys', { journey: key, touchpoint: 'pay.overall', name: 'After paying', definition: definition(mode) })
  await call(request, demo, `surveys/${id}/publish`)
  const send = async (userId: string, stage: string, recommend: number, more: object = {}, why?: string) => {
    const body = { submissionId: randomUUID(), surveyId: id, stage, userId, data: { recommend, ...(why && { why }) }, finished: true, ...more }
    const reply = await request.post(`/api/v1/client/${demo.workspaceId}/responses`, { data: body })
    expect(reply.status(), await reply.text()).toBe(201)
  }
  for (const [i, [score, why, channel]] of SAID.entries()) await send(`client-${i}`, 'pay', score, { channel }, why)
  for (let i = 0; i < 6; i++) await send(`client-${i}`, 'use', 9)
  return `/w/fernway/journeys/${key}`
}

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

const panel = (page: Page) => page.getByRole('dialog', { name: 'Pay' })
const pointOf = (page: Page) => page.getByRole('link', { name: /^Pay: emotion index/ })
const comments = (page: Page) => page.locator('#comments').getByRole('listitem')
const quotes = (page: Page) => page.locator('blockquote:visible')

test('two clicks lead from a dip to what was said, which is narrowed by mood, channel and words, and Back undoes each', async ({ page, request }) => {
  const map = await begin(request)
  await page.goto(map)
  await pointOf(page).click()
  await panel(page).getByRole('link', { name: 'Comments', exact: true }).click()
  await expect(page.getByText('Prices are hard to compare').filter({ visible: true }).last()).toBeInViewport()
  await expect(comments(page)).toHaveCount(9)
  await panel(page).getByRole('radio', { name: 'Unhappy' }).click()
  await expect(page).toHaveURL(/mood=negative/)
  await expect(comments(page)).toHaveCount(5)
  await panel(page).getByRole('combobox', { name: /^Channel/ }).click()
  await page.getByRole('option', { name: 'app' }).click()
  await expect(comments(page)).toHaveCount(3)
  await panel(page).getByRole('searchbox').fill('STEPS')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/search=STEPS/)
  await expect(comments(page)).toHaveCount(1)
  await expect(comments(page).locator('mark')).toHaveText('steps')
  await expectAccessible(page)
  await page.reload()
  await expect(comments(page)).toHaveCount(1)
  await panel(page).getByRole('searchbox').fill('nothing like it')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('No comment of these days is like that.')).toBeVisible()
  await page.goBack()
  await expect(comments(page)).toHaveCount(1)
  await page.goBack()
  await expect(comments(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(map)
  // An address with a touchpoint that is not here shows the stage whole.
  await page.goto(`${map}?stage=pay&touchpoint=gone&at=gone`)
  await expect(comments(page)).toHaveCount(9)
})

test('a comment that is pinned stands on the map, and undo takes it off', async ({ page, request }) => {
  const map = await begin(request)
  await page.goto(map)
  await expect(quotes(page).filter({ hasText: 'Friendly and quick' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${map}?stage=pay`)
  const pin = comments(page).filter({ hasText: 'Nobody answers the phone' }).getByRole('button', { name: 'Pin to the map' })
  await pin.click()
  await expect(page.getByText('Pinned to the map.', { exact: true })).toBeVisible()
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(quotes(page)).toHaveText([/Nobody answers the phone/])
  await page.goto(`${map}?stage=pay`)
  await pin.click()
  await expect(page.getByText('Unpinned.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Pinned to the map.', { exact: true })).toBeVisible()
  await page.goto(map)
  await expect(quotes(page)).toHaveText([/Nobody answers the phone/])
})

test('who answered is listed where surveys keep it, and says why where none does', async ({ page, request }) => {
  const named = await begin(request)
  await page.goto(`${named}?stage=pay`)
  const people = panel(page).getByRole('table', { name: /^People who answered here/ })
  await expect(people.getByRole('rowheader')).toHaveText([8, 7, 6, 5, 4, 3, 2, 1, 0].map((i) => `client-${i}`))
  const anonymous = await begin(request, 'anonymous')
  await page.goto(`${anonymous}?stage=pay`)
  await expect(panel(page).getByText(/^The surveys of this journey ask anonymously/)).toBeVisible()
  await expect(panel(page).getByText('client-')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test(`the demo's panel, its quotes and its steps from stage to stage can be read, ${colorScheme}`, async ({ page }) => {
      await page.goto('/w/fernway/journeys/self-serve-subscription')
      await expect(quotes(page).first()).toBeVisible()
      const fold = page.getByRole('button', { name: 'Who came on' }).filter({ visible: true }).first()
      if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
      await expect(page.getByText('came on').filter({ visible: true }).first()).toBeVisible()
      await expectAccessible(page)
      await page.goto('/w/fernway/journeys/self-serve-subscription?stage=onboarding')
      const onboarding = page.getByRole('dialog', { name: 'Onboarding' })
      await expect(onboarding.getByText(/^since \d.* – /)).toBeVisible()
      await expect(onboarding.getByRole('table', { name: /^People who answered/ })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
