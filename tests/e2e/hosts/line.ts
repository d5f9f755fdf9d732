import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of a request: it goes through, never arrives, arrives while its answer is lost, or is told to come later. */
export type Fate = 'through' | 'cut' | 'answer-lost' | 'busy'

export type Line = { url: string; close: () => Promise<void> }

function forward(base: string, req: IncomingMessage, res: ServerResponse, isLost: boolean): void {
  const onward = request(`${base}${req.url ?? '/'}`, { method: req.method, headers: req.headers }, (answer) => {
    if (isLost) {
      answer.resume().on('end', () => res.destroy())
      return
    }
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(res)
  })
  onward.on('error', () => res.destroy())
  req.pipe(onward)
}

/** The way between a browser and our server, on which this happens to each request for `/api`, told by its last word. */
export async function openLine(base: string, fateOf: (path: string) => Fate): Promise<Line> {
  const server = createServer((req, res) => {
    const fate = req.url?.startsWith('/api/') ? fateOf(req.url.replace(/^.*\/|\?.*/g, '')) : 'through'
    if (fate === 'cut') res.destroy()
    else if (fate === 'busy') res.writeHead(503, { 'retry-after': '1', 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' }).end('{}')
    else forward(base, req, res, fate === 'answer-lost')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
