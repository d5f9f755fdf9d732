import { expect } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './test'

const MAP = '/w/fernway/journeys/self-serve-subscription'

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

test('the map is presented by the keyboard, and Escape leads back to where one came from', async ({ page }, { project }) => {
  await page.goto(`${MAP}?period=30d`)
  // On a phone they stand among the further views.
  await page.getByRole('button', { name: project.name === 'phone' ? 'More' : 'Show and export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Present' }).click()
  await expect(page).toHaveURL(/\/present\?period=30d&slide=1$/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Awareness')
  await expect(page.getByText('Stage 1 of 6')).toBeVisible()
  await expect(page).toHaveURL(/slide=2$/)
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Sources and limits')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/slide=8$/)
  await page.reload()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Sources and limits')
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/slide=1$/)
  await page.keyboard.press('n')
  await expect(page.getByRole('complementary', { name: 'Notes' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`${MAP}?period=30d`)
})

test('a slide of a stage says its index with interval and answers, its worst pain point and what somebody said', async ({ page }) => {
  await page.goto(`${MAP}/present?slide=5`)
  const slide = page.getByRole('region', { name: 'Onboarding' })
  await expect(slide.getByText(/^−\d+ to [−+]?\d+, n = \d+$/).first()).toBeVisible()
  await expect(slide.getByText('Where it hurts most')).toBeVisible()
  await expect(slide.getByText(/Mara Lind/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next slide' }).click()
  await expect(page.getByRole('region', { name: 'Use & support' })).toBeVisible()
})

test('the map is one sheet: to print, as SVG and as PNG, with period, answers and limits as text', async ({ page }) => {
  await page.goto(`${MAP}/print`)
  const sheet = page.getByRole('region', { name: 'The sheet' })
  await expect(sheet.getByText(/^Emotion index of [\d,]+ answers, .+ Bars are 95 % intervals\.$/)).toBeVisible()
  // Other walks answer in the demo: how many there are is not for this one to say.
  await expect(sheet.getByText(/^n = 2\d\d$/).first()).toBeAttached()
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible()
  await expectAccessible(page)
  const svg = await page.request.get(`${MAP}/poster.svg`)
  expect([svg.status(), svg.headers()['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  expect(await svg.text()).toContain('Onboarding')
  const other = await page.request.get(`${MAP}/poster.svg?channel=pigeon`)
  expect((await other.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(/channel “pigeon”, and no touchpoint has it\. All answers are shown\. Made on/)
  const png = await page.request.get(`${MAP}/poster.png?scale=1`)
  expect([png.status(), (await png.body()).subarray(1, 4).toString()]).toEqual([200, 'PNG'])
  expect((await page.request.get(`${MAP}/poster.png?scale=900`)).status()).toBe(400)
  expect((await page.request.get(`/w/fernway/journeys/nowhere/poster.svg`)).status()).toBe(404)
  expect((await page.request.get(`/w/fernway/journeys/nowhere`)).status()).toBe(404)
})

test('printed, nothing but the sheet is on the page', async ({ page }) => {
  await page.goto(`${MAP}/print`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
  await expect(page.getByRole('region', { name: 'The sheet' })).toBeVisible()
})

test('the sheet speaks German where the interface does', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'wayfelt-language', value: 'de', url: baseURL ?? '' }])
  await page.goto(`${MAP}/print`)
  await expect(page.getByRole('button', { name: 'Drucken oder als PDF sichern' })).toBeVisible()
  await expect(page.getByText('Schmerzpunkte')).toBeAttached()
})
