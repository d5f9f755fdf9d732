import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { expectAccessible } from './axe'
import { demoOf } from './server'
import { test } from './test'

const STAGES = ['Notice', 'Compare', 'Decide', 'Order', 'Wait', 'Set up', 'Use', 'Ask', 'Renew']

test('a journey of nine stages scrolls within its map and its editor, the page itself stays as wide as the screen', async ({ page, request }) => {
  const headers = { 'x-api-key': demoOf(process.env.WAYFELT_E2E_DATA ?? '').apiKey }
  const reply = await request.post('/api/v1/management/journeys', { headers, data: { name: `Wide ${randomUUID().slice(0, 8)}`, stages: STAGES } })
  const { data } = (await reply.json()) as { data: { key: string } }
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /open the demo/i }).click()
  await page.waitForURL(/\/w\//)
  for (const view of ['', '/edit']) {
    await page.goto(`/w/fernway/journeys/${data.key}${view}`)
    await expect(page.getByRole('heading', { name: 'Renew' }).locator('visible=true').first()).toBeAttached()
    await expectAccessible(page)
  }
})
