import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function graveFindings(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/**
 * No serious or critical finding of axe, and nothing that makes the page wider than its screen. A page on its way from one
 * state to the next (a dialog that leaves, a table that is read again) has time to arrive, and a busy machine to look at it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated, not added as a script: the page's policy refuses scripts that are not its own.
  await page.evaluate(SOURCE)
  await expect.poll(() => graveFindings(page), { message: page.url(), timeout: 20_000 }).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${page.url()} is wider than its screen`).toBeLessThanOrEqual(0)
}
