import { type BrowserContext, expect, type Page } from '@playwright/test'
import { test } from './hosts/fixtures'
import type { Fate } from './hosts/line'
import { listenTo, openShadows } from './hosts/site'
import type { Answer } from './hosts/surveys'

// How often it comes back to an answer that it could not send goes by seconds: these tests wait for that.
const PATIENCE = { timeout: 60_000 }

const ROOM = 'style="min-height:420px"'

const ASKED = [
  { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', required: true },
  { id: 'note', instrument: 'short', text: 'Which order?', required: true },
]

const slot = (id: string) => `<div data-wayfelt-survey="${id}" ${ROOM}></div>`

const notesOf = (answers: Answer[]) => answers.map((each) => each.answers.find(({ question }) => question === 'note')?.value).sort()

/** Fills the form in and sends it, within one task of the page. */
const answerAtOnce = (page: Page, note: string) =>
  page.evaluate((text) => {
    const root = document.querySelector('[data-wayfelt-survey]')?.shadowRoot
    const [score, field, form] = [root?.querySelector<HTMLInputElement>('input[value="8"]'), root?.querySelector<HTMLInputElement>('input[name="q.note"]'), root?.querySelector('form')]
    if (!score || !field || !form) throw new Error('There is no form.')
    score.checked = true
    field.value = text
    form.requestSubmit()
  }, note)

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await openShadows(page)
  await page.goto(url)
  await expect(page.getByRole('radio', { name: '8', exact: true })).toBeVisible()
  return page
}

test('offline, answered, the tab closed, and online again: exactly one row', async ({ context, host, site, wayfelt }) => {
  const id = await wayfelt.live({ look: { steps: 'all' } }, ASKED)
  const url = await site({ '/': host({ body: slot(id) }), '/later': host() })
  const page = await openPage(context, url)
  await context.setOffline(true)
  await page.getByRole('radio', { name: '8', exact: true }).check()
  await page.getByRole('textbox', { name: 'Which order?' }).fill('A-1')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await page.close()
  expect(await wayfelt.answers(id)).toEqual([])
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(`${url}/later`)
  await expect.poll(async () => notesOf(await wayfelt.answers(id)), PATIENCE).toEqual(['A-1'])
  await later.reload()
  await later.waitForTimeout(1_000)
  expect(notesOf(await wayfelt.answers(id))).toEqual(['A-1'])
})

