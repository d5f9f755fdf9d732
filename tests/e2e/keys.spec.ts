import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './test'

const JOURNEY = '/w/fernway/journeys/self-serve-subscription'

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

const focused = (page: Page) => page.locator(':focus')

test('a chart over time is one stop of the Tab key, and each of its steps says one sentence', async ({ page }) => {
  await page.goto(`${JOURNEY}/over-time?metric=emotion`)
  const chart = page.getByRole('group', { name: /^Emotion index of Onboarding: \d+ steps of time/ })
  await chart.locator('[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await expect(focused(page)).toHaveAttribute('aria-label', /^\w{3} \d{4}: [+−]?\d+, 95 % interval [+−]?\d+ to [+−]?\d+, \d+ answers/)
  const first = await focused(page).getAttribute('aria-label')
  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).not.toHaveAttribute('aria-label', first ?? '')
  await expect(page.getByRole('tooltip')).toContainText('95 % interval')
  await expect(chart.locator('[tabindex="0"]')).toHaveCount(1)
  // How it is made, from where the reader is.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('at Onboarding')
  await page.keyboard.press('Escape')
  await expectAccessible(page)
})

test('the drivers are gone through by the arrow keys, the most important first', async ({ page }) => {
  await page.goto(`${JOURNEY}/drivers`)
  const chart = page.getByRole('group', { name: /^Stages by importance and performance/ })
  await chart.locator('[tabindex="0"]').focus()
  await expect(focused(page)).toHaveAttribute('aria-label', /^.+: r −?\d\.\d\d, 95 % interval −?\d\.\d\d to −?\d\.\d\d, \d+ people\. Emotion index/)
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('data-stop', /^[1-9]/)
  await expect(page.getByRole('tooltip')).toContainText('Emotion index')
  await expectAccessible(page)
})
