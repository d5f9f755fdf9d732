import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { type Demo, demoOf } from './server'
import { test } from './test'

const DEFINITION = {
  title: 'After paying',
  company: 'Fernway',
  language: 'en',
  questions: [
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend {{company}} after {{touchpoint}}?', low: 'not at all', high: 'extremely', required: true },
    { id: 'why', instrument: 'comment', text: 'Why?', required: false },
  ],
  thanks: { title: 'Thank you', text: '' },
  translations: { ar: { questions: { recommend: { text: 'هل توصي بنا؟' } } } },
  look: { steps: 'all' },
}

async function call(request: APIRequestContext, { apiKey }: Demo, method: 'POST' | 'GET', path: string, data?: unknown) {
  const reply = await request.fetch(`/api/v1/management/${path}`, { method, headers: { 'x-api-key': apiKey }, ...(data === undefined ? {} : { data }) })
  expect(reply.ok(), await reply.text()).toBe(true)
  return ((await reply.json()) as { data: { id: string; key: string } }).data
}

/** A draft of its own journey, and its addresses for whoever is signed in. */
async function begin(page: Page, request: APIRequestContext) {
  const demo = demoOf(process.env.WAYFELT_E2E_DATA ?? '')
  const { key } = await call(request, demo, 'POST', 'journeys', { name: `Shop ${randomUUID().slice(0, 8)}`, stages: ['Pay'] })
  const { id } = await call(request, demo, 'POST', 'surveys', { journey: key, touchpoint: 'pay.overall', name: 'After paying', definition: DEFINITION })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
  const base = `/w/${new URL(page.url()).pathname.split('/')[2]}/surveys`
  const publish = () => call(request, demo, 'POST', `surveys/${id}/publish`)
  const answers = async () => ((await call(request, demo, 'GET', `responses?survey=${id}`)) as unknown as object[]).length
  return { id, key, base, survey: `${base}/${id}`, publish, answers }
}

/** The ways to share: on a small screen a part of their own. */
async function openShare(page: Page, address: string): Promise<void> {
  await page.goto(address)
  if ((page.viewportSize()?.width ?? 0) < 900) await page.getByRole('radio', { name: 'Put live' }).click()
}
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const ways = (page: Page) => page.getByRole('region', { name: 'Ways to share' })

test('every way to share says what to do, and a mail leads to the page without answering', async ({ page, request, context }) => {
  const { id, survey, publish, answers } = await begin(page, request)
  await openShare(page, survey)
  await expect(ways(page).getByText('It works once the survey is published.')).toBeVisible()
  await publish()
  await openShare(page, survey)
  await test.step('a link with its code', async () => {
    await ways(page).getByText('Say where it stands').click()
    await ways(page).getByLabel('Channel').fill('poster & shop')
    await expect(ways(page).getByText(`/s/${id}?channel=poster+%26+shop`)).toBeVisible()
    const code = ways(page).getByRole('img', { name: 'Code that leads to this address' })
    await expect(code).toHaveAttribute('src', /channel%3Dposter/)
    await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    const [png] = await Promise.all([page.waitForEvent('download'), ways(page).getByRole('link', { name: 'PNG' }).click()])
    expect([png.suggestedFilename(), (await readFile(await png.path())).subarray(1, 4).toString()]).toEqual(['After paying.png', 'PNG'])
    await expectAccessible(page)
  })
  await test.step('the widget, a kiosk and the API', async () => {
    for (const [name, said] of [['Widget', 'data-workspace='], ['Kiosk', 'kiosk=1'], ['API', '/responses']] as const) {
      await tab(page, name)
      await expect(ways(page).getByText(said).first()).toBeVisible()
      await expectAccessible(page)
    }
  })
  await test.step('a mail', async () => {
    await tab(page, 'E-mail')
    const mail = page.frameLocator('iframe[title="The mail as people see it"]')
    await expect(mail.getByText('Would you recommend Fernway after Pay?')).toBeVisible()
    const link = (await mail.getByRole('link', { name: '9', exact: true }).getAttribute('href')) ?? ''
    const person = await (await context.browser()?.newContext())?.newPage()
    await person?.goto(link)
    await expect(person?.getByRole('radio', { name: '9', exact: true }) ?? page.locator('none')).toBeChecked()
    expect(await answers()).toBe(0)
    await ways(page).getByRole('combobox', { name: /^Language/ }).click()
    await page.getByRole('option', { name: 'Arabic' }).click()
    await expect(mail.getByText('هل توصي بنا؟')).toBeVisible()
    await expect(mail.locator('table').first()).toHaveAttribute('dir', 'rtl')
    await ways(page).getByRole('radio', { name: 'A link for each' }).click()
    await expect(mail.getByRole('link', { name: '9', exact: true })).toHaveAttribute('href', '{{link}}&lang=ar&recommend=9')
    await expectAccessible(page)
  })
})

