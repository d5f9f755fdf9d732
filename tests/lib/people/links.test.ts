import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { invitations } from '#db/schema/people'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { type Claim, claimLink, claimLinks, type Invitation, linkToken, openLink } from '#lib/people/links'
import { seal } from '#lib/people/sign'
import { clock, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const key = randomBytes(32)
const DAY = 86_400_000

onEachEngine((_, open) => {
  let ctx: Context
  const time = clock()
  beforeAll(async () => void (ctx = await makeWorkspace(await open(), undefined, time.now)))

  async function invited(more: Partial<{ singleUse: boolean; expiresAt: Date }> = {}): Promise<string> {
    const id = newId()
    const row = { workspaceId: ctx.workspaceId, id, surveyId: newId(), batchId: newId(), person: 'mara', singleUse: true, expiresAt: new Date(ctx.now().getTime() + DAY), createdAt: ctx.now(), ...more }
    await inWorkspace(ctx, (tx) => tx.insert(invitations).values(row))
    return id
  }
  const opened = (token: string, at = ctx) => inWorkspace(at, (tx) => openLink(tx, at, key, token, at.now()))
  const claim = (invitation: string, more: Partial<Claim> = {}): Claim => ({ invitation, submissionId: v4(), finished: true, forget: false, ...more })
  const claimed = (one: Claim) => inWorkspace(ctx, (tx) => claimLink(tx, ctx, one))

  describe('a personal link', () => {
    it('leads to its invitation in its own workspace, and to nothing in another', async () => {
      const id = await invited()
      expect(await opened(linkToken(key, id))).toMatchObject({ id, person: 'mara', singleUse: true, submissionId: null, usedAt: null })
      expect(await opened(linkToken(key, id), await makeWorkspace({ db: ctx.db } as never))).toBe('invalid')
    })

    it('is invalid when made up, sealed by another key, for another purpose or with any bit changed', async () => {
      const id = await invited()
      const token = linkToken(key, id)
      const bytes = Buffer.from(token, 'base64url')
      const flipped = Array.from(bytes, (_, i) => Buffer.from(bytes.map((byte, at) => (at === i ? byte ^ 1 : byte))).toString('base64url'))
      const wrong = ['', 'null', '[]', id, `${token}A`, token.slice(1), linkToken(randomBytes(32), id), seal(key, 'view', bytes.subarray(0, 16)), linkToken(key, newId()), ...flipped]
      const said = await Promise.all(wrong.map((each) => opened(each)))
      expect(new Set(said)).toEqual(new Set(['invalid']))
    })

    it('ends at the very moment that it names', async () => {
      const token = linkToken(key, await invited({ expiresAt: new Date(ctx.now().getTime() + DAY) }))
      time.forward(DAY - 1)
      expect(await opened(token)).toHaveProperty('id')
      time.forward(1)
      expect(await opened(token)).toBe('expired')
    })
  })

  describe('a single-use link', () => {
    it('belongs to the first submission, which may go on until it is finished', async () => {
      const id = await invited()
      const submissionId = v4()
      expect(await claimed(claim(id, { submissionId, finished: false }))).toBe(true)
      expect(await claimed(claim(id))).toBe(false)
      expect(await opened(linkToken(key, id))).toMatchObject({ submissionId, usedAt: null })
      expect(await claimed(claim(id, { submissionId }))).toBe(true)
      expect(await opened(linkToken(key, id))).toBe('used')
      expect(await claimed(claim(id, { submissionId }))).toBe(false)
    })

    it('is taken once by many at the same moment', async () => {
      const id = await invited()
      const all = await Promise.all(Array.from({ length: 20 }, () => claimed(claim(id))))
      expect(all.filter(Boolean)).toHaveLength(1)
    })

    it('is taken once within one batch, and other links beside it as well', async () => {
      const [one, other] = [await invited(), await invited()]
      const claims = [claim(one), claim(other), claim(one)]
      expect(await inWorkspace(ctx, (tx) => claimLinks(tx, ctx, claims))).toEqual([claims[2]])
    })

    it('forgets which submission used it, and when within the day, where the survey is anonymous', async () => {
      const id = await invited()
      const submissionId = v4()
      await claimed(claim(id, { submissionId, forget: true, finished: false }))
      await claimed(claim(id, { submissionId, forget: true }))
      const [row] = await inWorkspace(ctx, (tx) => rows<Pick<Invitation, 'submissionId' | 'usedAt'>>(tx, sql`
        select submission_id as "submissionId", used_at as "usedAt"
        from invitations
        where workspace_id = ${ctx.workspaceId} and id = ${id}`))
      const midnight = new Date(`${ctx.now().toISOString().slice(0, 10)}T00:00:00Z`)
      expect(row).toEqual({ submissionId: null, usedAt: midnight })
      expect(await claimed(claim(id, { submissionId, forget: true }))).toBe(false)
    })
  })

  it('a link for any number of answers takes each, and says when the first came', async () => {
    const id = await invited({ singleUse: false })
    const first = ctx.now()
    expect(await claimed(claim(id))).toBe(true)
    time.forward(1000)
    expect(await claimed(claim(id))).toBe(true)
    expect(await opened(linkToken(key, id))).toMatchObject({ usedAt: first, submissionId: null })
  })

  it('a claim of a link that is gone, or another workspace\'s, is refused', async () => {
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    const id = await invited()
    expect(await claimed(claim(newId()))).toBe(false)
    expect(await inWorkspace(stranger, (tx) => claimLink(tx, stranger, claim(id)))).toBe(false)
  })
})
