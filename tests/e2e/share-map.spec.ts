import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './hosts/fixtures'
import { type Demo, demoOf } from './server'
import { choose } from './steps'

const MAP = '/w/fernway/journeys/self-serve-subscription'

const demo = (): Demo => demoOf(process.env.WAYFELT_E2E_DATA ?? '')

async function call<T>(request: APIRequestContext, method: 'POST' | 'GET', path: string, data?: unknown): Promise<T> {
  const reply = await request.fetch(`/api/v1/management/${path}`, { method, headers: { 'x-api-key': demo().apiKey }, ...(data === undefined ? {} : { data }) })
  expect(reply.ok(), await reply.text()).toBe(true)
  return ((await reply.json()) as { data: T }).data
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
}

/** Somebody else, on a screen of the same size. */
async function guestOf(browser: Browser, page: Page): Promise<Page> {
  return (await browser.newContext({ viewport: page.viewportSize(), reducedMotion: 'reduce' })).newPage()
}

async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

const DEFINITION = {
  title: 'After paying', company: 'Fernway', language: 'en', thanks: { title: 'Thank you', text: '' },
  questions: [{ id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', required: true }],
}

/** A journey of its own with twelve answers, and how to give more. */
async function answered(request: APIRequestContext) {
  const { key } = await call<{ key: string }>(request, 'POST', 'journeys', { name: `Shop ${randomUUID().slice(0, 8)}`, stages: ['Pay', 'Return'] })
  const { id } = await call<{ id: string }>(request, 'POST', 'surveys', { journey: key, touchpoint: 'pay.overall', name: 'After paying', definition: DEFINITION })
  await call(request, 'POST', `surveys/${id}/publish`)
  const answer = async (times: number, recommend: number) => {
    for (let i = 0; i < times; i++) {
      const data = { submissionId: randomUUID(), surveyId: id, data: { recommend }, finished: true }
      expect((await request.post(`/api/v1/client/${demo().workspaceId}/responses`, { data })).status()).toBe(201)
    }
  }
  await answer(12, 9)
  return { key, answer }
}

test('an editor shares a map by a link with a password, and takes it back', async ({ page, browser, request }) => {
  await signIn(page)
  await page.goto(MAP)
  await page.getByRole('link', { name: 'Share', exact: true }).click()
  await page.waitForURL(`**${MAP}/share`)
  await expectAccessibleInBoth(page)
  const name = `Board ${randomUUID().slice(0, 8)}`
  await page.getByRole('button', { name: 'New link' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Password' }).fill('short')
  await choose(page, 'Ends', 'In 30 days')
  await dialog.getByRole('button', { name: 'Make link' }).click()
  await expect(dialog.getByText('Use at least 10 characters.')).toBeVisible()
  await expectAccessibleInBoth(page)
  await dialog.getByRole('textbox', { name: 'Password' }).fill('over the hills')
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const address = (await dialog.getByTestId('share-address').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  const add = page.getByRole('button', { name: 'New link' })
  await add.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(dialog.getByRole('combobox', { name: /^Ends/ })).toContainText('Never')
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('Password')

  const guest = await guestOf(browser, page)
  await test.step('the password is asked for', async () => {
    expect((await guest.goto(address))?.status()).toBe(401)
    await expect(guest).toHaveTitle('Wayfelt')
    await expectAccessibleInBoth(guest)
    await guest.getByLabel('Password').fill('over the sea')
    await guest.getByRole('button', { name: 'Open the map' }).click()
    await expect(guest.getByText('That is not the password.')).toBeVisible()
    await guest.getByLabel('Password').fill('over the hills')
    await guest.getByRole('button', { name: 'Open the map' }).click()
    await expect(guest.getByRole('heading', { level: 1, name: 'Self-serve subscription' })).toBeVisible()
  })
  await test.step('the map is there, and nothing else', async () => {
    await expectAccessibleInBoth(guest)
    await guest.getByRole('link', { name: 'Onboarding', exact: true }).locator('visible=true').click()
    const panel = guest.getByRole('dialog', { name: 'Onboarding' })
    await expect(panel.getByRole('row', { name: /Data import/ })).toBeVisible()
    await expect(panel.getByText('In their words')).toHaveCount(0)
    await panel.getByRole('link', { name: 'Data import' }).click()
    await expect(panel.getByText('Only Data import.')).toBeVisible()
    await panel.getByRole('link', { name: 'Show the whole stage' }).click()
    await expect(panel.getByText('Only Data import.')).toHaveCount(0)
    await expectAccessibleInBoth(guest)
    await guest.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    const kept = await guest.context().cookies()
    expect(kept.map(({ name: cookie, path, httpOnly }) => [cookie, path, httpOnly])).toEqual([['wayfelt-share', new URL(address).pathname, true]])
    for (const path of [MAP, `${MAP}/share`, `${MAP}/edit`, '/w', '/w/fernway/settings']) {
      await guest.goto(path)
      await expect(guest).toHaveURL(/\/sign-in/)
    }
    const replies = await Promise.all(['/api/v1/management/journeys', '/w/fernway/live?journey=self-serve-subscription'].map((path) => guest.request.get(path, { maxRedirects: 0 })))
    expect(replies.map((reply) => reply.status())).toEqual([401, 307])
  })
  await test.step('the eleventh wrong password of an hour is told to wait', async () => {
    const guess = () => request.post(`${address}/open`, { form: { password: 'over the moon' }, maxRedirects: 0 })
    // The one above was right, and counts as none; the wrong one before it counts.
    for (let i = 0; i < 9; i++) expect((await guess()).headers().location).toMatch(/refused=wrong$/)
    const told = (await guess()).headers().location ?? ''
    expect((await request.get(told)).status()).toBe(429)
    const stranger = await guestOf(browser, page)
    await stranger.goto(told)
    await expect(stranger.getByText('Too many wrong passwords. Wait an hour and try again.')).toBeVisible()
    await stranger.context().close()
  })
  await test.step('it is revoked', async () => {
    await page.reload()
    await expect(row).toContainText(/once|times/)
    await page.getByRole('button', { name: `Revoke ${name}` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(row).toContainText('Revoked on')
    expect((await guest.goto(address))?.status()).toBe(404)
    await expect(guest.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
    await expectAccessibleInBoth(guest)
    const guessed = await request.get('/share/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    expect([guessed.status(), guessed.headers()['set-cookie']]).toEqual([404, undefined])
  })
})

test('a map in the frame of another site shows new answers as they come, and only where it may be framed', async ({ page, request, site }) => {
  const { key, answer } = await answered(request)
  const make = (more: object) => call<{ url: string }>(request, 'POST', `journeys/${key}/shares`, { name: 'Intranet', ...more })
  const [open, closed] = [await make({ embed: true }), await make({})]
  const frame = (url: string, title: string) => `<iframe title="${title}" src="${url}?embed=1&theme=dark" width="100%" height="700"></iframe>`
  const body = `<!doctype html><html lang="en"><title>Intranet</title><h1>Intranet</h1>${frame(open.url, 'open')}${frame(closed.url, 'closed')}`
  await page.goto(await site({ '/': body }))
  const shown = page.frameLocator('iframe[title=open]')
  await expect(shown.getByText('Emotion index. 12 answers')).toBeVisible()
  expect(await shown.locator('html').getAttribute('data-theme')).toBe('dark')
  await expect(page.frameLocator('iframe[title=closed]').getByText('Emotion index.')).toHaveCount(0)
  await expect(shown.getByText('Live', { exact: true })).toBeVisible()
  await answer(4, 0)
  await page.waitForTimeout(4000)
  await expect(shown.getByText('Emotion index. 12 answers')).toBeVisible()
  await answer(1, 0)
  await expect(shown.getByText('Emotion index. 17 answers')).toBeVisible({ timeout: 15_000 })
})

test('a team plans its review, notes it, and its calendar reads the day', async ({ page, request }) => {
  const { key } = await answered(request)
  await signIn(page)
  await page.goto(`/w/fernway/journeys/${key}`)
  await page.getByRole('link', { name: 'No review planned' }).click()
  await page.waitForURL('**/share#review')
  await expect(page.getByText('Not reviewed yet.')).toBeVisible()
  await page.getByLabel('Again every (days)').fill('14')
  await page.getByRole('button', { name: 'Save' }).click()
  const address = page.getByTestId('calendar-address')
  const first = (await address.textContent()) ?? ''
  const calendar = await request.get(first)
  expect([calendar.status(), calendar.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await calendar.text()).toContain('RRULE:FREQ=DAILY;INTERVAL=14')
  await page.getByRole('button', { name: 'Reviewed today' }).click()
  await expect(page.getByText(/^Last reviewed .* \(today\)\.$/)).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.getByRole('button', { name: 'Make a new address' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new address' }).click()
  await expect(address).not.toHaveText(first)
  expect((await request.get(first)).status()).toBe(404)
  await page.goto(`/w/fernway/journeys/${key}`)
  await expect(page.getByText('reviewed today').locator('visible=true')).toBeVisible()
})
