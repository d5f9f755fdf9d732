import { gzipSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { test } from './test'

const MAP = '/w/fernway/journeys/self-serve-subscription'
const MOST_BYTES = 250_000

test('a map is read with at most 250 kB of script, and nothing on it moves while it comes', async ({ page, context }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
  // A page of its own: what the first one has fetched is not fetched again.
  const fresh = await context.newPage()
  const sizes: Promise<number>[] = []
  fresh.on('response', (response) => {
    if (response.request().resourceType() === 'script') sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await fresh.addInitScript(() => {
    const seen = window as unknown as { moved: number }
    seen.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await fresh.goto(MAP)
  await expect(fresh.getByText('Live ·').locator('visible=true')).toBeVisible()
  await fresh.waitForLoadState('load')
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(100_000)
  expect(total).toBeLessThanOrEqual(MOST_BYTES)
  expect(await fresh.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.02)
})
