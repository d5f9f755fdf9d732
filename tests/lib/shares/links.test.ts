import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { toProblem } from '#lib/http/problem'
import { guessPassword } from '#lib/shares/guess'
import { knock } from '#lib/shares/knock'
import { listShares } from '#lib/shares/list'
import { workspaceOf } from '#lib/shares/token'
import { createShare, revokeShare } from '#lib/shares/write'
import { onEachEngine } from '../../harness/engines'
import { makeLink, SECRET } from '../../factory/shares'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'

async function refusal(asked: Promise<unknown>) {
  const { status, code, errors } = toProblem(await asked.then(() => null, (error: unknown) => error))
  return [status, code, errors[0]?.pointer ?? null]
}

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
  const come = (token: string, cookie?: string) => knock(database.db, SECRET, { token, cookie, now: time.now() })

  test('a link leads to its journey until it is revoked, and is kept as a hash only', async () => {
    const { id, token } = await make()
    expect(token).toMatch(/^[\w-]{65}$/)
    expect(workspaceOf(token)).toBe(ctx.workspaceId)
    const stored = await inWorkspace(ctx, (tx) => rows<{ row: string }>(tx, sql`select s::text as row from share_links s where id = ${id}`))
    expect(stored[0]?.row).not.toContain(token)
    expect(await come(token)).toMatchObject({ state: 'open', share: { journey, comments: false, embed: false } })
    await revokeShare(ctx, { journey, id })
    expect(await come(token)).toEqual({ state: 'gone' })
    expect((await listShares(ctx, { journey })).find((link) => link.id === id)).toMatchObject({ state: 'revoked', name: 'Board' })
  })

  test('a guessed token looks like a revoked one, whatever was made up of it', async () => {
    const { token } = await make()
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    const foreign = `AAAAAAAAAAAAAAAAAAAAAA${token.slice(22)}`
    for (const wrong of [other, foreign, token.slice(1), `${token}A`, '', 'x', `${token.slice(0, 22)}${'.'.repeat(43)}`]) expect(await come(wrong)).toEqual({ state: 'gone' })
  })

  test('a link with an end has ended then, and says so', async () => {
    const { token } = await make({ days: 7 })
    const later = new Date(time.now().getTime() + 7 * 86_400_000)
    expect(await knock(database.db, SECRET, { token, cookie: undefined, now: later })).toMatchObject({ state: 'expired' })
    expect(await come(token)).toMatchObject({ state: 'open' })
  })

  test('a password is asked for, and a cookie of another link or another password opens nothing', async () => {
    const [one, two] = [await make({ password: 'long enough' }), await make({ password: 'long enough' })]
    expect((await come(one.token)).state).toBe('locked')
    const guess = (token: string, password: string) => guessPassword(database.db, SECRET, { token, password, now: time.now() })
    expect((await guess(one.token, 'wrong')).state).toBe('wrong')
    const right = await guess(one.token, 'long enough')
    const cookie = right.state === 'right' ? right.cookie : ''
    expect((await come(one.token, cookie)).state).toBe('open')
    expect((await come(two.token, cookie)).state).toBe('locked')
    await inWorkspace(ctx, (tx) => tx.execute(sql`update share_links set password_hash = 'another' where id = ${one.id}`))
    expect((await come(one.token, cookie)).state).toBe('locked')
  })

  test('the eleventh wrong password of an hour is refused unseen, and right ones do not count', async () => {
    const { token } = await make({ password: 'long enough' })
    const guess = (password: string) => guessPassword(database.db, SECRET, { token, password, now: time.now() })
    for (let i = 0; i < 12; i++) expect((await guess('long enough')).state).toBe('right')
    for (let i = 0; i < 10; i++) expect((await guess(`wrong ${i}`)).state).toBe('wrong')
    expect(await refusal(guess('long enough'))).toEqual([429, 'rate_limited', null])
  })

  test('a viewer makes, lists and revokes no link, and whoever has one makes none either', async () => {
    const { id } = await make()
    const share = { kind: 'share', journeyId: id, comments: true } as const
    for (const actor of [VIEWER, share]) {
      expect(await refusal(createShare(as(ctx, actor), { journey, name: 'x' }))).toEqual([403, 'forbidden', null])
      expect(await refusal(listShares(as(ctx, actor), { journey }))).toEqual([403, 'forbidden', null])
      expect(await refusal(revokeShare(as(ctx, actor), { journey, id }))).toEqual([403, 'forbidden', null])
    }
  })

  test.each([
    [{ from: '2026-11-02' }, '/to'],
    [{ from: '2026-11-02', to: '2026-11-01' }, '/from'],
    [{ password: 'short' }, '/password'],
    [{ password: 'long enough', embed: true }, '/password'],
    [{ channel: 'fax' }, '/channel'],
    [{ expiresAt: '2026-11-20T11:59:59Z' }, '/expiresAt'],
    [{ days: 7, expiresAt: '2026-12-20T12:00:00Z' }, '/expiresAt'],
    [{ name: ' ' }, '/name'],
  ])('a link that makes no sense is refused: %o', async (more, pointer) => {
    const before = (await listShares(ctx, { journey })).length
    expect(await refusal(createShare(ctx, { journey, name: 'Board', ...more }))).toEqual([400, 'validation_failed', pointer])
    expect((await listShares(ctx, { journey })).length).toBe(before)
  })
})
