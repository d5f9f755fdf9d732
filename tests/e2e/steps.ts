import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'

export const PASSWORD = 'a fairly long password'

/** Makes an account with a workspace and ends on its first page. */
export async function signUp(page: Page, workspace: string): Promise<{ email: string; base: string }> {
  const email = `${randomUUID()}@example.test`
  await page.goto('/sign-up')
  await expectAccessible(page)
  await page.getByLabel('Your name').fill('Mara Lind')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Workspace').fill(workspace)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(/\/w\/[^/]+\/journeys$/)
  return { email, base: new URL(page.url()).pathname.replace('/journeys', '') }
}

/** From the page that asks who it is to the first page of the workspace. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/w\//)
}

/** The first page of a workspace: a journey from a template, which opens as an empty map. */
export async function startJourney(page: Page, template: RegExp, company: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See how customers feel, stage by stage')
  await expectAccessible(page)
  await page.getByRole('radio', { name: template }).check()
  await page.getByLabel('Name your customers know').fill('')
  await page.getByRole('button', { name: 'Use this journey' }).click()
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByLabel('Name your customers know').fill(company)
  await page.getByRole('button', { name: 'Use this journey' }).click()
  await page.waitForURL(/\/journeys\/[^/]+$/)
}

export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click()
  await page.getByRole('option', { name: option }).click()
}

/** What is chosen from the menu of a stage or touchpoint of the editor. */
export async function chooseFrom(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** A new name for a stage or touchpoint, typed where it stands. */
export async function rename(page: Page, kind: 'Stage' | 'Touchpoint', from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Rename ${kind.toLowerCase()} ${from}`, exact: true }).click()
  await page.getByLabel(kind, { exact: true }).fill(to)
  await page.keyboard.press('Enter')
}

/** What the draft of a journey says is put on its map. */
export async function publishMap(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish version \d/ })
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await dialog.getByLabel('Note').fill(note)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/^Version \d+ is on the map\./)).toBeVisible()
}

/** Takes a stage or touchpoint by its grip and moves it with the arrow keys. */
export async function moveByKeys(page: Page, name: string, ...arrows: string[]): Promise<void> {
  await page.getByRole('button', { name: `Move ${name}`, exact: true }).focus()
  for (const key of ['Space', ...arrows, 'Space']) await page.keyboard.press(key)
  await expect(page.getByText(/^Put down\./)).toBeAttached()
}

/** The same by the pointer: takes one by its grip and lets it go where the other stands. */
export async function drag(page: Page, name: string, onto: string): Promise<void> {
  const gripOf = (each: string) => page.getByRole('button', { name: `Move ${each}`, exact: true }).boundingBox()
  const [from, to] = [await gripOf(name), await gripOf(onto)]
  if (!from || !to) throw new Error(`${name} or ${onto} is not on the board.`)
  await page.mouse.move(from.x + 8, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 })
  await page.mouse.move(to.x + 8, to.y + 10, { steps: 12 })
  await page.mouse.up()
}

export const namesIn = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('button', { name: /^Rename/ }).allTextContents()

type Ticket = { url: string; surveyId: string; questions: { id: string; instrument: string }[] }

/** How the survey's page would send an answer (`url` is the API's); read from the page itself. */
export async function ticketOf(page: Page): Promise<Ticket> {
  return JSON.parse((await page.locator('form[data-ticket]').getAttribute('data-ticket')) ?? '') as Ticket
}

type Given = { nps: number; comment?: string; channel?: string }

/** Sends an answer as a client of the public API. */
export async function send(request: APIRequestContext, { url, surveyId, questions }: Ticket, { nps, comment, channel }: Given): Promise<void> {
  const idOf = (instrument: string) => questions.find((question) => question.instrument === instrument)?.id ?? ''
  const data = { [idOf('nps')]: nps, ...(comment && { [idOf('comment')]: comment }) }
  const reply = await request.post(`${url}responses`, { data: { submissionId: randomUUID(), surveyId, data, finished: true, channel } })
  expect(reply.status(), await reply.text()).toBe(201)
}
