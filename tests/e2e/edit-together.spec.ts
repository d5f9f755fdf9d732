import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { chooseFrom, publishMap, rename, signIn, signUp, startJourney } from './steps'
import { test } from './test'

const stageNames = (page: Page) => page.getByRole('list', { name: 'Stages in order' }).getByRole('heading', { level: 2 })

/** The same map in a second browser, with a session of its own. */
async function second(browser: Browser, page: Page, email: string, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: page.viewportSize(), reducedMotion: 'reduce' })
  const other = await context.newPage()
  await other.goto('/sign-in')
  await signIn(other, email)
  await other.goto(address)
  return other
}

test('two people write one map at once: nothing is lost, the same thing asks, and publishing reaches an open map', async ({ page, browser }) => {
  const { email, base } = await signUp(page, 'Fernway')
  await startJourney(page, /Online shop/, 'Fernway')
  const map = `${base}/journeys/online-shop`
  const open = await second(browser, page, email, map)
  const other = await second(browser, page, email, `${map}/edit`)
  await page.goto(`${map}/edit`)
  await expect(stageNames(other)).toHaveText(['Discover', 'Compare', 'Checkout', 'Delivery', 'Use', 'Return'])

  await test.step('what one writes the other sees without loading the page again', () => writeApart(page, other))
  await test.step('who changes what somebody else has just changed is asked', () => meet(page, other))
  await test.step('of a dialog only what was disputed is asked about', () => meetInDialog(page, other))
  await test.step('undo takes back what one did oneself', () => takeBack(page, other))
  await test.step('a point is drawn, with what was measured out of sight', () => draw(page, other))
  await test.step('a stage is split and another merged, and both can be taken back', () => regroup(page))
  await test.step('changes are listed with who made them, and taken back one by one', () => review(page, other))
  await test.step('nothing of it is on the map until it is published, and then it is, also where the map stands open', async () => {
    await expect(open.getByRole('heading', { name: 'Send back' })).toHaveCount(0)
    await publishMap(page, 'Return is called Send back')
    await expect(open.getByRole('heading', { name: 'Send back' }).filter({ visible: true }).first()).toBeVisible()
    await expect(other.getByText('As on the map, version 2')).toBeVisible()
  })
  await test.step('the version before it can be opened as it stood, and made the draft', () => lookBack(page, map))
  await test.step('what is asked outlives a reload and a publication', () => outlive(page, other, map))
  await open.context().close()
  await other.context().close()
})

async function writeApart(page: Page, other: Page): Promise<void> {
  await rename(page, 'Stage', 'Checkout', 'Pay')
  await expect(stageNames(other).nth(2)).toHaveText('Pay')
  await other.getByRole('button', { name: 'Add an owner: Owner of Pay' }).click()
  await other.getByLabel('Owner', { exact: true }).fill('Tomás Silva')
  await other.getByLabel('Role or team').fill('Checkout')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /^Change: Owner of Pay\./ })).toContainText('Tomás Silva')
  await expect(page.getByText('Draft · 2 changes, not on the map yet')).toBeVisible()
  await expectAccessible(page)
}

async function meet(page: Page, other: Page): Promise<void> {
  const field = other.getByLabel('Stage', { exact: true })
  await other.getByRole('button', { name: 'Rename stage Return', exact: true }).click()
  await field.fill('Send back')
  await rename(page, 'Stage', 'Return', 'Returns')
  // The change is known there, and what is being typed stays.
  await expect(other.getByText('Draft · 3 changes, not on the map yet')).toBeVisible()
  await expect(field).toHaveValue('Send back')
  await field.press('Enter')
  const question = other.getByText('Mara Lind has changed this to “Returns” in the meantime.')
  await expect(question).toBeVisible()
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(question).toHaveCount(0)
  await expect(stageNames(other).last()).toHaveText('Returns')

  await other.getByRole('button', { name: 'Rename stage Returns', exact: true }).click()
  await field.fill('Send back')
  await rename(page, 'Stage', 'Returns', 'Give back')
  await expect(stageNames(page).last()).toHaveText('Give back')
  await field.press('Enter')
  await expect(other.getByText('Mara Lind has changed this to “Give back” in the meantime.')).toBeVisible()
  await other.getByRole('button', { name: 'Use yours' }).click()
  await expect(stageNames(page).last()).toHaveText('Send back')
}

