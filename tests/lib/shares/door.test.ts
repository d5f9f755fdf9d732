import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import type { Context } from '#lib/context'
import { pageHeaders } from '#lib/http/headers'
import { answerDoor } from '#lib/shares/door'
import { guessPassword } from '#lib/shares/guess'
import { listShares } from '#lib/shares/list'
import { revokeShare } from '#lib/shares/write'
import { onEachEngine } from '../../harness/engines'
import { makeLink, SECRET } from '../../factory/shares'
import { clock, makeJourney, makeWorkspace } from '../../factory/world'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let journey: string
  const time = clock()
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    journey = (await makeJourney(ctx)).key
  })

  const make = (more: object = {}) => makeLink(ctx, journey, more)
  const come = (token: string, { query = '', cookie = '', method = 'GET', now = time.now(), rsc = false } = {}) =>
    answerDoor(database.db, SECRET, { token, query: new URLSearchParams(query), method, headers: { ...(cookie ? { cookie } : {}), ...(rsc ? { rsc: '1' } : {}) }, now })

  test('a page says by its status what became of its link', async () => {
    const [plain, locked, short, gone] = [await make(), await make({ password: 'long enough' }), await make({ days: 1 }), await make()]
    await revokeShare(ctx, { journey, id: gone.id })
    const tomorrow = new Date(time.now().getTime() + 86_400_000)
    const statuses = [plain.token, locked.token, gone.token, 'guessed'].map(async (token) => (await come(token)).status)
    expect(await Promise.all(statuses)).toEqual([200, 401, 404, 404])
    expect((await come(short.token, { now: tomorrow })).status).toBe(410)
    expect((await come(locked.token, { query: 'refused=often' })).status).toBe(429)
    const right = await guessPassword(database.db, SECRET, { token: locked.token, password: 'long enough', now: time.now() })
    const cookie = right.state === 'right' ? `theme=dark; wayfelt-share=${right.cookie}` : ''
    expect((await come(locked.token, { cookie })).status).toBe(200)
  })

  test('another site may frame a map whose link allows it, as an embedded one, and no other page', async () => {
    const [open, closed, short] = [await make({ embed: true }), await make(), await make({ embed: true, days: 1 })]
    const mayFrame = async (token: string, more: Parameters<typeof come>[1] = {}) => (await come(token, { query: 'embed=1', ...more })).mayFrame
    expect(await mayFrame(open.token)).toBe(true)
    expect(await mayFrame(open.token, { query: '' })).toBe(false)
    expect(await mayFrame(closed.token)).toBe(false)
    expect(await mayFrame(short.token, { now: new Date(time.now().getTime() + 86_400_000) })).toBe(false)
    const framed = pageHeaders(false, true, { mayFrame: true, isPrivate: true }).headers
    expect([framed['content-security-policy']?.split('; ').at(-1), framed['x-frame-options'], framed['referrer-policy']]).toEqual(['frame-ancestors *', undefined, 'no-referrer'])
    const own = pageHeaders(false, true).headers
    expect([own['content-security-policy']?.split('; ').at(-1), own['x-frame-options']]).toEqual(["frame-ancestors 'none'", 'DENY'])
  })

  test('a visit is counted once it is let in, and a page that reads its numbers anew is no visit', async () => {
    const [plain, locked] = [await make(), await make({ password: 'long enough' })]
    await come(plain.token)
    await come(plain.token, { rsc: true })
    await come(plain.token, { method: 'HEAD' })
    await come(locked.token)
    const links = await listShares(ctx, { journey })
    const of = (id: string) => links.find((link) => link.id === id)
    expect([of(plain.id)?.opened, of(plain.id)?.openedAt, of(locked.id)?.opened]).toEqual([1, time.now().toISOString(), 0])
  })
})
