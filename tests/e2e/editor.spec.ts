import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { choose, signUp, startJourney } from './steps'
import { test } from './test'

const isSmall = (page: Page) => (page.viewportSize()?.width ?? 0) < 900

/** A small screen shows the parts of the editor one at a time. */
async function part(page: Page, name: 'Questions' | 'Preview' | 'Put live'): Promise<void> {
  if (isSmall(page)) await page.getByRole('radio', { name, exact: true }).click()
}

const preview = (page: Page) => page.frameLocator('iframe[title="Preview of the survey"]')

async function add(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add question' }).click()
  await page.getByRole('menuitem', { name: kind }).click()
}

const saved = (page: Page) => expect(page.getByText(/^Saved \d/)).toBeVisible()

const KINDS = ['Satisfied, 1 to 5', 'Easy, 1 to 7', 'Felt, five faces', 'Felt, in eight words', 'One of several', 'Several of several', 'A few words, one line', 'Agree or not']

test('a survey of every kind of question with a follow-up is built, translated, previewed, published and answered', async ({ page, browser }) => {
  const { base } = await signUp(page, 'Fernway')
  await startJourney(page, /Online shop/, 'Fernway')

  await test.step('a new survey begins with what fits its stage', async () => {
    await page.goto(`${base}/surveys/new`)
    await choose(page, 'Stage', 'Checkout')
    await choose(page, 'Touchpoint', 'Payment')
    await expect(page.getByRole('group', { name: 'Ready for “Checkout”' })).toBeVisible()
    await page.getByLabel('Name', { exact: true }).fill('After paying')
    await page.getByRole('radio', { name: /^Recommend/ }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Create survey' }).click()
    await page.waitForURL(/surveys\/[0-9a-f-]{36}$/)
  })
  await test.step('every kind of question is added', async () => {
    for (const kind of KINDS) await add(page, kind)
    await saved(page)
    await expectAccessible(page)
  })
  await test.step('answers to choose from are written, moved by keys, removed and brought back', () => editAnswers(page))
  await test.step('a question follows from an earlier answer, and says so', () => followUp(page))
  await test.step('the preview follows what is typed and can be answered', () => tryPreview(page))
  await test.step('settings say in a line what is set, and faults stand at their field', () => settings(page))
  await test.step('a language is added and a text translated', () => translate(page))

  const link = await test.step('it is published and changed, and each version says what changed', () => publish(page))
  await test.step('a person answers it, and only whom it concerns is asked the follow-up', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
    const person = await context.newPage()
    await person.goto(`${link}?lang=de`)
    await expect(person.getByRole('heading', { name: 'Würden Sie uns empfehlen?' })).toBeVisible()
    await person.getByRole('radio', { name: '3', exact: true }).check()
    await person.locator('button.go').click()
    await expect(person.getByRole('heading', { name: 'Why did you come today?' })).toBeVisible()
    await person.getByRole('radio', { name: 'To buy' }).check()
    await person.locator('button.go').click()
    for (let left = KINDS.length; left > 0; left--) await person.locator('button.skip').click()
    await expect(person.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await context.close()
    await page.goto(`${base}${link.replace('/s/', '/surveys/')}/answers`)
    const counted = page.getByRole('region', { name: '2. Why did you come today?' })
    await expect(counted.getByText('Fewer than 5 answers, hidden for privacy')).toBeVisible()
  })
})

async function openQuestion(page: Page, name: RegExp): Promise<void> {
  await part(page, 'Questions')
  const line = page.getByRole('button', { name, expanded: false })
  if (await line.isVisible()) await line.click()
}

async function editAnswers(page: Page): Promise<void> {
  await openQuestion(page, /^7 · /)
  const question = page.getByRole('textbox', { name: 'Question', exact: true })
  await question.fill('Why did you come?')
  const answers = page.getByRole('group', { name: 'Answers to choose from' }).getByRole('textbox')
  const texts = () => answers.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
  await answers.first().fill('To buy')
  await answers.first().press('Enter')
  await page.keyboard.type('To look')
  await expect.poll(async () => (await texts()).slice(0, 2)).toEqual(['To buy', 'To look'])
  await move(page, 'answer', 2, 1)
  await expect.poll(async () => (await texts()).slice(0, 2)).toEqual(['To look', 'To buy'])
  await page.getByRole('button', { name: 'Remove answer 1', exact: true }).click()
  await expect.poll(async () => (await texts())[0]).toBe('To buy')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await texts())[0]).toBe('To look')
  await saved(page)
}

