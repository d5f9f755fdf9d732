import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { Collector } from '#lib/collect/take/collector'
import { declareDimension } from '#lib/collect/dimensions/declare'
import { Submission } from '#lib/collect/input'
import { type Context, inWorkspace } from '#lib/context'
import { toProblem } from '#lib/http/problem'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../factory/client'
import { linkTo } from '../../factory/proof'
import { clock, IDENTIFIED, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const DAY = 86_400_000

onEachEngine((_, open) => {
  let ctx: Context
  let surveyId: string
  const time = clock()
  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, time.now)
    surveyId = (await makeJourney(ctx, undefined, undefined, { ...IDENTIFIED, access: { who: 'invited' } })).surveyId
  })

  const give = (token: unknown, more: Record<string, unknown> = {}) => post(ctx, submission(surveyId, { token, ...more }))
  const refused = (status: number, code: string, why: string) => ({ status, json: { code, errors: [{ pointer: '/token', code: why }] } })
  const count = async () => (await inWorkspace(ctx, (tx) => rows<{ n: number }>(tx, sql`select count(*)::int as n from responses`)))[0]?.n

  it('takes nothing without a link, and no link that is made up, changed, of another survey or expired', async () => {
    const other = (await makeJourney(ctx)).surveyId
    const { token } = await linkTo(ctx, surveyId, { expiresAt: new Date(time.now().getTime() + DAY) })
    const flipped = `${token.slice(0, 5)}${token[5] === 'A' ? 'B' : 'A'}${token.slice(6)}`
    const before = await count()
    expect(await give(undefined)).toMatchObject(refused(403, 'forbidden', 'required'))
    for (const bad of ['x', flipped, token.slice(1), `${token}A`, (await linkTo(ctx, other)).token]) {
      expect(await give(bad)).toMatchObject(refused(403, 'forbidden', 'invalid_token'))
    }
    for (const bad of [null, '', [], [token], 7, {}]) {
      const { status, json } = await give(bad)
      expect([status, json.code, json.errors?.[0]?.pointer]).toEqual([400, 'validation_failed', '/token'])
    }
    time.forward(DAY)
    expect(await give(token)).toMatchObject(refused(403, 'forbidden', 'token_expired'))
    expect(await count()).toBe(before)
  })

  it('takes one submission by a single-use link with its revisions until it is finished, and then nothing more', async () => {
    const { token } = await linkTo(ctx, surveyId)
    const body = submission(surveyId, { token, finished: false })
    expect((await post(ctx, body)).status).toBe(201)
    expect(await give(token)).toMatchObject(refused(409, 'conflict', 'token_used'))
    const last = { ...body, revision: 2, finished: true, data: { recommend: 3 } }
    expect((await post(ctx, last)).status).toBe(200)
    expect(await give(token)).toMatchObject(refused(409, 'conflict', 'token_used'))
    expect(await post(ctx, { ...last, revision: 3, data: { recommend: 0 } })).toMatchObject(refused(409, 'conflict', 'token_used'))
    const withoutLink = await post(ctx, { ...last, token: undefined, revision: 3, data: { recommend: 0 } })
    expect([withoutLink.status, withoutLink.json.errors?.[0]?.code]).toEqual([403, 'required'])
    for (const again of [last, { ...body, revision: 1 }, body]) expect((await post(ctx, again)).status).toBe(200)
    time.forward(2 * DAY)
    expect((await post(ctx, last)).headers['idempotent-replayed']).toBe('true')
  })

  it('a survey that anyone may answer takes no later revision of an answer by a used link either', async () => {
    const free = (await makeJourney(ctx, undefined, undefined, IDENTIFIED)).surveyId
    const { token } = await linkTo(ctx, free)
    const body = submission(free, { token })
    await post(ctx, body)
    expect(await post(ctx, { ...body, token: undefined, revision: 1, data: { recommend: 0 } })).toMatchObject(refused(409, 'conflict', 'token_used'))
    expect((await post(ctx, submission(free))).status).toBe(201)
  })

  it('one of many submissions gets a single-use link, from two processes at once', async () => {
    const { token } = await linkTo(ctx, surveyId)
    const processes = [new Collector(ctx.db), new Collector(ctx.db)]
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const body = Submission.parse(submission(surveyId, { token, finished: i % 3 > 0 }))
        return processes[i % 2]?.submit(ctx, body).then(({ created }) => created, (error: unknown) => toProblem(error).errors[0]?.code)
      }),
    )
    expect(outcomes.filter((outcome) => outcome === true)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'token_used')).toHaveLength(39)
  })

  it('a link that may be used again takes one answer after another', async () => {
    const { token } = await linkTo(ctx, surveyId, { singleUse: false })
    for (let i = 0; i < 3; i++) expect((await give(token)).status).toBe(201)
  })

  it('what the link says of its person, the body cannot say otherwise; what it does not say, the body may', async () => {
    const link = { person: 'mara', attributes: { plan: 'pro' }, touchpointKey: 'open', channel: 'email', campaign: 'spring', language: 'de' }
    const { token } = await linkTo(ctx, surveyId, link)
    const said = { userId: 'eve', attributes: { plan: 'free', city: 'Ulm' }, touchpoint: 'basket', channel: 'web', campaign: 'x', language: 'en' }
    const id = (await give(token, said)).json.data?.id
    const [stored] = await inWorkspace(ctx, (tx) => rows(tx, sql`
      select person, attributes, touchpoint_key as touchpoint, channel, campaign, language
      from responses
      where id = ${id}`))
    expect(stored).toEqual({ person: 'mara', attributes: { plan: 'pro', city: 'Ulm' }, touchpoint: 'open', channel: 'email', campaign: 'spring', language: 'de' })
    const bare = await linkTo(ctx, surveyId, { person: null })
    const own = (await give(bare.token, said)).json.data?.id
    const [other] = await inWorkspace(ctx, (tx) => rows(tx, sql`select person, channel from responses where id = ${own}`))
    expect(other).toEqual({ person: 'eve', channel: 'web' })
  })

  it('an anonymous survey keeps of a link’s attributes only what answers are counted by', async () => {
    const { surveyId: anonymous, key } = await makeJourney(ctx)
    await declareDimension(ctx, { journey: key, name: 'plan' })
    const { token } = await linkTo(ctx, anonymous, { attributes: { plan: 'pro', name: 'Mara Klein' } })
    const id = (await post(ctx, submission(anonymous, { token }))).json.data?.id
    const [stored] = await inWorkspace(ctx, (tx) => rows(tx, sql`select attributes from responses where id = ${id}`))
    expect(stored).toEqual({ attributes: { plan: 'pro' } })
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })
})
