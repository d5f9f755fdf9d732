import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { signUp } from './steps'
import { test } from './test'

const DEMO = '/w/fernway/journeys/self-serve-subscription'

async function openDemo(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
}

for (const format of ['JSON', 'Mermaid', 'CSV']) {
  test(`a journey goes out as ${format} and comes in again in another workspace`, async ({ page, browser, baseURL }) => {
    await openDemo(page)
    await page.goto(`${DEMO}/exchange`)
    await expectAccessible(page)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `Save as ${format}` }).click()])
    const file = { name: download.suggestedFilename(), mimeType: 'text/plain', buffer: readFileSync(await download.path()) }
    const context = await browser.newContext({ baseURL, viewport: page.viewportSize() })
    const other = await context.newPage()
    const { base } = await signUp(other, 'Elsewhere')
    await other.goto(`${base}/journeys/new`)
    await other.getByRole('link', { name: 'From a file or text' }).click()
    await other.waitForURL(/\/new\/from$/)
    await other.locator('input[type=file]').setInputFiles(file)
    await expect(other.getByText(file.name)).toBeVisible()
    await other.getByRole('button', { name: 'Look at it first' }).click()
    await expect(other.getByRole('heading', { name: new RegExp(`^${format}: 6 stages, \\d+ touchpoints$`) })).toBeVisible()
    await expectAccessible(other)
    await other.getByLabel('Name of the journey').fill(`Brought as ${format}`)
    await other.getByRole('button', { name: 'Make this journey' }).click()
    await other.waitForURL(/\/journeys\/brought-as-\w+$/)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(`Brought as ${format}`)
    await expect(other.getByText('Use & support').locator('visible=true').first()).toBeVisible()
    await context.close()
  })
}

test('a Mermaid text with an error says its line and what is expected, keeps the text, and goes on once it is mended', async ({ page }) => {
  const { base } = await signUp(page, 'Mermaid')
  await page.goto(`${base}/journeys/new/from`)
  await expectAccessible(page)
  const text = page.getByLabel('Or paste it as text')
  await text.fill('journey\n  title Order\n  section Pay\n    Enter the card: bad: Me')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(page.getByText('Line 4, column 21: found “bad”, expected a score from 1 to 5.')).toBeVisible()
  await expect(text).toHaveValue(/Enter the card: bad/)
  await expect(text).toBeFocused()
  await expectAccessible(page)
  await text.fill('journey\n  title Order\n  section Pay\n    Enter the card: 2: Me')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(page.getByRole('heading', { name: 'Mermaid: 1 stage, 1 touchpoint' })).toBeVisible()
  await page.getByRole('button', { name: 'Make this journey' }).click()
  await page.waitForURL(/\/journeys\/order$/)
})

test('a text becomes changes of a draft, and the map stays as it is', async ({ page }) => {
  const { base } = await signUp(page, 'Drafted')
  await page.goto(`${base}/journeys/new/from`)
  await page.getByLabel('Or paste it as text').fill('stage,touchpoint,score\nBuy,Pay,1\n')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await page.getByLabel('Name of the journey').fill('Shop')
  await page.getByRole('button', { name: 'Make this journey' }).click()
  await page.waitForURL(/\/journeys\/shop$/)
  await page.goto(`${base}/journeys/shop/exchange`)
  await page.getByLabel('Or paste it as text').fill('stage,touchpoint,score\nBuy,Pay,1\nUse,Open,-2\n')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expect(page.getByText(/2 places are new\./)).toBeVisible()
  await page.getByRole('button', { name: 'Put it into the draft' }).click()
  await page.waitForURL(/\/shop\/edit$/)
  await expect(page.getByText('Use').locator('visible=true').first()).toBeVisible()
  await page.goto(`${base}/journeys/shop`)
  await expect(page.getByRole('heading', { name: 'Use' })).toHaveCount(0)
})
