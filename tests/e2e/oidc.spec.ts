import { expect } from '@playwright/test'
import { freePort } from '../harness/port'
import { expectAccessible } from './axe'
import { startProvider } from './oidc-provider'
import { freshFolder, removeFolder, startWayfelt, stopWayfelt, untilReady } from './server'
import { test } from './test'

test('single sign-on by environment variables leads a new person to a workspace of their own', async ({ page }) => {
  const folder = freshFolder()
  const port = await freePort()
  const provider = await startProvider({ id: 'wayfelt', secret: 'a-secret-of-the-test' })
  provider.person = { sub: 'ada', email: 'ada@example.test', email_verified: true, name: 'Ada Okafor' }
  const settings = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'wayfelt', OIDC_CLIENT_SECRET: 'a-secret-of-the-test', OIDC_NAME: 'Fernway login' }
  const server = startWayfelt(folder, port, { ...settings, WAYFELT_DEMO: 'off' })
  try {
    await untilReady(port, server)
    await page.goto(`http://127.0.0.1:${port}/sign-in`)
    await expect(page.getByRole('button', { name: 'Open the demo' })).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: /Fernway login/ }).click()
    await page.waitForURL(`http://127.0.0.1:${port}/w`)
    await expectAccessible(page)
    await page.getByLabel('Name').fill('Fernway')
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.waitForURL(/\/w\/fernway\/journeys$/)
    expect(provider.seen).toEqual(expect.arrayContaining(['/authorize', '/token', '/jwks']))
  } finally {
    await stopWayfelt(server)
    await provider.close()
    removeFolder(folder)
  }
})
