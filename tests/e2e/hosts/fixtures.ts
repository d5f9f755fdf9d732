import { test as plain } from '../test'
import { type Fate, type Line, openLine } from './line'
import { hostPage, openShadows, openSite } from './site'
import { type Desk, desk } from './surveys'

type More = { body?: string; head?: string; attributes?: string; through?: string }

type World = {
  base: string
  wayfelt: Desk
  /** A page with the snippet in it. */
  host: (more?: More) => string
  /** Somebody's site with these pages; gives its address. */
  site: (pages: Record<string, string>, headers?: Record<string, string>) => Promise<string>
  /** A bad way to our server; gives its address. */
  line: (fateOf: (path: string) => Fate) => Promise<Line>
}

/** Tests with sites of other people, which are closed after each. */
export const test = plain.extend<World>({
  base: async ({ baseURL }, use) => use(baseURL ?? ''),
  wayfelt: async ({ base }, use) => use(desk(base)),
  host: async ({ base, wayfelt }, use) => use(({ through, ...more } = {}) => hostPage({ base: through ?? base, workspaceId: wayfelt.workspaceId, ...more })),
  site: async ({}, use) => {
    const open: { close: () => Promise<void> }[] = []
    await use(async (pages, headers) => {
      const site = await openSite(pages, headers)
      open.push(site)
      return site.url
    })
    await Promise.all(open.map((site) => site.close()))
  },
  line: async ({ base }, use) => {
    const open: Line[] = []
    await use(async (fateOf) => {
      const line = await openLine(base, fateOf)
      open.push(line)
      return line
    })
    await Promise.all(open.map((line) => line.close()))
  },
  page: async ({ page }, use) => {
    await openShadows(page)
    await use(page)
  },
})
