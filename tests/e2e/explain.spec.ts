import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { demoOf } from './server'
import { test } from './test'

const JOURNEY = 'self-serve-subscription'
const MAP = `/w/fernway/journeys/${JOURNEY}`
const API = `/api/v1/management/journeys/${JOURNEY}`

test.beforeEach(async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
})

const headers = () => ({ 'x-api-key': demoOf(process.env.WAYFELT_E2E_DATA ?? '').apiKey })

async function dataOf(request: APIRequestContext, path: string): Promise<unknown> {
  const reply = await request.get(path, { headers: headers() })
  expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
  return reply.json()
}

const valueAt = (root: unknown, pointer: string) => pointer.split('/').slice(1).reduce<unknown>((value, token) => (value as Record<string, unknown>)[token], root)

/** Where the numbers of a page stand, each once. */
const pointersOn = (page: Page) => page.evaluate<string[]>("[...new Set([...document.querySelectorAll('[data-number]')].map((each) => each.dataset.number))]")

// What reads as a value in the lanes (an index, a share, "<5") and would not explain itself; axes and legends are no values.
const UNEXPLAINED = `(() => {
  const walker = document.createTreeWalker(document.querySelector('section[aria-label="Journey map"]'), NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement
    const text = walker.currentNode.data.trim()
    const isValue = /^(<5|[+−]?\\d[\\d,.]*(\\s?%)?( ± \\d+)?)$/.test(text)
    const isBeside = at.closest('[aria-hidden="true"], .map-gutter') !== null || !at.checkVisibility()
    if (isValue && (at.closest('[data-number]') === null) && !isBeside) found.push(text + ' in ' + at.outerHTML.slice(0, 80))
  }
  return found
})()`

test('every number of the map and of a comparison explains itself, and its request gives the same number', async ({ page, request }, { project }) => {
  test.skip(project.name === 'phone', 'The same numbers, and the same API.')
  for (const query of ['', '?heat=severity', '?compare=previous', '?channel=web&compare=channel:app']) {
    await page.goto(MAP + query)
    const place = await page.getByRole('button', { name: 'How are these made?' }).getAttribute('data-explain-at')
    const read = new URL(place ?? '', 'http://wayfelt.test').searchParams
    const numbers = await pointersOn(page)
    expect(numbers.length, query).toBeGreaterThan(30)
    expect(numbers.some((number) => number.startsWith('/compared')), query).toBe(query.includes('compare='))
    const answers = new Map<string, unknown>()
    read.delete('journey')
    for (const number of numbers) {
      const { data } = (await dataOf(request, `${API}/explain?${read}&number=${encodeURIComponent(number)}`)) as { data: { shown: unknown; request: { path: string; pointer: string } } }
      const { path, pointer } = data.request
      if (!answers.has(path)) answers.set(path, await dataOf(request, path))
      expect([number, valueAt(answers.get(path), pointer)]).toEqual([number, data.shown])
    }
    expect(await page.evaluate(UNEXPLAINED), `${query}: values of the lanes that do not explain themselves`).toEqual([])
  }
})

test('a number opens its panel by a click and by Enter, and gets the focus back', async ({ page }) => {
  await page.goto(MAP)
  const number = page.locator('[role="button"][data-number="/stages/1/nps"]').locator('visible=true').first()
  await number.click()
  const panel = page.getByRole('dialog', { name: 'How this number is made' })
  await expect(panel.getByRole('heading', { name: 'NPS at Consideration' })).toBeVisible()
  await expect(panel.getByText('Percent of answers 9 and 10 minus percent of answers 0 to 6.')).toBeVisible()
  await expect(panel.getByText(/^n = \d+, S = /)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(number).toBeFocused()
  await page.keyboard.press('Enter')
  await panel.getByRole('link', { name: 'How far this can be trusted' }).click()
  await expect(page).toHaveURL('/help/numbers#nps')
})

test('within a link it is asked for by ?, or after "How are these made?"', async ({ page }) => {
  await page.goto(MAP)
  const point = page.locator('a[data-number="/stages/1/emotion"]').locator('visible=true')
  const panel = page.getByRole('dialog', { name: 'How this number is made' })
  await point.focus()
  await page.keyboard.press('?')
  await expect(panel.getByRole('heading', { name: 'Emotion index at Consideration' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(point).toBeFocused()
  await page.getByRole('button', { name: 'How are these made?' }).click()
  await expect(page.getByText('Choose a number to see how it is made')).toBeVisible()
  await expectAccessible(page)
  await point.click()
  await expect(panel.getByRole('heading', { name: 'Emotion index at Consideration' })).toBeVisible()
  await expect(page).toHaveURL(MAP)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Choose a number to see how it is made')).toHaveCount(0)
  await point.click()
  await expect(page).toHaveURL(`${MAP}?stage=consideration`)
})

test('in the panel of a stage, over time and among the drivers numbers explain themselves, too', async ({ page }) => {
  const panel = page.getByRole('dialog', { name: 'How this number is made' })
  await page.goto(`${MAP}?stage=onboarding`)
  const number = page.getByRole('dialog', { name: 'Onboarding' }).locator('[data-number="/stages/3/emotion"]')
  await number.click()
  await expect(panel.getByRole('heading', { name: 'Emotion index at Onboarding' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(number).toBeFocused()
  await page.goto(`${MAP}/over-time`)
  await page.locator('[role="button"][data-number^="/series/1/points/"]').locator('visible=true').click()
  await expect(panel.getByRole('heading', { name: 'NPS at Consideration' })).toBeVisible()
  await page.goto(`${MAP}/drivers`)
  await page.getByRole('button', { name: /^Show as table/ }).click()
  await page.locator('[data-number="/drivers/0"]').click()
  await expect(panel.getByText(/people with both/)).toBeVisible()
  await expectAccessible(page)
})

test('what fails is said in place, and can be tried again', async ({ page }) => {
  await page.goto(MAP)
  await page.route('**/explain?**', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"Something broke","detail":"Try again later."}' }))
  await page.locator('[role="button"][data-number="/stages/1/nps"]').locator('visible=true').first().click()
  await expect(page.getByRole('alert').getByText('Try again later.')).toBeVisible()
  await page.unroute('**/explain?**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'NPS at Consideration' })).toBeVisible()
})

test('the page on the numbers is open to everybody, and each formula has its place there', async ({ page, browser }) => {
  const guest = await (await browser.newContext({ viewport: page.viewportSize() })).newPage()
  await guest.goto('/help/numbers#confirmed')
  await expect(guest.getByRole('heading', { level: 1, name: 'How the numbers are made' })).toBeAttached()
  await expect(guest.getByRole('heading', { name: 'Confirmed', exact: true })).toBeInViewport()
  await expect(guest.getByRole('table', { name: /^Years with an alarm/ })).toContainText('39.2')
  await expectAccessible(guest)
  await guest.context().close()
})