async function meetInDialog(page: Page, other: Page): Promise<void> {
  for (const each of [other, page]) await chooseFrom(each, 'Payment', 'Owner, channel and more…')
  const fill = async (each: Page, channel: string, owner: string) => {
    const dialog = each.getByRole('dialog', { name: 'Payment' })
    await dialog.getByLabel('Channel').fill(channel)
    await dialog.getByLabel('Owner', { exact: true }).fill(owner)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await fill(page, 'kiosk', '')
  await fill(other, 'counter', 'Jonas Okafor')
  await expect(other.getByText('Mara Lind has changed this to “kiosk” in the meantime.')).toBeVisible()
  await other.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(page.getByText('kiosk · Jonas Okafor')).toBeVisible()
}

async function takeBack(page: Page, other: Page): Promise<void> {
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await expect(other.getByText('Jonas Okafor')).toBeVisible()
  await expect(other.getByText('kiosk')).toHaveCount(0)
  for (let step = 0; step < 2; step++) {
    // What the other has changed since stays the other's.
    await undo.click()
    await expect(page.getByText(/^Not taken back\./).first()).toBeVisible()
    await expect(stageNames(page).last()).toHaveText('Send back')
  }
  await undo.focus()
  await page.keyboard.press('Control+z')
  await expect(stageNames(other).nth(2)).toHaveText('Checkout')
  await expect(other.getByRole('button', { name: /^Change: Owner of Checkout\./ })).toContainText('Tomás Silva')
  await page.keyboard.press('Control+Shift+z')
  await expect(stageNames(other).nth(2)).toHaveText('Pay')
}

async function draw(page: Page, other: Page): Promise<void> {
  const point = page.getByRole('slider', { name: 'Assumed emotion of Discover' })
  await page.getByRole('checkbox', { name: 'Hide what was measured' }).filter({ visible: true }).check()
  await point.focus()
  for (const key of ['PageUp', 'PageUp', 'ArrowUp']) await page.keyboard.press(key)
  await expect(point).toHaveAttribute('aria-valuetext', '+21')
  await expect(other.getByRole('slider', { name: 'Assumed emotion of Discover' })).toHaveAttribute('aria-valuetext', '+21')
  await page.getByRole('button', { name: 'Say why: why so in Discover' }).click()
  await page.getByLabel('Because…').fill('People come with a plan')
  await page.keyboard.press('Enter')
  await expect(other.getByText('People come with a plan')).toBeVisible()
  // By the pointer: 26 pixels of 104 are half of the way from the middle to the top.
  const drawn = page.getByRole('slider', { name: 'Assumed emotion of Compare' })
  await drawn.scrollIntoViewIfNeeded()
  const box = await drawn.boundingBox()
  if (!box) throw new Error('The point of Compare is not on the board.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 26, { steps: 4 })
  await page.mouse.up()
  await expect(other.getByRole('slider', { name: 'Assumed emotion of Compare' })).toHaveAttribute('aria-valuetext', '−50')
}

async function regroup(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first()
  await chooseFrom(page, 'Discover', 'Split stage…')
  const split = page.getByRole('dialog', { name: 'Split “Discover”' })
  await split.getByLabel('Name of the new stage').fill('Search first')
  await split.getByRole('button', { name: 'Split' }).click()
  await expect(split.getByText('Choose at least one touchpoint.')).toBeVisible()
  await split.getByLabel('Search', { exact: true }).check()
  await expectAccessible(page)
  await split.getByRole('button', { name: 'Split' }).click()
  await expect(stageNames(page)).toHaveText(['Discover', 'Search first', 'Compare', 'Pay', 'Delivery', 'Use', 'Send back'])
  await undo.click()
  await expect(stageNames(page)).toHaveText(['Discover', 'Compare', 'Pay', 'Delivery', 'Use', 'Send back'])
  await chooseFrom(page, 'Use', 'Merge into…')
  const merge = page.getByRole('dialog', { name: 'Merge “Use” into another stage' })
  await merge.getByRole('radio', { name: 'Delivery' }).check()
  await expect(merge.getByText('become the touchpoint “Use: overall” of “Delivery”')).toBeVisible()
  await expectAccessible(page)
  await merge.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(stageNames(page)).toHaveText(['Discover', 'Compare', 'Pay', 'Delivery', 'Send back'])
  await expect(page.getByRole('button', { name: 'Rename touchpoint Use: overall' })).toBeVisible()
  await undo.click()
  await expect(stageNames(page)).toHaveText(['Discover', 'Compare', 'Pay', 'Delivery', 'Use', 'Send back'])
}

async function review(page: Page, other: Page): Promise<void> {
  await other.getByRole('button', { name: /^Changes/ }).click()
  const list = other.getByRole('dialog', { name: 'Changes' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Send back' })).toContainText('Mara Lind')
  await expectAccessible(other)
  await list.getByRole('button', { name: 'Take back: Compare, Assumed emotion' }).click()
  await expect(list.getByRole('button', { name: 'Take back: Compare, Assumed emotion' })).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Assumed emotion of Compare' })).toHaveAttribute('aria-valuetext', 'nothing assumed')
  await other.keyboard.press('Escape')
}

async function lookBack(page: Page, map: string): Promise<void> {
  await page.goto(map)
  await page.getByRole('link', { name: 'Map v2, all versions' }).click()
  await page.waitForURL(`${map}/versions`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 2' })).toContainText('Return is called Send back')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Version 1', exact: true }).click()
  await expect(page.getByText(/^Version 1, as it stood on/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Return', exact: true }).filter({ visible: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make a draft of this version' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make it the draft' }).click()
  await page.waitForURL(`${map}/edit`)
  await expect(stageNames(page)).toHaveText(['Discover', 'Compare', 'Checkout', 'Delivery', 'Use', 'Return'])
  await chooseFrom(page, 'this journey', 'Discard the draft…')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(stageNames(page).last()).toHaveText('Send back')
  await page.goto(`${map}/versions/7`)
  await expect(page.getByRole('heading', { name: 'Version 7 is not there' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'All versions' }).click()
  await page.waitForURL(`${map}/versions`)
}

async function outlive(page: Page, other: Page, map: string): Promise<void> {
  for (const each of [page, other]) await each.goto(`${map}/edit`)
  await other.getByRole('button', { name: 'Rename stage Discover', exact: true }).click()
  await other.getByLabel('Stage', { exact: true }).fill('Dream')
  await rename(page, 'Stage', 'Discover', 'Find')
  await expect(other.getByText(/^Draft · \d+ changes?, not on the map yet$/)).toBeVisible()
  await other.keyboard.press('Enter')
  const question = other.getByText('Mara Lind has changed this to “Find” in the meantime.')
  await expect(question).toBeVisible()
  const [asked] = await Promise.all([other.waitForEvent('dialog'), other.evaluate('setTimeout(() => location.reload())')])
  await asked.dismiss()
  await publishMap(page, 'Discover is called Find')
  await expect(other.getByText(/^As on the map, version \d+$/)).toBeVisible()
  await expect(question).toBeVisible()
  await other.getByRole('button', { name: 'Use yours' }).click()
  await expect(stageNames(page).first()).toHaveText('Dream')
  await other.getByRole('button', { name: 'Rename stage Send back', exact: true }).click()
  await other.getByLabel('Stage', { exact: true }).fill('Give back')
  await chooseFrom(page, 'Send back', 'Archive')
  await expect(other.getByText('“Send back” was taken off the map while you were writing.').first()).toBeVisible()
  await page.getByRole('button', { name: /^Archived/ }).click()
  await expect(page.getByRole('button', { name: 'Restore Give back' })).toBeVisible()
}
