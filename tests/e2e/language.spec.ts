import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './test'

const openDemo = async (page: Page, name: RegExp) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.waitForURL(/\/w\//)
}

test('a language that is chosen holds on every page until the browser’s is wanted again', async ({ page }) => {
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await openDemo(page, /open the demo/i)
  await page.goto('/w/fernway/settings')
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expectAccessible(page)
  for (const [address, title] of [
    ['/w/fernway/journeys', 'Journeys'],
    ['/w/fernway/imports/new', 'Antworten importieren'],
    ['/help/numbers', 'Wie die Zahlen entstehen'],
    ['/help/asking', 'Wer gefragt wird und was bleibt'],
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  await page.goto('/w/fernway/settings')
  await page.getByRole('button', { name: /^Ihr Konto/ }).click()
  await page.getByRole('menuitemradio', { name: 'Wie der Browser' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  expect(faults).toEqual([])
})

test('whoever has chosen nothing reads what the browser asks for', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-AT' })
  const page = await context.newPage()
  await openDemo(page, /Demo öffnen/)
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unter dieser Adresse gibt es nichts')
  await context.close()
})
