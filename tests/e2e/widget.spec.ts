import { expect, test } from '@playwright/test'
import { hostPage, listenTo, openShadows, openSite, type Site } from './hosts/site'
import { type Desk, desk } from './hosts/surveys'

let base: string
let wayfelt: Desk
const sites: Site[] = []

test.beforeAll(({ baseURL }) => {
  base = baseURL ?? ''
  wayfelt = desk(base)
})
test.afterAll(() => Promise.all(sites.map((site) => site.close())))

test.beforeEach(({ page }) => openShadows(page))

async function site(pages: Record<string, string>, headers?: Record<string, string>): Promise<string> {
  const opened = await openSite(pages, headers)
  sites.push(opened)
  return opened.url
}

const host = (more: { body?: string; head?: string; attributes?: string } = {}) => hostPage({ base, workspaceId: wayfelt.workspaceId, ...more })

test('a bare page with the snippet asks for the script alone, until a code event shows a popup', async ({ page }) => {
  const id = await wayfelt.live({ rules: { event: 'set-up-done' } })
  const heard = listenTo(page, base)
  await page.goto(await site({ '/': host() }))
  await page.waitForFunction('window.wayfelt')
  expect(heard.requests).toEqual(['GET /widget.js'])
  await page.evaluate(`wayfelt.track('set-up-done')`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('radio', { name: '9', exact: true }).check()
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByRole('textbox').fill('It took two minutes')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(dialog.getByText('Thank you')).toBeVisible()
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ finished: true }])
  expect(heard.errors).toEqual([])
})
