import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './test'

const MAP = '/w/fernway/journeys/self-serve-subscription'

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

/** Goes on with the Tab key until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not reach ${name}.`)
}

test('the period before is compared by keyboard, and a reload keeps it', async ({ page }) => {
  await page.goto(MAP)
  await tabTo(page, /^Compare/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Compare with' })).toBeVisible()
  await expectAccessible(page)
  await tabTo(page, /^The 90 days before/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${MAP}?compare=previous`)
  const difference = page.locator('[data-number="/compared/0/stages/0/difference/emotion"]:visible')
  await expect(difference).toContainText('±')
  await expect(page.getByText(/no clear change|clear fall|clear rise/).locator('visible=true').first()).toBeVisible()
  await page.reload()
  await expect(difference).toContainText('±')
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Stop comparing with/ }).click()
  await expect(page).toHaveURL(MAP)
  await expect(difference).toHaveCount(0)
})

test('two channels and the days before stand beside each other, with their tables', async ({ page }) => {
  await page.goto(`${MAP}?channel=web&compare=channel:app&compare=previous`)
  await expect(page.getByText('the map ·').locator('visible=true')).toBeVisible()
  await expect(page.locator('[data-number="/compared/1/stages/0/difference/emotion"]:visible')).toContainText('±')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Show as table.*emotion curve/ }).click()
  await expect(page.getByRole('table', { name: /^Emotion index by stage and series/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Stop comparing with channel app/ }).click()
  await expect(page).toHaveURL(`${MAP}?channel=web&compare=previous`)
})

for (const [what, query, sentence] of [
  ['a thing with itself', '?channel=web&compare=channel:web', /with itself/],
  ['days that overlap', '?from=2026-06-01&to=2026-08-31&compare=period:2026-08-01..2026-08-31', /overlap/],
  ['a part with all', '?compare=channel:web', /Choose a channel for the map itself/],
  ['what cannot be read', '?compare=yesterday', /Compare with period/],
] as const) {
  test(`comparing ${what} says so in place and shows the map alone`, async ({ page }) => {
    await page.goto(MAP + query)
    await expect(page.getByRole('status').filter({ hasText: sentence })).toContainText('The map is shown without the comparison.')
    await expect(page.locator('[data-number="/stages/0/emotion"]:visible').first()).toBeVisible()
    await expect(page.locator('[data-number^="/compared"]')).toHaveCount(0)
    await expectAccessible(page)
  })
}