test('a file of people becomes a file of links, each for one answer', async ({ page, request, browser }) => {
  const { survey, publish, answers } = await begin(page, request)
  await publish()
  await page.goto(`${survey}/invitations`)
  await expect(page.getByText('No personal links yet').filter({ visible: true })).toBeVisible()
  const people = ['person,language,plan', `${randomUUID()},en,=pro`, `${randomUUID()},en,free`, 'x,nonsense-,free'].join('\n')
  await expect(page.locator('input[type=file]')).toHaveCount(1)
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) })
  await expect(page.getByText('2 people · 1 line cannot be read')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  await expect(page.getByText('2 links are made.')).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the links' }).click()])
  const [header, first = '', second = ''] = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(header).toBe('person,language,touchpoint,channel,campaign,plan,link,expires,status')
  expect([first.includes(",'=pro,"), second.split(',')[5]]).toEqual([true, 'free'])

  const person = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const link = first.split(',')[6] ?? ''
  await person.goto(`${link}&recommend=8`)
  await person.getByRole('button', { name: /Continue|Send/ }).click()
  await expect(person.getByText('Thank you').first()).toBeVisible()
  expect(await answers()).toBe(1)
  await person.goto(link)
  await expect(person.getByText('Your answer is here already')).toBeVisible()
  await person.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)
  await expect(person.getByText('This link is not complete')).toBeVisible()

  await page.reload()
  const row = page.getByRole('row').nth(1)
  await expect(row.getByRole('cell').nth(0)).toHaveText('2')
  await expect(row.getByRole('cell').nth(1)).toHaveText('1')
  await expect(page.locator('input[type=file]')).toHaveCount(1)
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) })
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  await expect(page.getByText('0 links are made.')).toBeVisible()
  await expect(page.getByText('Asked less than a day ago.').first()).toBeVisible()
  await expectAccessible(page)
})

test('a survey goes out as a file and comes in again with every setting', async ({ page, request }) => {
  const { key, base, survey } = await begin(page, request)
  await page.goto(survey)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export as JSON' }).click()])
  const exported = JSON.parse(await readFile(await file.path(), 'utf8')) as { definition: unknown }
  expect([file.suggestedFilename(), exported.definition]).toEqual(['After paying.json', DEFINITION])

  await page.goto(`${base}/new?journey=${key}`)
  const choose = (name: string, text: string) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await choose('notes.json', 'no json')
  await expect(page.getByText('This is no JSON file.')).toBeVisible()
  await choose('other.json', '{"some":"thing"}')
  await expect(page.getByText(/this is no survey that was exported here/i)).toBeVisible()
  await expectAccessible(page)
  await choose('After paying.json', JSON.stringify(exported))
  await page.waitForURL(/surveys\/[0-9a-f-]{36}$/)
  await expect(page.getByLabel('Name of the survey')).toHaveValue('After paying')
})
