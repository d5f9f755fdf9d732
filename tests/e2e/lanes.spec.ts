import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './test'

const MAP = '/w/fernway/journeys/self-serve-subscription'

const titlesOn = (page: Page) => page.getByRole('region', { name: 'Journey map' }).locator('visible=true').locator('h3 button[aria-expanded]')
/** What somebody chose is remembered a moment after the last change. */
const remembered = (page: Page) => page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes(MAP))

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
  await page.goto(MAP)
})

test('lanes are moved and folded by keyboard, a reload keeps them, and one press brings the usual order back', async ({ page }, { project }) => {
  test.skip(project.name === 'phone', 'The order is one and the same, and the phone has its own test.')
  await expect(titlesOn(page).first()).toHaveText('Emotion curve')
  await page.getByRole('button', { name: 'Lanes', exact: true }).focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog', { name: 'Lanes of the map' })
  await menu.getByRole('button', { name: 'Move Scores up' }).focus()
  await page.keyboard.press('Enter')
  await expect(menu.getByText('Scores is now number 1 of')).toBeAttached()
  const saved = remembered(page)
  await menu.getByRole('checkbox', { name: 'Show Pain points' }).uncheck()
  await expectAccessible(page)
  await saved
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(titlesOn(page).first()).toHaveText('Scores')
  await expect(titlesOn(page).filter({ hasText: 'Pain points' })).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('button', { name: 'Lanes', exact: true }).click()
  const usual = remembered(page)
  await page.getByRole('button', { name: 'Back to usual order' }).click()
  await usual
  await expect(titlesOn(page).first()).toHaveText('Emotion curve')
})

test('a lane that is folded by somebody who leaves at once stays folded', async ({ page }, { project }) => {
  test.skip(project.name === 'phone', 'Lanes are remembered in one place for both.')
  const saved = remembered(page)
  await titlesOn(page).filter({ hasText: 'Scores' }).click()
  await page.getByRole('link', { name: 'Over time' }).click()
  await saved
  await page.waitForURL('**/over-time**')
  await page.goto(MAP)
  await expect(titlesOn(page).filter({ hasText: 'Scores' })).toHaveAttribute('aria-expanded', 'false')
  const open = remembered(page)
  await titlesOn(page).filter({ hasText: 'Scores' }).click()
  await open
})

test('what the team wrote stands on the map, and its gaps lead to their places', async ({ page }) => {
  const gaps = page.getByRole('region', { name: 'Assumed against measured' })
  await expect(gaps.getByText(/beliefs were put to the test/)).toBeVisible()
  const first = gaps.getByRole('listitem').first()
  await expect(first).toContainText('Data import')
  await expect(first).toContainText(/points worse: assumed \+20, measured −/)
  await expect(page.getByText('Mara Lind').locator('visible=true').first()).toBeVisible()
  await expect(page.getByText('worse than assumed').locator('visible=true').first()).toBeVisible()
  await first.getByRole('link').click()
  await expect(page).toHaveURL(/stage=onboarding&touchpoint=data-import/)
})
