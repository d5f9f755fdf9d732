import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/open'
import { rows } from '#db/rows'
import { eraseResponse } from '#lib/collect/erase'
import { newId } from '#lib/ids'
import { type Context, inWorkspace } from '#lib/context'
import { whyShown } from '#lib/people/asking/why'
import { saveCaps } from '#lib/people/caps'
import { readView } from '#lib/people/view'
import { closeSurvey } from '#lib/surveys/publish'
import { answer, display, liveSurvey, reasonOf, state } from '../../factory/asking'
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
    const ctx: Context = await makeWorkspace(database, { kind: 'system' }, time.now)
    return { ctx, time, journey: (await makeJourney(ctx)).key }
  }

  it('shows the survey that waits for an event, whole, in the wanted language, with a token for it', async () => {
    const { ctx, journey } = await begin()
    const translations = { de: { questions: { recommend: { text: 'Würden Sie uns empfehlen?' } } } }
    const id = await liveSurvey(ctx, journey, { ...paid, translations, protection: { work: true } })
    const { data } = await state(ctx, { event: 'paid', lang: 'de-AT,en', attributes: { name: 'Mara', seats: 3 } })
    expect(data.show).toMatchObject({ survey: { id, version: 1, language: 'de' }, form: 'popup', work: 14, touchpoint: 'pay' })
    expect(data.show?.survey.questions[0]?.text).toBe('Würden Sie uns empfehlen?')
    expect(data.show?.piped).toEqual({ name: 'Mara', seats: '3', company: 'Fernway', touchpoint: 'pay', stage: 'buy' })
    const [{ key } = { key: new Uint8Array() }] = await rows<{ key: Uint8Array }>(database.db, sql`select signing_key as key from workspaces where id = ${ctx.workspaceId}`)
    expect(readView(key, data.show?.view ?? '')).toMatchObject({ surveyId: id, work: 14, shownAt: ctx.now() })
  })

  it('asks a known person once: by the ledger, whatever their browser remembers', async () => {
    const { ctx, journey, time } = await begin()
    const [first, second] = [await liveSurvey(ctx, journey, paid), await liveSurvey(ctx, journey, { rules: { event: 'opened' } })]
    expect(await reasonOf(ctx, first, { event: 'paid', userId: 'mara' })).toBe('shown')
    await display(ctx, first, { userId: 'mara' })
    expect(await reasonOf(ctx, first, { event: 'paid', userId: 'mara' })).toBe('shown_enough')
    expect(await reasonOf(ctx, second, { event: 'opened', userId: 'mara' })).toBe('cap_all')
    expect(await reasonOf(ctx, second, { event: 'opened', userId: 'tom' })).toBe('shown')
    time.forward(90 * DAY - 1)
    expect(await reasonOf(ctx, second, { event: 'opened', userId: 'mara' })).toBe('cap_all')
    time.forward(1)
    expect(await reasonOf(ctx, second, { event: 'opened', userId: 'mara' })).toBe('shown')
  })

  it('shows nothing that would be refused: a full survey has no room where an answer was erased', async () => {
    const { ctx, journey, time } = await begin()
    const id = await liveSurvey(ctx, journey, { ...paid, access: { mostAnswers: 1 } })
    await eraseResponse(ctx, { id: (await answer(ctx, id)).json.data?.id })
    time.forward(10_000)
    expect(await reasonOf(ctx, id, { event: 'paid' })).toBe('full')
    expect((await whyShown(ctx, { survey: id, event: 'paid' })).reason).toBe('full')
    expect((await answer(ctx, id)).json.code).toBe('survey_closed')
  })

  it('shows the others where one survey cannot be read', async () => {
    const { ctx, journey } = await begin()
    const [broken, whole] = [await liveSurvey(ctx, journey, paid), await liveSurvey(ctx, journey, { rules: { event: 'opened' } })]
    await inWorkspace(ctx, (tx) => tx.execute(sql`update survey_versions set definition = definition - 'title' where survey_id = ${broken}`))
    expect(await reasonOf(ctx, whole, { event: 'opened' })).toBe('shown')
    expect((await state(ctx, { survey: broken })).status).toBe(404)
  })

  it('asks nobody twice whose clock goes ahead', async () => {
    const { ctx, journey } = await begin()
    const [first, second] = [await liveSurvey(ctx, journey, { ...paid, privacy: { mode: 'identified' } }), await liveSurvey(ctx, journey, { rules: { event: 'opened' } })]
    const occurredAt = new Date(ctx.now().getTime() + 240_000).toISOString()
    await display(ctx, first, { userId: 'mara', occurredAt })
    await answer(ctx, first, { userId: 'tom', occurredAt })
    for (const userId of ['mara', 'tom']) expect(await reasonOf(ctx, second, { event: 'opened', userId })).toBe('cap_all')
    expect(await reasonOf(ctx, first, { event: 'paid', userId: 'tom' })).toBe('answered')
  })

  it('takes a browser at its word that it showed something, and keeps nothing of it', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { rules: { event: 'paid', displayOption: 'displayMultiple' } })
    const seen = (days: number, a?: 1) => [{ s: id, at: ctx.now().getTime() - days * DAY, ...(a ? { a } : {}) }]
    expect(await reasonOf(ctx, id, { event: 'paid', seen: seen(100) })).toBe('shown')
    expect(await reasonOf(ctx, id, { event: 'paid', seen: seen(10) })).toBe('cap_all')
    expect(await reasonOf(ctx, id, { event: 'paid', seen: seen(100, 1) })).toBe('answered')
    expect(await reasonOf(ctx, id, { event: 'paid', seen: seen(-9000) })).toBe('cap_all')
    expect(await rows(database.db, sql`select 1 from displays where workspace_id = ${ctx.workspaceId}`)).toEqual([])
  })

  it('counts an answer as asked, also one that came from a page where the survey stood open', async () => {
    const { ctx, journey } = await begin()
    const [inline, popup] = [await liveSurvey(ctx, journey, { privacy: { mode: 'identified' } }), await liveSurvey(ctx, journey, paid)]
    await display(ctx, inline, { userId: 'mara', form: 'inline' })
    expect(await reasonOf(ctx, popup, { event: 'paid', userId: 'mara' })).toBe('shown')
    await answer(ctx, inline, { userId: 'mara' })
    expect(await reasonOf(ctx, popup, { event: 'paid', userId: 'mara' })).toBe('cap_all')
  })

  it('has one survey of several take its turn, and says of the others that it came first', async () => {
    const { ctx, journey, time } = await begin()
    const older = await liveSurvey(ctx, journey, paid)
    time.forward(1)
    const newer = await liveSurvey(ctx, journey, paid)
    const { data } = await state(ctx, { event: 'paid' })
    expect(data.show?.survey.id).toBe(newer)
    expect(data.decisions.find(({ surveyId }) => surveyId === older)).toMatchObject({ show: false, reason: 'another_first' })
  })

  it('gives what stands open in a page at its own touchpoint, whoever asks and however often', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey)
    await display(ctx, id, { userId: 'mara' })
    const { data } = await state(ctx, { survey: id, form: 'inline', touchpoint: 'open', userId: 'mara' })
    expect(data.show).toMatchObject({ form: 'inline', touchpoint: 'open', piped: { touchpoint: 'open', stage: 'use' } })
    // A window says at its foot what is kept of whoever answers, a form within a page says it itself.
    const kept = { attributes: { class: 'kept' }, children: [data.show?.survey.words.anonymous] }
    expect(data.show?.tree.children.at(-1)).toMatchObject(kept)
    expect((await state(ctx, { survey: id })).data.show?.tree.children.at(-1)).not.toMatchObject(kept)
    expect((await state(ctx, { survey: id, form: 'inline', touchpoint: 'nowhere' })).errors).toMatchObject([{ pointer: '/touchpoint', code: 'unknown_touchpoint' }])
  })

  it('tells a browser on which pages to ask, and of a closed survey that it is closed', async () => {
    const { ctx, journey } = await begin()
    const pages = [{ is: 'startsWith' as const, value: '/done' }]
    const id = await liveSurvey(ctx, journey, { rules: { pages } })
    expect((await state(ctx, { url: 'https://shop.example/' })).data).toMatchObject({ show: null, pages: [{ surveyId: id, pages }] })
    expect((await state(ctx, { url: 'https://shop.example/done' })).data.show?.survey.id).toBe(id)
    await closeSurvey(ctx, { id })
    expect(await reasonOf(ctx, id, { survey: id, form: 'inline' })).toBe('closed')
    expect((await state(ctx, { survey: newId(), form: 'inline' })).status).toBe(404)
  })

  it('follows a change of caps at once', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { rules: { event: 'paid', displayOption: 'displayMultiple' } })
    await display(ctx, id, { userId: 'mara' })
    expect(await reasonOf(ctx, id, { event: 'paid', userId: 'mara' })).toBe('cap_all')
    const none = { triggered: null, relationship: null }
    await saveCaps(ctx, { all: none, stage: none, journey: none })
    expect(await reasonOf(ctx, id, { event: 'paid', userId: 'mara' })).toBe('shown')
  })

  it('asks the database nothing for a page view of somebody whom nobody knows', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, paid)
    await state(ctx, { event: 'paid' })
    let queries = 0
    const counted = new Proxy(ctx.db, { get: (db, name) => (queries++, Reflect.get(db, name, db)) }) as Db
    const later = { ...ctx, db: counted }
    expect(await reasonOf(later, id, { event: 'paid', seed: 'b', seen: [] })).toBe('shown')
    expect((await state(later, { survey: newId() })).status).toBe(404)
    expect(queries).toBe(0)
    await state(later, { event: 'paid', userId: 'mara' })
    expect(queries).toBeGreaterThan(0)
  })

  describe('a question that is not right', () => {
    const refused = async (query: string) => {
      const { ctx } = await begin()
      const { status, json } = await send(ctx, 'GET', `state?${query}`)
      return [status, json.errors?.[0]?.pointer, json.errors?.[0]?.code]
    }
    it('is refused with its place', async () => {
      expect(await refused('attributes={')).toEqual([400, '/attributes', 'invalid_json'])
      expect(await refused('attributes=[1]')).toEqual([400, '/attributes', 'invalid_type'])
      expect(await refused('attributes={"a":null}')).toEqual([400, '/attributes/a', 'invalid_type'])
      expect(await refused('seen=[{"s":"x","at":1}]')).toEqual([400, '/seen/0/s', 'invalid_uuid'])
      expect(await refused('survey=1')).toEqual([400, '/survey', 'invalid_uuid'])
      expect(await refused('form=inline')).toEqual([400, '/survey', 'required'])
      expect(await refused('form=popup&survey=01900000-0000-7000-8000-000000000001')).toEqual([400, '/form', 'invalid_value'])
      expect(await refused('userId=')).toEqual([400, '/userId', 'too_small'])
      expect(await refused('userId=a%00b')).toEqual([400, '/userId', 'invalid_text'])
      expect(await refused('userId=a&userId=b')).toEqual([400, '/userId', 'repeated'])
      expect(await refused('user=a')).toEqual([400, '/user', 'unrecognized_key'])
      expect(await refused(`url=${'x'.repeat(9000)}`)).toEqual([400, '', 'too_big'])
    })
  })
})
