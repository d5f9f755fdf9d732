import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { test } from './hosts/fixtures'
import { listenTo, watchShifts } from './hosts/site'
import { SHORT } from './hosts/surveys'

const ready = (page: Page) => page.waitForFunction(`window.wayfelt && 'setup' in wayfelt`)

const EVERY = [
  ...SHORT,
  { id: 'felt', instrument: 'emotions', text: 'How did it feel?', required: true, most: 2 },
  { id: 'face', instrument: 'sentiment', text: 'In one face?', required: true },
  { id: 'held', instrument: 'choice', text: 'What held you up?', required: true, options: [{ id: 'a', label: 'Prices' }, { id: 'b', label: 'People' }] },
  { id: 'used', instrument: 'choices', text: 'What did you use?', required: true, options: [{ id: 'a', label: 'Phone' }, { id: 'b', label: 'Desk' }] },
  { id: 'plan', instrument: 'short', text: 'Which plan?', required: true },
  { id: 'ok', instrument: 'consent', text: 'You may quote me.', required: true },
]

test('a popup takes no focus, is named by its question, and Esc closes it for good', async ({ page, base, host, site, wayfelt }) => {
  const id = await wayfelt.live({ rules: { event: 'closed-by-esc' } })
  const heard = listenTo(page, base)
  await page.goto(await site({ '/': host({ body: '<input aria-label="Search" autofocus>' }) }))
  await ready(page)
  await page.getByLabel('Search').focus()
  await page.evaluate(`wayfelt.track('closed-by-esc')`)
  const dialog = page.getByRole('dialog', { name: 'How likely are you to recommend Fernway?' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toHaveAttribute('aria-modal', 'false')
  await expect(page.getByLabel('Search')).toBeFocused()
  await page.keyboard.type('9')
  await expect(page.getByLabel('Search')).toHaveValue('9')
  await expect(dialog.getByRole('radio', { name: '9', exact: true })).not.toBeChecked()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => heard.requests.filter((each) => each.startsWith('POST'))).toEqual(['POST /displays', 'POST /events'])
  await page.evaluate(`wayfelt.on('decisions', (all) => { window.why = all })`)
  await page.evaluate(`wayfelt.track('closed-by-esc')`)
  await expect.poll(() => page.evaluate(`window.why?.find((each) => each.surveyId === '${id}')?.show`)).toBe(false)
  expect(heard.errors).toEqual([])
})

test('the keyboard alone goes through every kind of question, and axe finds nothing at any step', async ({ page, base, host, site, wayfelt }) => {
  const id = await wayfelt.live({ rules: { event: 'every-kind' } }, EVERY)
  const shifts = await watchShifts(page)
  const heard = listenTo(page, base)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(await site({ '/': host() }))
  await ready(page)
  await page.evaluate(`wayfelt.track('every-kind')`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const goOn = async (next: string) => {
    await dialog.getByRole('button', { name: /^(Continue|Send)$/ }).focus()
    await press('Enter')
    await expect(dialog.getByRole('heading', { name: next })).toBeFocused()
    await expectAccessible(page)
  }
  await press('Tab')
  await expect(dialog.getByRole('radio', { name: '0', exact: true })).toBeFocused()
  await press('Space', 'ArrowRight', 'ArrowRight')
  await goOn('What is the main reason?')
  await press('Tab', 'F', 'i', 'n', 'e')
  await goOn('How did it feel?')
  await press('Tab', 'Space', 'Tab', 'Space')
  await goOn('In one face?')
  await press('Tab', 'Space', 'ArrowRight')
  await goOn('What held you up?')
  await press('Tab', 'Space')
  await goOn('What did you use?')
  await press('Tab', 'Space', 'Tab', 'Space')
  await goOn('Which plan?')
  await press('Tab', 'P', 'r', 'o')
  await goOn('Your consent')
  await press('Tab', 'Space')
  await goOn('Thank you')
  await expect.poll(async () => (await wayfelt.answers(id))[0]?.finished).toBe(true)
  const [stored] = await wayfelt.answers(id)
  const given = Object.fromEntries(stored?.answers.map(({ question, value }) => [question, value]) ?? [])
  expect(given).toMatchObject({ recommend: 2, why: 'Fine', face: -0.5, used: ['a', 'b'], plan: 'Pro', ok: true })
  expect(await shifts()).toBe(0)
  expect(heard.errors).toEqual([])
})

test("a page whose rules take the look off everything shows the window where it belongs, and hears nothing of what is typed in it", async ({ page, host, site, wayfelt }) => {
  const id = await wayfelt.live({ rules: { event: 'bare' } }, [{ id: 'why', instrument: 'comment', text: 'Why?', required: true }])
  const rules = '* { all: unset !important; font-size: 40px !important } body > div { filter: invert(1); clip-path: circle(9px); max-width: 90px; border: 9px solid }'
  const shortcuts = `<script>window.heard = []; addEventListener('keydown', (event) => heard.push(event.key))</script>`
  await page.goto(await site({ '/': host({ head: `<style>${rules} head, style, script { display: none !important }</style>`, body: shortcuts }) }))
  await ready(page)
  await page.evaluate(`wayfelt.track('bare')`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeInViewport({ ratio: 1 })
  expect(await dialog.evaluate((it) => innerWidth < 480 || it.getBoundingClientRect().right === innerWidth - 24)).toBe(true)
  expect(await dialog.getByRole('heading').evaluate((it) => getComputedStyle(it).fontSize)).toBe('16px')
  await dialog.getByRole('textbox').focus()
  await page.keyboard.type('quick')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('heard')).toEqual(['Tab'])
  await page.keyboard.press('Enter')
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ answers: [{ value: 'quick' }] }])
})

