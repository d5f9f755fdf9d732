import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { ADDRESS_HEADER, PATH_HEADER } from '#lib/auth/place'
import { clientApi } from '#lib/collect/client-api'
import { collector } from '#lib/collect/take/collector'
import { appUrl, env } from '#lib/env'
import { clientAddress } from '#lib/http/address'
import { pageHeaders } from '#lib/http/headers'
import { openMetrics } from '#lib/http/metrics'
import { packed } from '#lib/http/pack'
import { readiness } from '#lib/http/ready'
import { newId } from '#lib/ids'
import { startJobs } from '#lib/jobs/start'
import { joinFeeds } from '#lib/live'
import { log } from '#lib/log'
import { closeRuntime, runtime } from '#lib/runtime'
import { answerDoor } from '#lib/shares/door'
import { type Delivery as Reply, deliverWidget } from '#lib/surveys/deliver'

const CLIENT = '/api/v1/client/'
const DRAIN_MS = 10_000

type Say = (line: string) => void

const send = (res: ServerResponse, { status, headers, body }: Reply): void => void res.writeHead(status, headers).end(body)

const text = (status: number, body: string, type = 'text/plain; charset=utf-8'): Reply => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
})

const starting = text(503, 'Wayfelt is starting. Try again in a moment.\n')
const STARTING: Reply = { ...starting, headers: { ...starting.headers, 'retry-after': '2' } }

/** A percent sign with no byte behind it: nothing could be meant by it. */
function isBroken(path: string): boolean {
  try {
    decodeURIComponent(path)
    return false
  } catch {
    return true
  }
}

/** The status of a page that Next would send as 200: a page has no way to say "gone" or "say the password first" itself. */
function answerWith(res: ServerResponse, status: number): void {
  const writeHead = res.writeHead.bind(res) as (...head: unknown[]) => ServerResponse
  res.writeHead = (first: number, ...rest: unknown[]) => writeHead(first === 200 ? status : first, ...rest)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} on ${host} is taken. Choose another with PORT=….`) : error),
    )
    server.listen(port, host, resolve)
  })
}

/** Starts the pages, collect and the jobs in one process; answers when people can come in. */
export async function serve({ dev, say, prepareDemo }: { dev: boolean; say: Say; prepareDemo: (url: string) => Promise<void> }): Promise<void> {
  const closing = new AbortController()
  // Every open map waits for it.
  setMaxListeners(0, closing.signal)
  Object.assign(globalThis, { wayfeltClosing: closing.signal })
  const { PORT, HOST, TRUST_PROXY_HOPS } = env()
  say('Opening the database')
  const { database, secrets } = await runtime()
  const metrics = openMetrics(() => collector(database.db).waiting)
  const ready = readiness(database)

  const app = next({ dev, dir: import.meta.dirname, hostname: HOST, port: PORT })
  say('Preparing the pages')
  await app.prepare()
  const page = app.getRequestHandler()

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = (req.url ?? '/').split('?')
    const address = clientAddress(req.socket.remoteAddress, req.headers['x-forwarded-for']?.toString() ?? null, TRUST_PROXY_HOPS)
    if (path === '/healthz') return send(res, text(200, 'ok\n'))
    if (path === '/readyz') return send(res, await ready.reply(closing.signal.aborted))
    if (!ready.isOpen) return send(res, STARTING)
    if (path.startsWith(CLIENT)) {
      const asked = { method: req.method ?? 'GET', path: path.slice(CLIENT.length).split('/'), search: new URLSearchParams(query) }
      const call = { ...asked, origin: req.headers.origin ?? null, address, body: () => req }
      const reply = await clientApi(database.db, () => new Date(), call)
      metrics.collected(reply.status)
      // What is left of a body that was too large is not read: the connection ends with the answer.
      if (!req.complete) res.setHeader('connection', 'close')
      return send(res, await packed(reply, req.headers['accept-encoding']))
    }
    if (path === '/metrics') return send(res, text(200, await metrics.text(), metrics.type))
    const widget = req.method === 'GET' ? await deliverWidget(path, req.headers) : null
    if (widget) return send(res, widget)
    // Whoever asks can write headers; which address it is, only the socket and our own proxies say.
    req.headers[ADDRESS_HEADER] = address
    req.headers[PATH_HEADER] = (req.url ?? '/').replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '')
    if (isBroken(path)) return send(res, text(404, 'There is no such page.\n'))
    if (!path.startsWith('/s/') && !path.startsWith('/_next/')) {
      const token = /^\/share\/([^/]+)$/.exec(path)?.[1]
      const asked = { query: new URLSearchParams(query), method: req.method ?? 'GET', headers: req.headers, now: new Date() }
      const door = token === undefined ? null : await answerDoor(database.db, secrets.authSecret, { ...asked, token })
      if (door) answerWith(res, door.status)
      const { nonce, headers } = pageHeaders(dev, appUrl().startsWith('https:'), {
        mayFrame: door?.mayFrame ?? false,
        isPrivate: /^\/(share|calendar)\//.test(path),
      })
      // Next finds the nonce for its own scripts in the request's copy of the policy.
      Object.assign(req.headers, { 'content-security-policy': headers['content-security-policy'], 'x-nonce': nonce })
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    }
    await page(req, res)
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      log.error({ err: error }, 'a request failed outside of its handler')
      if (res.headersSent) res.destroy()
      else send(res, text(500, 'Something went wrong on our side.\n'))
    })
  })
  server.keepAliveTimeout = 65_000
  if (dev) server.on('upgrade', app.getUpgradeHandler())

  // The port comes before the work: one that is taken is found out before anything has been written.
  await listen(server, PORT, HOST)
  const leaveFeeds = await joinFeeds(database, newId())
  const stopJobs = await startJobs(database.db)
  await prepareDemo(appUrl())
  ready.isOpen = true

  // Next's own handling never ends while an event stream is open, so the order of leaving is ours.
  async function leave(): Promise<void> {
    if (closing.signal.aborted) return
    closing.abort()
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await stopJobs()
    await collector(database.db).close()
    await leaveFeeds()
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2_000))])
    server.closeAllConnections()
    await closeRuntime()
    process.exit(0)
  }
  process.on('SIGTERM', () => void leave())
  process.on('SIGINT', () => void leave())
}