/** By its grip and the arrow keys, as somebody does who hears where it is. */
async function move(page: Page, what: 'question' | 'answer', from: number, to: number): Promise<void> {
  await page.getByRole('button', { name: `Move ${what} ${from}`, exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(new RegExp(`^(Picked up ${what}|Now at place) ${from} of`))).toBeAttached()
  for (let at = from; at !== to; at += Math.sign(to - from)) {
    await page.keyboard.press(to < from ? 'ArrowUp' : 'ArrowDown')
    await expect(page.getByText(`Now at place ${at + Math.sign(to - from)} of`)).toBeAttached()
  }
  await page.keyboard.press('Space')
  await expect(page.getByText(`Put down at place ${to}.`)).toBeAttached()
}

async function followUp(page: Page): Promise<void> {
  await choose(page, 'Ask this', '1 · ')
  await expect(page.getByText('Only if 1 · How likely are you to recom… is 0 to 6.')).toBeVisible()
  await choose(page, 'To [0-9]', '4')
  await expect(page.getByText('Only if 1 · How likely are you to recom… is 0 to 4.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^7 · Why did you come/ }).click()
  await expect(page.getByText('Only if 1 · How likely are you to recom… is 0 to 4')).toBeVisible()
  // Before its anchor it could never be asked: that is said, and nothing of it is saved, until it stands right again.
  await move(page, 'question', 7, 1)
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^1 · Why did you come/ }).click()
  await expect(page.getByText('It depends on a question that comes after it.')).toBeVisible()
  await page.getByRole('button', { name: /^1 · Why did you come/ }).click()
  await move(page, 'question', 1, 2)
  await saved(page)
}

async function tryPreview(page: Page): Promise<void> {
  await openQuestion(page, /^1 · How likely/)
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Would you recommend {{company}}?')
  await part(page, 'Preview')
  await expect(preview(page).getByRole('heading', { name: 'Would you recommend Fernway?' })).toBeVisible()
  await preview(page).getByRole('radio', { name: '3', exact: true }).check()
  await preview(page).locator('button.go').click()
  await expect(preview(page).getByRole('heading', { name: 'Why did you come?' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: /^Step/ })).toContainText('2 · Why did you come?')
  await page.getByRole('radio', { name: 'Popup' }).click()
  await expect(preview(page).getByRole('heading', { name: 'Why did you come?' })).toBeVisible()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await choose(page, 'Step', 'Thanks')
  await expect(preview(page).getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Phone' }).click()
}

async function settings(page: Page): Promise<void> {
  await part(page, 'Questions')
  const open = (name: RegExp) => page.getByRole('button', { name }).click()
  await open(/^Page and thanks/)
  await page.getByLabel('Link after the thanks').fill('Shop')
  await page.getByLabel('Leads to').fill('javascript:alert(1)')
  await expect(page.getByText('A whole address that begins with https:// or http://.')).toBeVisible()
  await page.getByLabel('Leads to').fill('https://shop.example/')
  await saved(page)
  await open(/^Look/)
  await page.getByLabel('Colour of buttons and choices', { exact: true }).fill('#ffd400')
  await expect(page.getByText(/^1\.4\s:\s1 on white is too weak/)).toBeVisible()
  await open(/^When to ask/)
  await page.getByLabel('When your code tracks').fill('paid')
  await page.getByRole('button', { name: 'Add page' }).click()
  await page.getByLabel('Page 1, address').fill('https://shop.example/')
  for (const name of [/^Who may answer/, /^Privacy/, /^Protection/]) await open(name)
  await page.getByRole('radio', { name: /^Pseudonymous/ }).check()
  await saved(page)
  await expectAccessible(page)
  for (const name of [/^Page and thanks/, /^Look/, /^When to ask/, /^Who may answer/, /^Privacy/, /^Protection/]) await open(name)
  await expect(page.getByText('Popup on paid, once')).toBeVisible()
  await expect(page.getByText('Pseudonymous: a hash of the id is kept')).toBeVisible()
}

async function translate(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Languages/ }).click()
  await choose(page, 'Add a language', 'German')
  await page.getByLabel('1 · Question').fill('Würden Sie uns empfehlen?')
  await expect(page.getByRole('list', { name: 'Translations' }).getByText(/^1 of \d+$/)).toBeVisible()
  await choose(page, 'Add a language', 'Arabic')
  await page.getByLabel('1 · Question').fill('هل توصي بنا؟')
  await expectAccessible(page)
  await part(page, 'Preview')
  await choose(page, 'Step', '1 · ')
  await expect(preview(page).getByRole('heading', { name: 'هل توصي بنا؟' })).toBeVisible()
  await expect(preview(page).locator('html')).toHaveAttribute('dir', 'rtl')
  await part(page, 'Questions')
  await page.getByRole('button', { name: 'Remove Arabic' }).click()
  await expect(page.getByRole('list', { name: 'Translations' }).getByRole('listitem')).toHaveCount(1)
  await saved(page)
}

async function publish(page: Page): Promise<string> {
  await part(page, 'Put live')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('People see the questions as they stand here.')).toBeVisible()
  await openQuestion(page, /^2 · Why did you come/)
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Why did you come today?')
  await saved(page)
  await part(page, 'Put live')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish these changes?' })
  await expect(dialog.getByRole('listitem')).toHaveText(['Question reworded to “Why did you come today?”'])
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByText('People see the questions as they stand here.')).toBeVisible()
  const editor = page.url()
  await part(page, 'Questions')
  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByRole('heading', { name: 'Version 2' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Version 1' }).click()
  await expect(page.getByRole('region', { name: 'What it asked' })).toContainText('Why did you come?')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Restore as draft' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
  await page.waitForURL(editor)
  await expect(page.getByRole('button', { name: /^2 · Why did you come\?/ })).toBeVisible()
  return `/s/${editor.split('/').at(-1)}`
}
