import { type Page, test as plain } from '@playwright/test'

/** Every control is React's, and nothing is left to be done: what listens does. Pages that are not of the app have nothing to wait for. */
async function untilAwake(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    if (!('__next_f' in window)) return true
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea')]
    if (!controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')))) return false
    return new Promise((resolve) => requestIdleCallback(() => resolve(true)))
  })
}

/**
 * Tests whose pages, once gone to, take keys and clicks. A page is drawn some moments before its script listens: people do
 * not notice, but a test presses its key in between.
 */
export const test = plain.extend<object, { awake: undefined }>({
  awake: [
    async ({ browser }, use) => {
      const page = await browser.newPage()
      const pages: Pick<Page, 'goto' | 'reload'> = Object.getPrototypeOf(page)
      await page.close()
      const { goto, reload } = pages
      pages.goto = async function (this: Page, ...to) {
        const response = await goto.apply(this, to)
        await untilAwake(this)
        return response
      }
      pages.reload = async function (this: Page, ...how) {
        const response = await reload.apply(this, how)
        await untilAwake(this)
        return response
      }
      await use(undefined)
      Object.assign(pages, { goto, reload })
    },
    { scope: 'worker', auto: true },
  ],
})
