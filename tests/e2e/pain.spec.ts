import { expect } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './test'

const MAP = '/w/fernway/journeys/self-serve-subscription'

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

test('the heat map turns to severity by the arrow keys, and a reload keeps it', async ({ page }) => {
  await page.goto(MAP)
  const modes = page.getByRole('radiogroup', { name: 'Pain points by' }).locator('visible=true')
  await modes.getByRole('radio', { name: 'Level' }).focus()
  // A key of somebody's hand is down for a moment; the focus moves within it.
  await page.keyboard.press('ArrowRight', { delay: 60 })
  await expect(page).toHaveURL(`${MAP}?heat=severity`)
  await expect(modes.getByRole('radio', { name: 'Severity' })).toBeChecked()
  const map = page.getByRole('region', { name: 'Journey map' }).locator('visible=true')
  const cells = map.locator('[data-number$="/pain/severity"]:visible')
  await expect(cells.first()).toBeVisible()
  await expect(map.getByRole('img', { name: /^Seven colours/ })).toHaveCount(0)
  await expect(page.getByRole('img', { name: /^Five colours/ }).locator('visible=true')).toBeVisible()
  await page.reload()
  await expect(cells.first()).toBeVisible()
  await expectAccessible(page)
  await modes.getByRole('radio', { name: 'Severity' }).focus()
  await page.keyboard.press('ArrowLeft', { delay: 60 })
  await expect(page).toHaveURL(MAP)
})

test('in detail every touchpoint has its cells, and its own point on the curve', async ({ page, isMobile }) => {
  await page.goto(MAP)
  await page.getByRole('navigation', { name: 'Level of detail' }).getByRole('link', { name: 'By touchpoint' }).click()
  await expect(page).toHaveURL(`${MAP}?detail=touchpoints`)
  await expect(page.locator('table [data-number^="/pain/"][data-number$="/score"]:visible').first()).toBeVisible()
  if (isMobile || (page.viewportSize()?.width ?? 0) < 900) return
  const point = page.getByRole('link', { name: /^Data import, Onboarding: emotion index/ }).locator('visible=true')
  await page.getByRole('link', { name: /^Onboarding: emotion index/ }).locator('visible=true').focus()
  // The keys go on from the stage's point through those of its touchpoints, in their order.
  for (let presses = 0; presses < 4 && !(await point.evaluate((each) => each === document.activeElement)); presses++) await page.keyboard.press('ArrowRight')
  await expect(point).toBeFocused()
  await expect(page.getByRole('tooltip')).toContainText('Data import')
  await expectAccessible(page)
})

test('the list says where it hurts most and why, and leads to the panel of its touchpoint', async ({ page }) => {
  await page.goto(`${MAP}?heat=severity`)
  const rows = page.getByRole('region', { name: 'Where it hurts most' }).locator('ol > li')
  await expect(rows).toHaveCount(10)
  const severities = await rows.locator('[data-number$="/pain/severity"]').allTextContents()
  expect(severities.map(Number)).toEqual(severities.map(Number).toSorted((a, b) => b - a))
  await expect(rows.first()).toContainText(/% unhappy/)
  await expect(rows.first()).toContainText(/reaches \d+\s% of people \(by (events|invitations|responses)\)/)
  await expect(rows.first()).toContainText(/goes together with|assumed/)
  await expect(page.getByText(/does not mean .causes/)).toBeVisible()
  const link = rows.first().getByRole('link')
  const name = (await link.textContent()) ?? ''
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/heat=severity&stage=[^&]+&touchpoint=/)
  await expect(page.getByRole('dialog')).toContainText(name)
  await expectAccessible(page)
})

test('the plan says what each stage needs, and plans for another measure', async ({ page }) => {
  await page.goto(MAP)
  await page.getByRole('navigation', { name: 'Views of this journey' }).getByRole('link', { name: 'Plan' }).click()
  await expect(page).toHaveURL(`${MAP}/plan`)
  await expect(page.getByText(/stages? (with answers )?(is|are) (not yet )?narrow enough/).first()).toBeVisible()
  const needed = page.locator('[data-number="/stages/0/margin/needed"]:visible')
  await expect(needed).toHaveText(/^\d+$/)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: /^Measure/ }).click()
  await page.getByRole('option', { name: 'NPS' }).click()
  await expect(page).toHaveURL(`${MAP}/plan?metric=nps`)
  await expect(page.getByText('no answers: usual spread assumed').locator('visible=true').first()).toBeVisible()
  await page.goto(`${MAP}/plan?from=2026-03-02&to=2026-03-01`)
  await expect(page.getByText('ends before it begins').first()).toBeVisible()
  for (const view of ['plan?metric=joy', 'over-time?every=hour']) {
    await page.goto(`${MAP}/${view}`)
    await expect(page.getByText('Part of this address cannot be read and is left out.')).toBeVisible()
  }
  await page.goto(`${MAP}/plan`)
  await expect(needed).toHaveText(/^\d+$/)
  await expectAccessible(page)
})
