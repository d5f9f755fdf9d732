import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { choose, chooseFrom, drag, moveByKeys, namesIn, publishMap, send, signIn, signUp, startJourney, ticketOf } from './steps'
import { test } from './test'

test('from signing up to an answer that moves an open map, and to its comment in two clicks', async ({ page, browser, request }) => {
  const { email, base } = await signUp(page, 'Fernway')
  const map = `${base}/journeys/online-shop`

  await test.step('a journey from a template opens as an empty map', async () => {
    await startJourney(page, /Online shop/, 'Fernway')
    await expect(page.getByText('No answers yet in this period.')).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('its places are renamed, added, ordered, moved, archived and brought back', () => editJourney(page, map))
  await test.step('who signed out comes back by e-mail and password', () => signInAgain(page, email))
  const link = await test.step('a survey with every instrument goes live at a touchpoint', () => publishSurvey(page, base))

  const respondent = await openOnPhone(browser, link)
  const ticket = await ticketOf(respondent)
  await test.step('the map shows what came in', async () => {
    for (const nps of [10, 9, 9, 8, 2]) await send(request, ticket, { nps, channel: 'app', comment: `Paid by app, ${nps} of 10` })
    for (const nps of [6, 7, 5, 7]) await send(request, ticket, { nps, channel: 'phone' })
    // All but four came by app: the rest would be these four people alone.
    await page.goto(`${map}?channel=app`)
    // While a page streams in, its text stands twice for a moment, once hidden.
    await expect(page.getByText('This filter could set fewer than 5 answers apart.').filter({ visible: true })).toBeVisible()
    await page.goto(map)
    await expect(pointOf(page, '9 answers')).toBeVisible()
    await expect(page.getByText('Live ·')).toBeVisible()
  })
  await test.step('an answer by keyboard alone reaches the open map within two seconds', async () => {
    await expectAccessible(respondent)
    await respondent.keyboard.press('9')
    await respondent.keyboard.press('Enter')
    await expect(respondent.getByText('Question 2 of 5 · Saved so far')).toBeVisible()
    await expect(pointOf(page, '10 answers')).toBeVisible({ timeout: 2000 })
    await finishByKeyboard(respondent)
  })
  await test.step('filters live in the address', () => filterMap(page, map))
  await test.step('every chart has its table', () => showTables(page, base))
  await test.step('from a point to its comments in two clicks', async () => {
    await page.goto(map)
    await pointOf(page, '10 answers').click()
    await page.getByRole('dialog', { name: 'Pay' }).getByRole('link', { name: 'Comments', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Pay' }).getByText('Quick and clear, thank you')).toBeInViewport()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(map)
  })
})

const pointOf = (page: Page, answers: string) => page.getByRole('link', { name: new RegExp(`^Pay: emotion index .*, ${answers}`) })

const isSmall = (page: Page) => (page.viewportSize()?.width ?? 0) < 900

async function editJourney(page: Page, map: string): Promise<void> {
  await page.goto(`${map}/edit`)
  const stages = page.getByRole('list', { name: 'Stages in order' }).getByRole('heading', { level: 2 })
  await page.getByRole('button', { name: 'Rename stage Checkout' }).click()
  await page.getByLabel('Stage', { exact: true }).fill('Delivery')
  await page.keyboard.press('Enter')
  await expect(page.getByText('"Delivery" is there already. Choose another name.')).toBeVisible()
  await page.getByLabel('Stage', { exact: true }).fill('Pay')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Rename stage Pay' }) }).getByRole('button', { name: 'Add touchpoint' }).click()
  await page.getByLabel('New touchpoint in Pay').fill('Voucher')
  await page.keyboard.press('Enter')
  await moveByKeys(page, 'Voucher', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect.poll(() => namesIn(page, 'Touchpoints of Pay')).toEqual(['Voucher', 'Basket', 'Payment', 'Order confirmation'])
  await chooseFrom(page, 'Basket', 'Compare')
  await chooseFrom(page, 'Newsletter', 'Archive')
  await page.getByText('“Newsletter” is archived.').first().waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect.poll(() => namesIn(page, 'Touchpoints of Discover')).toEqual(['Home page', 'Newsletter', 'Search'])
  await moveByKeys(page, 'Return', 'ArrowLeft')
  if (!isSmall(page)) {
    await drag(page, 'Search', 'Refund')
    await expect.poll(() => namesIn(page, 'Touchpoints of Return')).toContain('Search')
    await drag(page, 'Discover', 'Compare')
    await expect(stages.first()).toHaveText('Compare')
    await drag(page, 'Discover', 'Compare')
    await expect(stages.first()).toHaveText('Discover')
  }
  await chooseFrom(page, 'Use', 'Archive')
  await expect(page.getByRole('button', { name: /^Archived/ })).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(stages).toHaveText(['Discover', 'Compare', 'Pay', 'Delivery', 'Return'])
  expect(await namesIn(page, 'Touchpoints of Compare')).toEqual(['Product page', 'Size guide', 'Chat advice', 'Basket'])
  // The name has changed, the key has not.
  await expect(page.getByText('checkout', { exact: true })).toBeVisible()
  await publishMap(page, 'Checkout is called Pay')
}

async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: /Your account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await expectAccessible(page)
  await signIn(page, email)
}

async function publishSurvey(page: Page, base: string): Promise<string> {
  await page.goto(`${base}/surveys`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New survey' }).click()
  await page.waitForURL(/surveys\/new/)
  await choose(page, 'Stage', 'Pay')
  await choose(page, 'Touchpoint', 'Payment')
  await page.getByLabel('Name', { exact: true }).fill('After paying')
  await page.getByRole('radio', { name: /All of them/ }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create survey' }).click()
  await page.waitForURL(/surveys\/[0-9a-f-]{36}$/)
  // A small screen shows the parts of the editor one at a time.
  if (isSmall(page)) await page.getByRole('radio', { name: 'Put live' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('People see the questions as they stand here.')).toBeVisible()
  await expectAccessible(page)
  return (await page.getByRole('link', { name: 'Open', exact: true }).getAttribute('href')) ?? ''
}

/** A person without an account, on a small screen, whichever screen the team has. */
async function openOnPhone(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

/** After the score: CSAT, CES, a face and a comment, never touching the mouse. */
async function finishByKeyboard(page: Page): Promise<void> {
  for (const [i, digit] of ['4', '6', '5'].entries()) {
    await page.keyboard.press(digit)
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Question ${i + 3} of 5`)).toBeVisible()
  }
  await page.keyboard.press('Tab')
  await page.keyboard.type('Quick and clear, thank you')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/has reached Fernway|Thank you/).first()).toBeVisible()
  await expectAccessible(page)
}

async function filterMap(page: Page, map: string): Promise<void> {
  await choose(page, 'Channel', 'app')
  await expect(page).toHaveURL(`${map}?channel=app`)
  await expect(pointOf(page, '5 answers')).toBeVisible()
  await page.getByRole('button', { name: /^Period/ }).click()
  await page.getByRole('link', { name: 'Last 7 days' }).click()
  await expect(page).toHaveURL(`${map}?period=7d&channel=app`)
  await page.reload()
  await expect(pointOf(page, '5 answers')).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(map)
  await expect(pointOf(page, '10 answers')).toBeVisible()
  await expectAccessible(page)
}

async function showTables(page: Page, base: string): Promise<void> {
  await page.getByRole('button', { name: /^Show as table.*emotion curve/ }).click()
  const table = page.getByRole('table', { name: /^Emotion index by stage/ })
  await expect(table.getByRole('row', { name: /^Pay/ })).toContainText('10 (low n)')
  await page.getByRole('link', { name: 'By touchpoint' }).click()
  await expect(page.getByRole('table', { name: /^Pay: how its touchpoints felt/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Over time' }).click()
  await page.waitForURL(/over-time/)
  await page.getByRole('button', { name: /^Show as table/ }).first().click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${base}/journeys`)
  await expect(page.getByRole('row', { name: /Online shop/ })).toContainText('10')
  await expectAccessible(page)
}
