import { beforeAll, describe, expect, it } from 'vitest'
import { appUrl } from '#lib/env'
import { whyShown } from '#lib/people/asking/why'
import { closeSurvey, publishSurvey, reopenSurvey } from '#lib/surveys/publish'
import { readSurvey } from '#lib/surveys/read'
import { saveSurvey } from '#lib/surveys/write'
import { answer, display, liveSurvey, reasonOf } from '../../factory/asking'
import { refusal } from '../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const DAY = 86_400_000
const paid = { rules: { event: 'paid' } }

onEachEngine((_, open) => {
  let database: Awaited<ReturnType<typeof open>>
  beforeAll(async () => void (database = await open()))

  const begin = async (timeZone = 'UTC') => {
    const time = clock()
    const ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    const { key: journey, surveyId } = await makeJourney(ctx, undefined, timeZone)
    return { ctx, time, journey, old: surveyId }
  }

  it('answers for a moment what state answered in it', async () => {
    const { ctx, time, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { ...paid, privacy: { mode: 'identified' } })
    const told: [string, string | undefined][] = []
    const note = async () => {
      told.push([time.now().toISOString(), await reasonOf(ctx, id, { event: 'paid', userId: 'mara' })])
      time.forward(60_000)
    }
    await note()
    const { json } = await display(ctx, id, { userId: 'mara' })
    await note()
    time.forward(91 * DAY)
    await note()
    await answer(ctx, id, { userId: 'mara', displayId: json.data?.id })
    await note()
    expect(told.map(([, reason]) => reason)).toEqual(['shown', 'shown_enough', 'shown_enough', 'answered'])
    for (const [at, reason] of told) expect((await whyShown(ctx, { survey: id, person: 'mara', event: 'paid', at })).reason).toBe(reason)
  })

  it('knows the version and the state that the survey had then', async () => {
    const { ctx, time, journey } = await begin()
    const id = await liveSurvey(ctx, journey, paid)
    const at: string[] = []
    const then = async (change: () => Promise<unknown>) => {
      at.push(time.now().toISOString())
      time.forward(DAY)
      await change()
    }
    const { definition } = await readSurvey(ctx, { id })
    await then(() => closeSurvey(ctx, { id }))
    await then(() => reopenSurvey(ctx, { id }))
    await then(() => saveSurvey(ctx, { id, definition: { ...definition, rules: { event: 'opened' } } }).then(() => publishSurvey(ctx, { id })))
    await then(() => Promise.resolve())
    const why = await Promise.all(at.map((moment) => whyShown(ctx, { survey: id, event: 'paid', at: moment })))
    expect(why.map(({ survey, reason }) => [survey.version, reason])).toEqual([[1, 'shown'], [1, 'closed'], [1, 'shown'], [2, 'other_event']])
    const before = await whyShown(ctx, { survey: id, event: 'paid', at: '2026-11-01T00:00:00Z' })
    expect(before).toMatchObject({ survey: { version: null }, reason: 'draft' })
  })

  it('takes a survey from before states were written down for what it is', async () => {
    const { ctx, old } = await begin()
    expect((await whyShown(ctx, { survey: old })).reason).toBe('no_trigger')
  })

  it('shows what the person met around that moment, also later, and counts only what was before', async () => {
    const { ctx, time, journey } = await begin()
    const [first, second] = [await liveSurvey(ctx, journey, paid), await liveSurvey(ctx, journey, { rules: { event: 'opened' } })]
    await display(ctx, first, { userId: 'mara', form: 'inline' })
    const at = time.now().toISOString()
    time.forward(3_600_000)
    await display(ctx, second, { userId: 'mara' })
    await display(ctx, second, { userId: 'tom' })
    const why = await whyShown(ctx, { survey: first, person: 'mara', event: 'paid', at })
    expect(why.show).toBe(true)
    expect(why.encounters.map(({ surveyId, form }) => [surveyId, form])).toEqual([[second, 'popup'], [first, 'inline']])
  })

  it('tells an answer once, with the display that it belongs to', async () => {
    const { ctx, journey } = await begin()
    const id = await liveSurvey(ctx, journey, { privacy: { mode: 'identified' } })
    await answer(ctx, id, { userId: 'mara' })
    expect((await whyShown(ctx, { survey: id, person: 'mara' })).encounters).toMatchObject([{ form: 'answer', answeredAt: ctx.now() }])
    const { json } = await display(ctx, id, { userId: 'tom' })
    await answer(ctx, id, { userId: 'tom', displayId: json.data?.id })
    expect((await whyShown(ctx, { survey: id, person: 'tom' })).encounters).toMatchObject([{ form: 'popup', answeredAt: ctx.now() }])
  })

  it('reads a moment without an offset on the clocks of the journey', async () => {
    const { ctx, journey } = await begin('Asia/Tokyo')
    const id = await liveSurvey(ctx, journey, paid)
    expect((await whyShown(ctx, { survey: id, at: '2026-11-20T12:30' })).at).toEqual(new Date('2026-11-20T03:30:00Z'))
    expect((await refusal(whyShown(ctx, { survey: id, at: '2026-11-20T22:30' }))).errors).toMatchObject([{ pointer: '/at', code: 'invalid_date' }])
    expect((await refusal(whyShown(ctx, { survey: id, at: '0000-01-01T00:00:00Z' }))).errors).toMatchObject([{ pointer: '/at', code: 'invalid_date' }])
  })

  it('takes the site from the address, and pages and attributes as they are given', async () => {
    const { ctx, journey } = await begin()
    const rules = { pages: [{ is: 'startsWith' as const, value: '/done' }], attributes: [{ name: 'plan', is: 'equals' as const, value: 'pro' }] }
    const id = await liveSurvey(ctx, journey, { rules, access: { origins: ['https://shop.example'] } })
    const why = async (url: string, attributes: object = { plan: 'pro' }) => (await whyShown(ctx, { survey: id, url, attributes })).reason
    expect(await why('https://shop.example/done')).toBe('shown')
    expect(await why('https://other.example/done')).toBe('other_site')
    expect(await why(`${appUrl()}/done`)).toBe('shown')
    expect(await why('https://shop.example/start')).toBe('other_page')
    expect(await why('https://shop.example/done', { plan: 'free' })).toBe('attributes')
  })

  describe('whoever may not', () => {
    it('looks nobody up: a viewer, another workspace, the public', async () => {
      const { ctx, journey } = await begin()
      const id = await liveSurvey(ctx, journey, paid)
      expect((await refusal(whyShown(as(ctx, VIEWER), { survey: id }))).code).toBe('forbidden')
      expect((await refusal(whyShown(as(ctx, { kind: 'public' }), { survey: id }))).code).toBe('forbidden')
      const other = await makeWorkspace(database)
      expect((await refusal(whyShown(other, { survey: id }))).code).toBe('not_found')
    })
  })
})
