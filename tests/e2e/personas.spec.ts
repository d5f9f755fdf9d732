import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { choose } from './steps'
import { test } from './test'

const MAP = '/w/fernway/journeys/self-serve-subscription'

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

/** The personas of the demo are shown as soon as a job has counted all of its answers. */
async function openCounted(page: Page, address: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.goto(address)
      return page.getByText(/^New answers are counted by these rules already/).count()
    }, { timeout: 60_000 })
    .toBe(0)
}

const seen = (page: Page, name: RegExp | string) => page.getByText(name).locator('visible=true').first()

test('a persona is made of an attribute, tried before it is saved, moved by keys, and deleted with a way back', async ({ page }, { project }) => {
  await openCounted(page, `${MAP}/personas`)
  await expectAccessible(page)
  const list = page.getByRole('list', { name: 'Personas in their order' })
  const names = () => list.getByRole('heading').allTextContents()
  const before = await names()
  await page.getByRole('button', { name: 'Add a persona' }).click()
  const dialog = page.getByRole('dialog', { name: 'New persona' })
  await dialog.getByRole('button', { name: 'Save persona' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  const name = `Renewed ${project.name}`
  await dialog.getByLabel('Name').fill(name)
  await choose(page, 'Asks about', 'plan')
  await dialog.getByLabel('Values', { exact: true }).fill('platinum')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^Nobody fits\. plan is: .*starter/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Take platinum away' }).click()
  await dialog.getByRole('button', { name: /^business/ }).click()
  await expect(dialog.getByText(/^Fits [\d,]+ of 2,000 answers/)).toBeVisible()
  await expect(dialog.getByText(/^All whom it fits belong to a persona further up/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save persona' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(names).toEqual([...before.slice(0, -1), name, 'No persona'])
  await expect(list.getByText('Plan is business').first()).toBeVisible()

  await list.getByRole('button', { name: `Move ${name}` }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(`${name} is number ${before.length} of ${before.length}.`)).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(`${name} is number ${before.length - 1} of ${before.length}.`)).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(names).toEqual([...before.slice(0, -2), name, ...before.slice(-2)])
  await expect(page.getByText(`“${name}” is number ${before.length - 1} now.`, { exact: true })).toBeVisible({ timeout: 30_000 })

  await list.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(page.getByRole('alertdialog', { name: `Delete “${name}”?` })).toContainText('No answer is lost')
  await page.getByRole('button', { name: 'Delete persona' }).click()
  await expect.poll(names).toEqual(before)
  await expect(page.getByText(`“${name}” is deleted.`, { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(names).toContain(name)
  await list.getByRole('button', { name: `Delete ${name}` }).click()
  await page.getByRole('button', { name: 'Delete persona' }).click()
  await expect.poll(names).toEqual(before)
})

test('an attribute is declared by keys, is counted, and is withdrawn after it was said what goes; the map leads to where', async ({ page }, { project }) => {
  const name = `country ${project.name}`
  await page.goto(`${MAP}?segment=${encodeURIComponent(`${name}:de`)}`)
  await page.getByRole('link', { name: 'Open the segments' }).click()
  const list = page.getByRole('list', { name: 'What answers are counted by' })
  await expect(list.getByRole('heading', { name: 'plan' })).toBeVisible()
  await page.getByRole('button', { name: 'Count by an attribute' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Count by an attribute' })
  await expect(dialog.getByText(/^[\d,]+ answers · 2 values: /)).toBeVisible()
  await dialog.getByRole('radio', { name: 'Another attribute' }).check()
  await expectAccessible(page)
  const field = dialog.getByRole('textbox', { name: 'Attribute' })
  await field.fill('channel')
  await field.press('Enter')
  await expect(dialog.getByText('This is a field of every response and no attribute.')).toBeVisible()
  await field.fill(name)
  await field.press('Enter')
  await expect(dialog).toBeHidden()
  const row = list.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await expect(row.getByText(/^New answers are counted by it already\./)).toBeVisible()
  await expectAccessible(page)
  await row.getByRole('button', { name: `Count by ${name} no longer` }).click()
  await expect(page.getByRole('alertdialog', { name: `Count by “${name}” no longer?` })).toContainText('Answers keep the attribute')
  await page.getByRole('button', { name: 'Count by it no longer' }).click()
  await expect(row).toHaveCount(0)
  await expect(page.getByText(`Answers are no longer counted by “${name}”.`, { exact: true })).toBeVisible()
})

test('whoever fits none is counted, and what they say is the way to a persona', async ({ page }) => {
  await openCounted(page, `${MAP}/personas`)
  await page.getByRole('button', { name: 'See which attributes they have' }).click()
  await page.getByRole('button', { name: 'Make a persona of channel web' }).click()
  const dialog = page.getByRole('dialog', { name: 'New persona' })
  await expect(dialog.getByText(/^Fits [\d,]+ of 2,000 answers/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
})

test('all personas stand in one lane by name, those of none are counted beside, and a badge leads there', async ({ page }, { project }) => {
  await openCounted(page, `${MAP}/personas`)
  await page.goto(MAP)
  await page.getByRole('link', { name: /Onboarding: personas differ by more than chance, from .* to Wants a hand/ }).locator('visible=true').click()
  await expect(page).toHaveURL(/segment=persona%3A.*compare=segment%3Apersona%3A.*compare=segment%3Apersona%3A/)
  for (const name of ['Wants a hand', 'Small teams', 'Larger teams']) await expect(seen(page, name)).toBeVisible()
  await expect(seen(page, /^Of no persona: (\d+ answers|hidden for privacy)\.$/)).toBeVisible()
  await expectAccessible(page)
  if (project.name === 'desktop') {
    const curves = page.getByRole('group', { name: /^Wants a hand, Small teams, Larger teams/ })
    await curves.getByRole('link', { name: /^Awareness/ }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(curves.getByRole('link', { name: /^Consideration: Wants a hand: .*; Small teams: .*; Larger teams: / })).toBeFocused()
  }
  await page.getByRole('button', { name: /^Compare/ }).click()
  await page.getByRole('link', { name: /^All personas/ }).click()
  await expect(page).toHaveURL(MAP)
})