test('a feedback button asks when it is pressed, gives the focus back, and can be pressed again', async ({ page, base, host, site, wayfelt }) => {
  const path = `/help-${Date.now()}`
  const id = await wayfelt.live({ window: { form: 'button', label: 'Tell us' }, rules: { pages: [{ is: 'contains', value: path }] } })
  const heard = listenTo(page, base)
  await page.goto((await site({ [path]: host({ attributes: ' data-auto' }) })) + path)
  const button = page.getByRole('button', { name: 'Tell us' })
  await button.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: /recommend Fernway/ })).toBeFocused()
  await expect(button).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await button.click()
  await dialog.getByRole('radio', { name: '10', exact: true }).check()
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByRole('button', { name: 'Send' }).click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(button).toBeVisible()
  await expectAccessible(page)
  await expect.poll(() => wayfelt.answers(id)).toHaveLength(1)
  expect(heard.errors).toEqual([])
})

test('nobody on the page can look into the shadow, and nothing but `wayfelt` is added to it', async ({ context, host, site, wayfelt }) => {
  const page = await context.newPage()
  await wayfelt.live({ rules: { event: 'closed' } })
  const url = await site({ '/': host(), '/without': '<!doctype html><title>Without</title>' })
  await page.goto(`${url}/without`)
  const before = new Set(await page.evaluate<string[]>('Object.getOwnPropertyNames(window)'))
  await page.goto(url)
  await ready(page)
  await page.evaluate(`wayfelt.track('closed')`)
  await expect(page.locator('[data-form=popup]')).toBeVisible()
  expect(await page.locator('[data-form=popup]').evaluate((it) => it.shadowRoot)).toBeNull()
  expect((await page.evaluate<string[]>('Object.getOwnPropertyNames(window)')).filter((name) => !before.has(name))).toEqual(['wayfelt'])
})

test('who logs out is forgotten by the page, and a window that was open goes with them', async ({ page, base, host, site, wayfelt }) => {
  await wayfelt.live({ rules: { event: 'once', displayOption: 'displayMultiple' } })
  const heard = listenTo(page, base)
  await page.goto(await site({ '/': host() }))
  await ready(page)
  await page.evaluate(`wayfelt.setUserId('kim-${Date.now()}'); wayfelt.setAttributes({ plan: 'pro', empty: null }); wayfelt.track('once')`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.evaluate('wayfelt.logout()')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.evaluate('Object.keys(localStorage).filter((name) => name !== "wayfelt.queue").concat(Object.keys(sessionStorage))')).toEqual([])
  const asked = page.waitForRequest(/state/)
  await page.evaluate(`wayfelt.track('nothing')`)
  const search = new URL((await asked).url()).searchParams
  expect([search.get('userId'), search.get('attributes'), search.get('seen')]).toEqual([null, null, '[]'])
  expect(heard.errors).toEqual([])
})

test('a page that is left in mid-survey says so, and a survey that asks for some computing gets it', async ({ page, host, site, line, wayfelt }) => {
  const id = await wayfelt.live({ rules: { event: 'hard' }, protection: { work: true } })
  const heard: string[] = []
  const way = await line((verb) => {
    heard.push(verb)
    return 'through'
  })
  const url = await site({ '/': host({ through: way.url }), '/next': '<!doctype html><title>Next</title>' })
  await page.goto(url)
  await ready(page)
  await page.evaluate(`wayfelt.track('hard')`)
  await page.getByRole('radio', { name: '6', exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => wayfelt.answers(id)).toMatchObject([{ finished: false, held: false }])
  await page.goto(`${url}/next`)
  await expect.poll(() => heard).toEqual(['state', 'displays', 'responses', 'events'])
})
