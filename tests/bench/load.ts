import { connect, type Socket } from 'node:net'
import { randomUUID } from 'node:crypto'

// The load comes from a process of its own, over bare sockets, so that it costs the servers as little of the machine as it can.

type Order = { port: number; path: string; surveyId: string; connections: number; seconds: number; perSecond?: number }

const PLACES = ['pay', 'basket', 'open']
const CHANNELS = ['web', 'app', 'email']

function request({ path, surveyId, port }: Order): string {
  const n = Math.floor(Math.random() * 11)
  const body = JSON.stringify({
    submissionId: randomUUID(),
    surveyId,
    data: { recommend: n, happy: 1 + (n % 5), why: 'It took a while until somebody answered.' },
    finished: true,
    touchpoint: PLACES[n % 3],
    channel: CHANNELS[n % 3],
  })
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** One connection that sends the next answer as soon as the last one is acknowledged (or, with a rate, when it is due). */
function drive(order: Order, until: number, took: number[], failed: string[]): Promise<void> {
  return new Promise((resolve) => {
    const socket: Socket = connect(order.port, '127.0.0.1')
    const gapMs = order.perSecond ? (1000 * order.connections) / order.perSecond : 0
    let sentAt = 0
    let text = ''
    const next = () => {
      if (performance.now() >= until) return void socket.end()
      sentAt = performance.now()
      socket.write(request(order))
    }
    socket.setNoDelay(true).on('connect', () => setTimeout(next, gapMs * Math.random()))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      const isWhole = end >= 0 && (length ? text.length >= end + 4 + Number(length) : text.endsWith('0\r\n\r\n'))
      if (!isWhole) return
      const took_ = performance.now() - sentAt
      if (text.startsWith('HTTP/1.1 201')) took.push(took_)
      else failed.push(text.slice(0, 300))
      text = ''
      if (gapMs > took_) setTimeout(next, gapMs - took_)
      else next()
    })
    socket.on('close', () => resolve()).on('error', (error) => failed.push(error.message))
  })
}

process.on('message', async (order: Order) => {
  const took: number[] = []
  const failed: string[] = []
  const start = performance.now()
  await Promise.all(Array.from({ length: order.connections }, () => drive(order, start + order.seconds * 1000, took, failed)))
  const seconds = (performance.now() - start) / 1000
  took.sort((a, b) => a - b)
  const p99 = took[Math.min(took.length - 1, Math.floor(took.length * 0.99))] ?? Number.NaN
  process.send?.({ rate: took.length / seconds, p99, failed: failed.length, example: failed[0] })
})
