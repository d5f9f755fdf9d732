import { expect } from '@playwright/test'
import { expectAccessible } from './axe'
import { choose, signUp } from './steps'
import { test } from './test'

const SCORES = [9, 10, 3, 8, 7, 11, 6, 9]

const csv = (rows: number): string =>
  [
    'answer id,when,phase,how likely to recommend,remarks',
    ...Array.from({ length: rows }, (_, i) => {
      const day = String(1 + (i % 28)).padStart(2, '0')
      return `${i + 1},${day}/05/2018 10:30,${i % 2 ? 'First payment' : 'Order'},${SCORES[i % SCORES.length]},"Said in row ${i + 1}, no more"`
    }),
  ].join('\r\n')

const file = (text: string) => ({ name: 'broadband.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a file is mapped, imported, and known when it comes again', async ({ page }) => {
  const { base } = await signUp(page, 'Importers')
  await page.goto(`${base}/imports`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New import' }).click()
  await page.getByLabel('Choose a file').setInputFiles(file('PK\u0003\u0004'))
  await expect(page.getByText('this is an Excel workbook or a zip archive')).toBeVisible()
  await page.getByLabel('Choose a file').setInputFiles(file(csv(240)))
  await expect(page.getByRole('combobox', { name: 'Use phase as' })).toHaveText('Stage')
  await expect(page.getByRole('combobox', { name: 'Use how likely to recommend as' })).toHaveText('NPS, 0 to 10')
  await page.getByText('Show the first 20 rows').click()
  await expectAccessible(page)
  await page.getByLabel('How times are written').fill('yyyy-MM-dd')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('expected yyyy-MM-dd')).toBeVisible()
  await page.getByLabel('How times are written').fill('dd/MM/yyyy HH:mm')
  await page.getByRole('button', { name: 'Start the import' }).click()

  await expect(page.getByText('The whole file is read.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('definition').filter({ hasText: '210' })).toBeVisible()
  await expect(page.getByRole('row', { name: /"11" is not a whole number from 0 to 10/ })).toHaveCount(30)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open the map' }).click()
  await expect(page.getByRole('link', { name: /^Order: emotion index .*, 120 answers/ })).toBeVisible()

  await page.goto(`${base}/imports/new`)
  await page.getByLabel('Choose a file').setInputFiles(file(csv(240)))
  await choose(page, 'Journey', 'Broadband')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('The whole file is read.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`${base}/imports`)
  await expect(page.getByRole('row', { name: /broadband\.csv/ })).toHaveCount(2)
  await expectAccessible(page)
})

test('columns that rate a touchpoint each are asked for their place, and become one response a row', async ({ page }) => {
  const { base } = await signUp(page, 'Raters')
  await page.goto(`${base}/imports/new`)
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 6},${1 + (i % 5)},${i % 3 ? 'satisfied' : 'neutral'}`)
  await page.getByLabel('Choose a file').setInputFiles({ name: 'flights.csv', mimeType: 'text/csv', buffer: Buffer.from(['gate,seat,verdict', ...rows].join('\n')) })
  for (const column of ['gate', 'seat']) await choose(page, `Use ${column} as`, 'Answer: CSAT at a touchpoint')
  await choose(page, 'Use verdict as', 'Outcome')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('Name the stage.')).toHaveCount(2)
  await expect(page.getByLabel('Stage that gate rates')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Stage that gate rates').fill('Airport')
  await page.getByLabel('Touchpoint that gate rates').fill('Gate/location')
  await page.getByLabel('Stage that seat rates').fill('On board')
  await page.getByLabel('Value that means “not rated”').fill('0')
  await page.getByLabel('Value of verdict that counts as reached').fill('Satisfied')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('Column "verdict" never holds "Satisfied"; it holds "neutral", "satisfied".')).toBeVisible()
  await page.getByLabel('Value of verdict that counts as reached').fill('satisfied')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('The whole file is read.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Open the map' }).click()
  await expect(page.getByRole('link', { name: /^Airport: emotion index .*, 33 answers/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^On board: emotion index .*, 40 answers/ })).toBeVisible()
})

test('an API key is shown once, works, and is refused after it was revoked', async ({ page, request }) => {
  const { base } = await signUp(page, 'Keepers')
  await page.goto(`${base}/settings`)
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByRole('button', { name: 'Create key' }).click()
  await expect(page.getByText('Give the key a name.')).toBeVisible()
  await page.getByRole('dialog').getByLabel('Name').fill('Nightly import')
  await page.getByRole('button', { name: 'Create key' }).click()
  const key = (await page.getByTestId('api-key').textContent()) ?? ''
  const journeys = () => request.get('/api/v1/management/journeys', { headers: { 'x-api-key': key } })
  expect((await journeys()).status()).toBe(200)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(key)).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Nightly import/ })).toContainText(key.slice(-4))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Revoke Nightly import' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('row', { name: /Nightly import/ })).toContainText('Revoked')
  expect((await journeys()).status()).toBe(401)
  await page.getByLabel('Name').fill('Keepers & Co')
  await page.locator('form').filter({ has: page.getByLabel('Name', { exact: true }) }).getByRole('button').click()
  await expect(page.getByRole('button', { name: /Workspace: Keepers & Co/ })).toBeVisible()
})