test('a dead server hears nothing, the page neither, and the answer waits until it is back', async ({ context, host, site, line, wayfelt }) => {
  const id = await wayfelt.live({ look: { steps: 'all' } }, ASKED)
  let fate: Fate = 'through'
  const way = await line(() => fate)
  const url = await site({ '/': host({ body: slot(id), through: way.url }) })
  const page = await openPage(context, url)
  const heard = listenTo(page, way.url)
  fate = 'cut'
  await answerAtOnce(page, 'B-1')
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await page.evaluate(`wayfelt.track('anything'); wayfelt.show('${id}')`)
  await page.waitForTimeout(1_500)
  // What a browser writes itself about a connection that failed is not ours to keep back.
  expect(heard.errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
  expect(await wayfelt.answers(id)).toEqual([])
  fate = 'through'
  await expect.poll(async () => notesOf(await wayfelt.answers(id)), PATIENCE).toEqual(['B-1'])
})

test('what the server refuses is told to those who listen, and is not tried again', async ({ context, base, host, site, wayfelt }) => {
  const id = await wayfelt.live({ look: { steps: 'all' } }, ASKED)
  const page = await openPage(context, await site({ '/': host({ body: slot(id) }) }))
  const heard = listenTo(page, base)
  await page.evaluate(`window.told = []; wayfelt.on('error', (it) => told.push(it)); wayfelt.on('error', () => { throw new Error('theirs') })`)
  await wayfelt.close(id)
  await expect(async () => {
    await answerAtOnce(page, 'C-1')
    expect(await page.evaluate('told')).toMatchObject([{ status: 409, code: 'survey_closed' }])
  }).toPass()
  await page.evaluate(`dispatchEvent(new Event('online'))`)
  await page.waitForTimeout(500)
  expect(heard.requests.filter((each) => each === 'POST /responses')).toHaveLength(1)
  expect(heard.errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
})

test('several tabs and a line that loses answers make one row of each answer', async ({ context, host, site, line, wayfelt }) => {
  const id = await wayfelt.live({ look: { steps: 'all' } }, ASKED)
  let left = 6
  const way = await line(() => (left-- > 0 ? 'answer-lost' : 'through'))
  const url = await site({ '/': host({ body: slot(id), through: way.url }) })
  left = 0
  const pages = [await openPage(context, url), await openPage(context, url), await openPage(context, url)]
  left = 6
  await Promise.all(pages.map((page, i) => answerAtOnce(page, `D-${i}`)))
  await expect.poll(async () => notesOf(await wayfelt.answers(id)), PATIENCE).toEqual(['D-0', 'D-1', 'D-2'])
  const isEmpty = () => pages[0]?.evaluate(`new Promise((resolve) => {
    const asked = indexedDB.open('wayfelt')
    asked.onsuccess = () => {
      const found = asked.result.transaction('queue').objectStore('queue').get(0)
      found.onsuccess = () => { resolve(found.result.length); asked.result.close() }
    }
  })`)
  await expect.poll(isEmpty, PATIENCE).toBe(0)
  expect(await wayfelt.answers(id)).toHaveLength(3)
})

const N = Number(process.env.WAYFELT_E2E_KILLS ?? 40)
// A number that looks drawn and is the same in every run.
const drawn = (i: number) => ((i + 1) * 2654435761) % 4294967296 / 4294967296

/** Ends a page in one of the ways in which pages end. */
async function kill(context: BrowserContext, page: Page, how: number): Promise<void> {
  const soon = (end: Promise<unknown>) => Promise.race([end.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 1_000))])
  if (how < 0.4) return void (await soon(page.close()))
  const wire = await context.newCDPSession(page)
  // A page that is gone may never say so.
  const gone = wire.send(how < 0.6 ? 'Page.navigate' : how < 0.8 ? 'Page.reload' : 'Page.crash', how < 0.6 ? { url: 'about:blank' } : undefined)
  await soon(gone)
  await soon(page.close())
}

test(`${N} answers, each page killed at some moment after it, on a bad line: ${N} rows`, async ({ context, host, site, line, wayfelt }) => {
  test.setTimeout(120_000 + N * 1_000)
  const id = await wayfelt.live({ look: { steps: 'all' } }, ASKED)
  let asked = 0
  let isGood = false
  const fates: Fate[] = ['cut', 'answer-lost', 'busy']
  const way = await line(() => {
    const at = drawn(asked++)
    return isGood || at > 0.12 ? 'through' : (fates[Math.floor(at * 25)] ?? 'cut')
  })
  const url = await site({ '/': host({ body: slot(id), through: way.url }), '/later': host({ through: way.url }) })
  for (let i = 0; i < N; i++) {
    const page = await context.newPage()
    await openShadows(page)
    // Where the question of what to show was lost itself, the person comes once more.
    await expect(async () => {
      await page.goto(url)
      await expect(page.getByRole('radio', { name: '8', exact: true })).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await answerAtOnce(page, `K-${String(i).padStart(4, '0')}`)
    await page.waitForTimeout(drawn(i + 7) * 40).catch(() => {})
    await kill(context, page, drawn(i * 3 + 1))
  }
  isGood = true
  const last = await context.newPage()
  await last.goto(`${url}/later`)
  const wanted = Array.from({ length: N }, (_, i) => `K-${String(i).padStart(4, '0')}`)
  await expect.poll(async () => notesOf(await wayfelt.answers(id)), PATIENCE).toEqual(wanted)
})
