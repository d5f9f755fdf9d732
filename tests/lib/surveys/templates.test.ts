import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { readJourney } from '#lib/journeys/read'
import { Definition } from '#lib/surveys/definition'
import { ensureImportSurvey } from '#lib/surveys/import-survey'
import { publishSurvey } from '#lib/surveys/publish'
import { listSurveys, readSurvey } from '#lib/surveys/read'
import { startJourney } from '#lib/surveys/start'
import { TEMPLATE_IDS } from '#lib/surveys/templates'
import { sentenceIn } from '../../../app/_words/sentences'
import { post, submission } from '../../factory/client'
import { refusal } from '../../factory/refusal'
import { as, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const WHOLE = TEMPLATE_IDS.filter((id) => id !== 'blank')

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => void (ctx = await makeWorkspace(await open())))

  it('there are the four that were promised, and blank', () => {
    expect([...TEMPLATE_IDS].sort()).toEqual(['blank', 'broadband', 'clinic-visit', 'online-shop', 'saas'])
  })

  describe.each(WHOLE)('the template %s', (template) => {
    it('has five stages, twelve touchpoints and a survey for each stage that can be published and answered', async () => {
      const made = await startJourney(ctx, { template, company: 'Fernway' })
      const { stages } = await readJourney(ctx, { journey: made.key })
      const own = stages.flatMap((stage) => stage.touchpoints.filter((t) => !t.overall))
      expect(stages.length).toBeGreaterThanOrEqual(5)
      expect(own.length).toBeGreaterThanOrEqual(12)
      expect(new Set(own.map((t) => t.name)).size).toBe(own.length)
      const asked = stages.map((stage) => stage.touchpoints.filter((t) => !t.overall).flatMap((t) => t.surveys))
      expect(asked.map((surveys) => surveys.length)).toEqual(stages.map(() => 1))
      for (const { id } of asked.flat()) {
        const { definition } = await readSurvey(ctx, { id })
        expect(Definition.parse(definition)).toEqual(definition)
        expect(definition.questions.at(-1)?.instrument).toBe('comment')
        await publishSurvey(ctx, { id })
        const [first] = definition.questions
        const data = { [first?.id ?? '']: 1, why: 'Because.' }
        expect((await post(ctx, submission(id, { data }))).status).toBe(201)
      }
    })

    it('names the company wherever it asks for a recommendation', async () => {
      const { surveys } = await startJourney(ctx, { template, company: 'Brückner & Söhne' })
      const questions = (await Promise.all(surveys.map((id) => readSurvey(ctx, { id })))).flatMap((s) => s.definition.questions)
      const recommend = questions.filter((q) => q.instrument === 'nps')
      expect(recommend.length).toBeGreaterThan(0)
      expect(recommend.every((q) => q.text.includes('Brückner & Söhne'))).toBe(true)
    })
  })

  it.each(WHOLE)('%s begins in the language of whoever begins it, each place under a name of its own', async (template) => {
    const made = await startJourney(ctx, { template, company: 'Fernway' }, (said) => sentenceIn('de', said), 'de')
    const { stages } = await readJourney(ctx, { journey: made.key })
    const names = stages.flatMap((stage) => stage.touchpoints.filter((t) => !t.overall)).map((t) => t.name)
    expect(new Set(names).size).toBe(names.length)
    expect(stages.every((stage) => stage.touchpoints.some((t) => t.surveys.length === 1))).toBe(true)
    const { definition } = await readSurvey(ctx, { id: made.surveys[0] ?? '' })
    expect(definition).toMatchObject({ language: 'de', thanks: { title: 'Vielen Dank' } })
    expect(JSON.stringify(definition.questions)).toContain('Was ist der wichtigste Grund für Ihre Antwort?')
  })

  it('blank is two empty stages and no survey, under the name that was given', async () => {
    const own = await makeWorkspace({ db: ctx.db } as never)
    const made = await startJourney(own, { template: 'blank', company: 'Fernway', name: 'Mine', timeZone: 'Europe/Berlin' })
    expect(made).toMatchObject({ key: 'mine', name: 'Mine', surveys: [] })
    const read = await readJourney(own, { journey: 'mine' })
    expect([read.timeZone, read.stages.map((s) => s.touchpoints.map((t) => t.key))]).toEqual(['Europe/Berlin', [['first-stage.overall'], ['second-stage.overall']]])
  })

  it('a viewer starts nothing, and a template that is not there is refused', async () => {
    expect((await refusal(startJourney(as(ctx, VIEWER), { template: 'saas', company: 'x' }))).code).toBe('forbidden')
    expect((await refusal(startJourney(ctx, { template: 'bakery', company: 'x' }))).errors[0]?.pointer).toBe('/template')
  })

  it('the import survey of a journey is made once, takes no public answer and stands in no list', async () => {
    const own = await makeWorkspace({ db: ctx.db } as never)
    const { id: journeyId } = await startJourney(own, { template: 'blank', company: 'x' })
    const ids = [await inWorkspace(own, (tx) => ensureImportSurvey(tx, own, journeyId)), await inWorkspace(own, (tx) => ensureImportSurvey(tx, own, journeyId))]
    expect(new Set(ids).size).toBe(1)
    const versions = await inWorkspace(own, (tx) => rows(tx, sql`select version from survey_versions where workspace_id = ${own.workspaceId}`))
    expect(versions).toEqual([{ version: 1 }])
    expect((await listSurveys(own, {})).data).toEqual([])
    expect((await refusal(readSurvey(own, { id: ids[0] }))).code).toBe('not_found')
    expect((await post(own, submission(ids[0] ?? '', { data: { nps: 9 }, stage: 'first-stage' }))).json.code).toBe('not_found')
  })
})
