// The reference: bare node:http with the same group commit, statement and pool, and no check of anything.
import { createServer } from 'node:http'
import { openDb } from '#db/open'
import { asTenant } from '#db/scope'
import type { Submission } from '#lib/collect/input'
import type { Known } from '#lib/collect/lookup'
import type { Prepared } from '#lib/collect/take/prepare'
import { writeBatch } from '#lib/collect/take/write'
import { newId } from '#lib/ids'

const { url, workspaceId, known } = JSON.parse(process.argv[2] ?? '') as { url: string; workspaceId: string; known: Omit<Known, 'questions'> }
const { db } = await openDb({ url })
const ctx = { db, workspaceId, actor: { kind: 'system' as const }, now: () => new Date() }
const waiting: { row: Prepared; done: () => void }[] = []
let inFlight = 0

async function flush(): Promise<void> {
  while (waiting.length > 0 && (inFlight === 0 || (inFlight < 2 && waiting.length >= 24))) {
    const batch = waiting.splice(0, 256)
    inFlight++
    void asTenant(db, workspaceId, (tx) => writeBatch(tx, ctx, batch.map((w) => w.row))).then(() => {
      for (const { done } of batch) done()
      inFlight--
      setImmediate(flush)
    })
  }
}

createServer(async (req, res) => {
  let text = ''
  for await (const chunk of req) text += chunk
  const body = { ...(JSON.parse(text) as Submission), revision: 0 }
  const [id, at, touchpoint] = [newId(), new Date(), body.touchpoint ?? 'pay']
  const answer = (questionId: string, instrument: 'nps' | 'csat' | 'comment', value: unknown) =>
    ({ questionId, touchpoint, instrument, score: typeof value === 'number' ? value : null, reversed: false, body: typeof value === 'string' ? value : null, chosen: null })
  const answers = [answer('recommend', 'nps', body.data.recommend), answer('happy', 'csat', body.data.happy), answer('why', 'comment', body.data.why)]
  const place = { id, sent: body, body, person: null, invitation: null, heldFor: [], forgive: () => {}, origin: { source: 'survey', occurredAt: 'recent' } as const, known: { ...known, questions: new Map() } }
  const row = { ...place, hash: Buffer.alloc(32), touchpoint, answers, occurredAt: at, receivedAt: at, day: at.toISOString().slice(0, 10) }
  waiting.push({ row, done: () => res.writeHead(201, { 'content-type': 'application/json' }).end(`{"data":{"id":"${id}"}}`) })
  setImmediate(flush)
}).listen(Number(process.argv[3]), '127.0.0.1', () => process.send?.('ready'))
