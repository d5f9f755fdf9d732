import { createHash } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './hosts/fixtures'
import { listenTo, STUB, watchShifts } from './hosts/site'

const answer = async (page: Page, score = '9') => {
  await page.getByRole('radio', { name: score, exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('textbox', { name: 'What is the main reason?' }).fill('It took two minutes')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
}

const ready = (page: Page) => page.waitForFunction(`window.wayfelt && 'setup' in wayfelt`)

const slot = (id: string, more = '') => `<div data-wayfelt-survey="${id}" ${more}></div>`

const ROOM = 'style="min-height:420px"'

test('a bare page asks for the script alone, until a code event shows a popup', async ({ page, base, host, site, wayfelt }) => {
  const id = await wayfelt.live({ rules: { event: 'set-up-done' } })
  const heard = listenTo(page, base)
  await page.goto(await site({ '/': host() }))
  await ready(page)
  expect(heard.requests).toEqual(['GET /widget.js'])
  await page.evaluate(`wayfelt.track('set-up-done')`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await answer(page)
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ finished: true, touchpoint: 'landing-page' }])
  expect(heard.requests.slice(0, 4)).toEqual(['GET /widget.js', 'GET /state', 'POST /displays', 'POST /responses'])
  expect(heard.errors).toEqual([])
})

test("a page whose policy forbids everything but our origin shows a survey in its place", async ({ page, base, host, site, wayfelt }) => {
  const id = await wayfelt.live()
  const heard = listenTo(page, base)
  const policy = `default-src 'none'; script-src ${base}; connect-src ${base}`
  const told = page.waitForResponse(/state/)
  await page.goto(await site({ '/': host({ body: slot(id, 'data-touchpoint="webinar" data-channel="web"') }) }, { 'content-security-policy': policy }))
  // This page could not keep room for it: it waits for the first click.
  await (await told).finished()
  await expect(async () => {
    await page.mouse.click(5, 5)
    await expect(page.getByRole('radio')).toHaveCount(11, { timeout: 500 })
  }).toPass()
  await answer(page)
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ finished: true, touchpoint: 'webinar', channel: 'web' }])
  const heading = page.getByRole('heading', { name: 'Thank you' })
  expect(await heading.evaluate((it) => getComputedStyle(it).fontWeight)).toBe('600')
  expect(heard.errors).toEqual([])
})

test('a page that enforces Trusted Types lets all of it through', async ({ page, base, host, site, wayfelt }) => {
  const id = await wayfelt.live({ rules: { event: 'done' }, window: { form: 'slide', side: 'left' } })
  const heard = listenTo(page, base)
  const policy = `require-trusted-types-for 'script'; trusted-types 'none'`
  await page.goto(await site({ '/': host() }, { 'content-security-policy': policy }))
  await ready(page)
  await page.evaluate(`wayfelt.track('done')`)
  await answer(page, '3')
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ finished: true }])
  expect(heard.errors).toEqual([])
})

test('a single-page app gets its surveys where it goes, and one question of which pages matter', async ({ page, base, host, site, wayfelt }) => {
  const path = `/orders-${Date.now()}`
  const placed = await wayfelt.live()
  const popup = await wayfelt.live({ rules: { pages: [{ is: 'exactly', value: path }] } })
  const heard = listenTo(page, base)
  const app = `const go = (to, html) => { history.pushState(null, '', to); document.querySelector('main').replaceChildren(...html) }
    const slot = () => { const it = document.createElement('div'); it.dataset.wayfeltSurvey = '${placed}'; it.style.minHeight = '400px'; return it }`
  await page.goto(await site({ '/': host({ head: `<script>${app}</script>`, attributes: ' data-auto' }) }))
  const states = () => heard.requests.filter((each) => each === 'GET /state').length
  await expect.poll(states).toBe(1)
  await page.evaluate(`go('/plain', ['nothing here'])`)
  await page.evaluate(`go('/place', [slot()])`)
  await expect(page.getByRole('radio', { name: '7', exact: true })).toBeVisible()
  expect(states()).toBe(2)
  await page.evaluate(`go('${path}', ['orders'])`)
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(states()).toBe(3)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.evaluate(`go('/place', [slot()])`)
  await answer(page)
  await expect.poll(() => wayfelt.answers(placed)).toHaveLength(1)
  expect(await wayfelt.answers(popup)).toHaveLength(0)
  expect(heard.errors).toEqual([])
})

test('calls that came before the script are made up for, and a build that is named by its hash is just that', async ({ page, base, site, wayfelt }) => {
  await wayfelt.live({ rules: { event: 'early' } })
  const code = await (await fetch(`${base}/widget.js`)).text()
  const [hash, integrity] = [createHash('sha256').update(code).digest('hex').slice(0, 20), createHash('sha384').update(code).digest('base64')]
  const tag = `<script async src="${base}/widget/${hash}.js" integrity="sha384-${integrity}" crossorigin="anonymous" data-workspace="${wayfelt.workspaceId}"></script>`
  const heard = listenTo(page, base)
  await page.goto(await site({ '/': `<!doctype html><title>Early</title><link rel="icon" href="data:,"><script>${STUB};wayfelt.track('early')</script>${tag}<p>Hello` }))
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(heard.requests.slice(0, 2)).toEqual([`GET /widget/${hash}.js`, 'GET /state'])
  expect(heard.errors).toEqual([])
})

test('a place on a light page can be read on a device that likes it dark', async ({ page, host, site, wayfelt }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const id = await wayfelt.live()
  await page.goto(await site({ '/': host({ body: slot(id, ROOM) }) }))
  await expect(page.getByRole('radio')).toHaveCount(11)
  await expectAccessible(page)
})

test('with every storage denied it asks and takes answers all the same', async ({ page, base, host, site, wayfelt }) => {
  const id = await wayfelt.live()
  await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })
  }`)
  const heard = listenTo(page, base)
  await page.goto(await site({ '/': host({ body: slot(id, ROOM) }) }))
  await answer(page)
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ finished: true }])
  expect(heard.errors).toEqual([])
})

const FILLER = '<p style="height:1600px">Long page</p>'

for (const [where, before, more] of [['with room', '', ROOM], ['without room', '', ''], ['below what is seen', FILLER, '']] as const) {
  test(`a place ${where} never makes the page move by itself`, async ({ page, base, host, site, wayfelt }) => {
    const id = await wayfelt.live({ look: { steps: 'all' } })
    const shifts = await watchShifts(page)
    const heard = listenTo(page, base)
    await page.goto(await site({ '/': host({ body: `${before}${slot(id, more)}<p>What stands below</p>${FILLER}` }) }))
    await ready(page)
    if (before) await page.mouse.wheel(0, 300)
    await expect.poll(() => heard.requests).toContain('GET /state')
    await page.waitForTimeout(300)
    if (before) await page.mouse.wheel(0, 900)
    else await page.getByText('What stands below').click()
    await page.getByRole('radio', { name: '2', exact: true }).check()
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    expect(await shifts()).toBe(0)
    await expect.poll(() => wayfelt.answers(id)).toHaveLength(1)
    expect(heard.errors).toEqual([])
  })
}
