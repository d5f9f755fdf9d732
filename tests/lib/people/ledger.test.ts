import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { linkToken } from '#lib/people/links'
import { inviteMany } from '#lib/people/invitations'
import { readLedgers } from '#lib/people/ledger'
import { pseudonymOf } from '#lib/people/sign'
import { closeSurvey } from '#lib/surveys/publish'
import { verifyTallies } from '#lib/rollups/verify'
import { answer, display, liveSurvey, reasonOf } from '../../factory/asking'
import { send } from '../../factory/client'
import { clock, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const DAY = 86_400_000
const paid = { rules: { event: 'paid' } }

onEachEngine((_, open) => {
  let database: Awaited<ReturnType<typeof open>>
  beforeAll(async () => void (database = await open()))

  const begin = async () => {
    const time = clock()
    const ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    const { key: journey, journeyId } = await makeJourney(ctx)
    const [{ key } = { key: new Uint8Array() }] = await rows<{ key: Uint8Array }>(database.db, sql`select signing_key as key from workspaces where id = ${ctx.workspaceId}`)
    return { ctx, time, journey, journeyId, key }
  }

  const stored = (ctx: Context) => rows<{ person: string | null; form: string; touchpoint: string; answered: boolean }>(database.db, sql`
    select person, form, touchpoint_key as touchpoint, answered_at is not null as answered
    from displays
    where workspace_id = ${ctx.workspaceId}
    order by shown_at, id`)

  const exposures = async (ctx: Context) => (await rows<{ n: number }>(database.db, sql`
    select coalesce(sum(n), 0)::int as n
    from tally_events
    where workspace_id = ${ctx.workspaceId} and kind = 'exposed' and grain = 'day'`))[0]?.n

  it('keeps nothing of a person but a pseudonym, of an anonymous survey too', async () => {
    const { ctx, journey, key } = await begin()
    const id = await liveSurvey(ctx, journey)
    expect((await display(ctx, id, { userId: 'mara@example.com', touchpoint: 'open' })).status).toBe(201)
    expect(await stored(ctx)).toEqual([{ person: pseudonymOf(key, 'mara@example.com'), form: 'popup', touchpoint: 'open', answered: false }])
    expect(await rows(database.db, sql`select 1 from events where workspace_id = ${ctx.workspaceId} and person is not null`)).toEqual([])
  })

  it('counts a display once, however often and at the same time it is reported', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey)
    const displayId = newId()
    const sent = await Promise.all(Array.from({ length: 8 }, () => display(ctx, id, { displayId, userId: 'mara' })))
    expect(sent.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201])
    expect(new Set(sent.map(({ json }) => json.data?.id))).toEqual(new Set([displayId]))
    expect([(await stored(ctx)).length, await exposures(ctx)]).toEqual([1, 1])
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('has the last word: two pages that were both told to show it leave two displays, and the third is told no', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, paid)
    const asked = () => reasonOf(ctx, id, { event: 'paid', userId: 'mara' })
    expect(await Promise.all([asked(), asked()])).toEqual(['shown', 'shown'])
    await Promise.all([display(ctx, id, { userId: 'mara' }), display(ctx, id, { userId: 'mara' })])
    expect([await asked(), (await stored(ctx)).length]).toEqual(['shown_enough', 2])
  })

  it('takes an anonymous answer for an answer by its display, and keeps no other tie to it', async () => {
    const { ctx, time, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { rules: { event: 'paid', displayOption: 'displayMultiple' } })
    const { json } = await display(ctx, id, { userId: 'mara' })
    time.forward(20_000)
    await answer(ctx, id, { displayId: json.data?.id, userId: 'mara' })
    expect(await reasonOf(ctx, id, { event: 'paid', userId: 'mara' })).toBe('answered')
    expect(await rows(database.db, sql`select 1 from responses where workspace_id = ${ctx.workspaceId} and person is not null`)).toEqual([])
    expect(await rows(database.db, sql`
      select 1
      from displays d
      join responses r on r.workspace_id = d.workspace_id and r.received_at = d.answered_at
      where d.workspace_id = ${ctx.workspaceId}`)).toEqual([])
  })

  it('takes an answer for one also where it came before the report of its display', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { rules: { event: 'paid', displayOption: 'displayMultiple' } })
    const displayId = newId()
    await answer(ctx, id, { displayId, userId: 'mara' })
    await display(ctx, id, { displayId, userId: 'mara' })
    expect(await reasonOf(ctx, id, { event: 'paid', userId: 'mara' })).toBe('answered')
  })

  it('counts an invitation as asking, and its answer as answering, of an anonymous survey too', async () => {
    const { ctx, time, journey, key } = await begin()
    const [invited, other] = [await liveSurvey(ctx, journey, { rules: { event: 'paid', displayOption: 'displayMultiple' } }), await liveSurvey(ctx, journey, { rules: { event: 'opened' } })]
    const { results } = await inviteMany(ctx, { id: invited, people: [{ person: 'mara' }] })
    expect(await reasonOf(ctx, other, { event: 'opened', userId: 'mara' })).toBe('cap_all')
    const invitation = results[0] && 'id' in results[0] ? results[0].id : ''
    expect((await answer(ctx, invited, { token: linkToken(key, invitation) })).status).toBe(201)
    time.forward(91 * DAY)
    expect(await reasonOf(ctx, invited, { event: 'paid', userId: 'mara' })).toBe('answered')
    expect(await reasonOf(ctx, other, { event: 'opened', userId: 'mara' })).toBe('shown')
  })

  it('knows a pseudonymous answer for the person’s own, and nobody else’s', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { rules: { event: 'paid', displayOption: 'displayMultiple' }, privacy: { mode: 'pseudonymous' } })
    await answer(ctx, id, { userId: 'mara' })
    expect(await reasonOf(ctx, id, { event: 'paid', userId: 'mara' })).toBe('answered')
    expect(await reasonOf(ctx, id, { event: 'paid', userId: 'tom' })).toBe('shown')
  })

  it('reads many people at once, each their own, and shows nothing of another workspace', async () => {
    const { ctx, journey, key } = await begin()
    const id = await liveSurvey(ctx, journey)
    await display(ctx, id, { userId: 'mara' })
    await display(ctx, id, { userId: 'tom', form: 'slide' })
    const read = (as: Context) => inWorkspace(as, (tx) => readLedgers(tx, as, { key, people: ['mara', 'tom', 'ida'], now: as.now() }))
    expect([...(await read(ctx))].map(([name, asks]) => [name, asks.map(({ form }) => form)])).toEqual([['mara', ['popup']], ['tom', ['slide']], ['ida', []]])
    expect([...(await read(await makeWorkspace(database))).values()]).toEqual([[], [], []])
  })

  it('takes the report of a survey that was closed meanwhile', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey)
    await closeSurvey(ctx, { id })
    expect((await display(ctx, id)).status).toBe(201)
  })

  describe('a report that is not right', () => {
    it('is refused with its place, and nothing of it is stored', async () => {
      const { ctx, journey } = await begin()
      const id = await liveSurvey(ctx, journey, { access: { origins: ['https://shop.example'] } })
      const refused = async (body: Record<string, unknown>) => {
        const { status, json } = await display(ctx, id, body)
        return [status, json.errors?.[0]?.pointer, json.errors?.[0]?.code]
      }
      expect(await refused({ touchpoint: 'nowhere' })).toEqual([400, '/touchpoint', 'unknown_touchpoint'])
      expect(await refused({ form: 'invitation' })).toEqual([400, '/form', 'invalid_value'])
      expect(await refused({ displayId: 'x' })).toEqual([400, '/displayId', 'invalid_uuid'])
      expect(await refused({ userId: null })).toEqual([400, '/userId', 'invalid_type'])
      expect(await refused({ occurredAt: '2026-01-01T00:00:00Z' })).toEqual([400, '/occurredAt', 'invalid_date'])
      expect(await refused({ surveyId: newId() })).toEqual([404, undefined, undefined])
      const elsewhere = await send(ctx, 'POST', 'displays', { displayId: newId(), surveyId: id, form: 'popup' }, { origin: 'https://evil.test' })
      expect([elsewhere.status, elsewhere.json.code]).toEqual([403, 'forbidden'])
      expect(await stored(ctx)).toEqual([])
    })
  })
})
