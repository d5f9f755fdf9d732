import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

export type Site = { url: string; close: () => Promise<void> }

/** Somebody's site on a port of its own: pages by path, each with the headers it comes with. */
export async function openSite(pages: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').replace(/\?.*/, '')
    const body = path === '/favicon.ico' ? '' : pages[path]
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html'
    res.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

export const STUB = 'window.wayfelt=window.wayfelt||new Proxy({q:[]},{get:(t,k)=>t[k]||((...a)=>t.q.push([k,...a]))})'

type Host = { base: string; workspaceId: string; body?: string; head?: string; attributes?: string }

/** A page with the snippet as the editor gives it out. */
export const hostPage = ({ base, workspaceId, body = '', head = '', attributes = '' }: Host): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Fernway</title>
${head}<script async src="${base}/widget.js" data-workspace="${workspaceId}"${attributes}></script></head>
<body><main><h1>Your team is set up</h1>${body}</main></body></html>`

/** The widget's shadow is closed to its page; the tests look into it. */
export const openShadows = (page: Page) =>
  page.addInitScript(`
    const { attachShadow } = Element.prototype
    Element.prototype.attachShadow = function (how) { return attachShadow.call(this, { ...how, mode: 'open' }) }`)

/** What a page heard and asked for: everything that it would show as an error, and every request to our server. */
export function listenTo(page: Page, base: string) {
  const [errors, requests]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('request', (request) => {
    if (request.url().startsWith(base)) requests.push(`${request.method()} ${new URL(request.url()).pathname.replace(/\/api\/v1\/client\/[^/]+/, '')}`)
  })
  return { errors, requests }
}

/** Measures from the first byte on: what has moved on the page without anybody's doing. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`
    window.shifts = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value
    }).observe({ type: 'layout-shift', buffered: true })`)
  return () => page.evaluate('window.shifts')
}
