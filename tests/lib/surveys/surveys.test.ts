import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createJourney } from '#lib/journeys/create'
import { archiveTouchpoint } from '#lib/journeys/touchpoints'
import { archiveSurvey, closeSurvey, publishSurvey, reopenSurvey } from '#lib/surveys/publish'
import { listSurveys, readSurvey, surveyWorkspace } from '#lib/surveys/read'
import { createSurvey, duplicateSurvey, saveSurvey } from '#lib/surveys/write'
import { addTouchpoint } from '#lib/journeys/touchpoints'
import { post, send, submission } from '../../factory/client'
import { refusal } from '../../factory/refusal'
import { as, definition, makeWorkspace, QUESTIONS, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = (await createJourney(ctx, { name: 'Shop', stages: ['Order', 'Use'] })).key
    await addTouchpoint(ctx, { journey, stage: 'order', name: 'Web' })
  })

  const draft = async () => (await createSurvey(ctx, { journey, touchpoint: 'web', name: 'After the order', definition: definition() })).id
  const live = async () => {
    const id = await draft()
    await publishSurvey(ctx, { id })
    return id
  }
  const asked = (text: string) => definition([{ id: 'recommend', instrument: 'nps', text, required: true }])
  const shown = async (id: string) => (await send(ctx, 'GET', `surveys/${id}`)).json as unknown as { code?: string; data: { version: number; state: string; questions: { text: string }[] } }

  describe('publishing', () => {
    it('makes a version that later drafts do not change', async () => {
      const id = await live()
      await saveSurvey(ctx, { id, definition: asked('Second wording?') })
      expect((await shown(id)).data).toMatchObject({ version: 1, questions: definition().questions })
      expect(await publishSurvey(ctx, { id })).toEqual({ id, version: 2 })
      expect((await shown(id)).data).toMatchObject({ version: 2, questions: [{ text: 'Second wording?' }] })
      const read = await readSurvey(ctx, { id })
      expect([read.version, read.published]).toEqual([2, asked('Second wording?')])
    })

    it('needs a touchpoint, which one draft may do without', async () => {
      const { id } = await createSurvey(ctx, { journey, name: 'No place yet' })
      expect((await refusal(publishSurvey(ctx, { id }))).errors[0]).toMatchObject({ pointer: '/touchpoint', code: 'required' })
      expect((await shown(id)).code).toBe('not_found')
      await saveSurvey(ctx, { id, touchpoint: 'web' })
      expect(await publishSurvey(ctx, { id })).toEqual({ id, version: 1 })
    })

    it('is refused of what closes before it opens', async () => {
      const access = { opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-12-01T01:00:00+02:00' }
      const { id } = await createSurvey(ctx, { journey, touchpoint: 'web', name: 'Never', definition: { ...definition(), access } })
      expect((await refusal(publishSurvey(ctx, { id }))).errors).toMatchObject([{ pointer: '/definition/access/closesAt', code: 'invalid_date' }])
    })

    it('keeps a touchpoint that was archived meanwhile, because its answers still count', async () => {
      const { key: touchpoint } = await addTouchpoint(ctx, { journey, stage: 'use', name: 'Going soon' })
      const { id } = await createSurvey(ctx, { journey, touchpoint, name: 'Soon' })
      await archiveTouchpoint(ctx, { journey, touchpoint })
      await publishSurvey(ctx, { id })
      expect((await post(ctx, submission(id))).status).toBe(201)
    })

    it('happens once for each of two at the same moment', async () => {
      const id = await draft()
      const made = await Promise.all([publishSurvey(ctx, { id }), publishSurvey(ctx, { id })])
      expect(made.map((m) => m.version).sort()).toEqual([1, 2])
    })
  })

  describe('the state', () => {
    it('decides whether answers are taken, at once', async () => {
      const id = await live()
      expect((await post(ctx, submission(id))).status).toBe(201)
      await closeSurvey(ctx, { id })
      expect((await post(ctx, submission(id))).json.code).toBe('survey_closed')
      expect((await shown(id)).data.state).toBe('closed')
      await reopenSurvey(ctx, { id })
      expect((await post(ctx, submission(id))).status).toBe(201)
    })

    it('of a draft can neither be closed nor reopened', async () => {
      const id = await draft()
      for (const verb of [closeSurvey, reopenSurvey]) expect((await refusal(verb(ctx, { id }))).errors[0]?.code).toBe('never_published')
    })

    it('of an archived survey is gone: no list, no page, no answer', async () => {
      const id = await live()
      await archiveSurvey(ctx, { id })
      expect((await listSurveys(ctx, {})).data.some((s) => s.id === id)).toBe(false)
      expect((await shown(id)).code).toBe('not_found')
      expect((await post(ctx, submission(id))).json.code).toBe('not_found')
      for (const verb of [readSurvey, publishSurvey, archiveSurvey, duplicateSurvey]) expect((await refusal(verb(ctx, { id }))).code).toBe('not_found')
    })
  })

  describe('saving', () => {
    it('refuses to overwrite what somebody else saved meanwhile', async () => {
      const id = await draft()
      const expectedUpdatedAt = (await readSurvey(ctx, { id })).updatedAt.toISOString()
      const { updatedAt } = await saveSurvey(ctx, { id, name: 'Mine', expectedUpdatedAt })
      const late = await refusal(saveSurvey(ctx, { id, name: 'Theirs', expectedUpdatedAt }))
      expect([late.code, late.status, (await readSurvey(ctx, { id })).name]).toEqual(['conflict', 409, 'Mine'])
      await saveSurvey(ctx, { id, name: 'Ours', expectedUpdatedAt: updatedAt.toISOString() })
      expect((await readSurvey(ctx, { id })).name).toBe('Ours')
    })

    it('refuses touchpoints that the journey does not have, with their place', async () => {
      const id = await draft()
      const [first, ...rest] = QUESTIONS
      const astray = definition([...rest, { ...(first ?? QUESTIONS[0]), id: 'astray', instrument: 'nps', text: 'x', required: false, touchpoint: 'nowhere' }])
      const wrong = [
        () => saveSurvey(ctx, { id, touchpoint: 'nowhere' }),
        () => saveSurvey(ctx, { id, definition: astray }),
        () => createSurvey(ctx, { journey, name: 'x', definition: astray }),
      ]
      const at = '/definition/questions/4/touchpoint'
      const places = []
      for (const one of wrong) places.push((await refusal(one())).errors.map((e) => [e.pointer, e.code])[0])
      expect(places).toEqual([['/touchpoint', 'unknown_touchpoint'], [at, 'unknown_touchpoint'], [at, 'unknown_touchpoint']])
    })

    it.each([
      ['two questions with one id', definition([...QUESTIONS, ...QUESTIONS.slice(0, 1)]), '/definition/questions'],
      ['no question', definition([]), '/definition/questions'],
      ['thirty-one', definition(Array.from({ length: 31 }, (_, i) => ({ id: `q${i}`, instrument: 'nps', text: 'x', required: false }))), '/definition/questions'],
      ['an id that every object has', definition([{ id: 'constructor', instrument: 'nps', text: 'x', required: false }]), '/definition/questions/0/id'],
      ['an id with capitals', definition([{ id: 'Q', instrument: 'nps', text: 'x', required: false }]), '/definition/questions/0/id'],
      ['an unknown property', { ...definition(), colour: 'red' }, '/definition/colour'],
    ])('refuses a definition with %s', async (_, given, pointer) => {
      expect((await refusal(createSurvey(ctx, { journey, name: 'x', definition: given }))).errors[0]?.pointer).toBe(pointer)
    })
  })

  it('a copy is a draft with the same questions and place, and its own id', async () => {
    const id = await live()
    const copy = await readSurvey(ctx, await duplicateSurvey(ctx, { id }))
    expect(copy).toMatchObject({ name: 'After the order (copy)', state: 'draft', version: null, touchpoint: { key: 'web' }, definition: definition() })
    expect(await surveyWorkspace(ctx.db, copy.id)).toBe(ctx.workspaceId)
  })

  it('the list names journey, place, stage and instruments, of one journey where it is named', async () => {
    const own = (await createJourney(ctx, { name: 'Alone', stages: ['One'] })).key
    const { id } = await createSurvey(ctx, { journey: own, touchpoint: 'one.overall', name: 'Only', definition: definition() })
    expect((await listSurveys(ctx, { journey: own })).data).toMatchObject([{
      id, name: 'Only', state: 'draft', version: null, journey: { key: own, name: 'Alone' }, touchpoint: { key: 'one.overall', name: 'Overall' },
      stage: { key: 'one', name: 'One' }, instruments: ['nps', 'csat', 'ces', 'sentiment', 'comment'],
    }])
    expect((await listSurveys(ctx, { journey: 'nowhere' })).data).toEqual([])
  })

  it('another workspace sees nothing, and a viewer cannot write', async () => {
    const id = await live()
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    const verbs = [readSurvey, saveSurvey, publishSurvey, closeSurvey, reopenSurvey, archiveSurvey, duplicateSurvey]
    for (const verb of verbs) expect((await refusal(verb(stranger, { id }))).code).toBe('not_found')
    expect((await refusal(createSurvey(stranger, { journey, name: 'x' }))).code).toBe('not_found')
    expect((await listSurveys(stranger, {})).data).toEqual([])
    const viewer = as(ctx, VIEWER)
    for (const verb of verbs.slice(1)) expect((await refusal(verb(viewer, { id }))).code).toBe('forbidden')
    expect((await refusal(createSurvey(viewer, { journey, name: 'x' }))).code).toBe('forbidden')
    expect((await readSurvey(viewer, { id })).state).toBe('live')
  })
})
