import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createJourney } from '#lib/journeys/create'
import { addTouchpoint } from '#lib/journeys/touchpoints'
import { Definition } from '#lib/surveys/definition'
import { exportSurvey, importSurvey, type SurveyFile } from '#lib/surveys/portable'
import { readSurvey } from '#lib/surveys/read'
import { createSurvey, saveSurvey } from '#lib/surveys/write'
import { definitions } from '../../factory/definitions'
import { refusal } from '../../factory/refusal'
import { as, definition, makeJourney, makeWorkspace, QUESTIONS, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = (await makeJourney(ctx)).key
  })

  const at = (touchpoint: string): Definition => definition(QUESTIONS.map((q, i) => (i === 1 ? { ...q, touchpoint } : q)))
  const file = (more: Partial<SurveyFile> = {}) => ({ wayfelt: 'survey', format: 1, name: 'Brought', definition: definition(), ...more })

  it('comes back from its file with every text and setting', async () => {
    const { id } = await createSurvey(ctx, { journey, touchpoint: 'pay', name: 'First' })
    await fc.assert(
      fc.asyncProperty(definitions, async (given) => {
        const whole = Definition.parse(given)
        await saveSurvey(ctx, { id, definition: whole })
        const exported: unknown = JSON.parse(JSON.stringify(await exportSurvey(ctx, { id })))
        const again = await readSurvey(ctx, await importSurvey(ctx, { journey, file: exported }))
        expect(again).toMatchObject({ name: 'First', state: 'draft', version: null, touchpoint: { key: 'pay' } })
        expect(again.definition).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  describe('in another journey', () => {
    it('finds its places by key, else by their name', async () => {
      const other = (await createJourney(ctx, { name: 'Shop', stages: ['Order'] })).key
      const { key } = await addTouchpoint(ctx, { journey: other, stage: 'order', name: 'The till' })
      const { id } = await importSurvey(ctx, { journey: other, file: file({ touchpoint: 'pay', touchpoints: { pay: 'The till' }, definition: at('pay') }) })
      const survey = await readSurvey(ctx, { id })
      expect([key, survey.touchpoint?.key, survey.definition.questions[1]?.touchpoint]).toEqual(['the-till', 'the-till', 'the-till'])
    })

    it('has no place of its own yet where the journey does not have it, and takes the one that is named', async () => {
      const read = async (more: object) => (await readSurvey(ctx, await importSurvey(ctx, { journey, file: file({ touchpoint: 'nowhere' }), ...more }))).touchpoint
      expect(await read({})).toBeNull()
      expect(await read({ touchpoint: 'open' })).toMatchObject({ key: 'open' })
    })

    it('is refused where a question has no place in it', async () => {
      const refused = await refusal(importSurvey(ctx, { journey, file: file({ definition: at('nowhere') }) }))
      expect(refused.errors).toMatchObject([{ pointer: '/file/definition/questions/1/touchpoint', code: 'unknown_touchpoint' }])
    })
  })

  it.each([
    ['of something else', { wayfelt: 'journey' }, '/file/wayfelt'],
    ['of a format to come', { format: 2 }, '/file/format'],
    ['without a question', { definition: definition([]) }, '/file/definition/questions'],
    ['with an unknown property', { answers: [] }, '/file/answers'],
    ['whose thanks lead to a script', { definition: { ...definition(), thanks: { title: 'T', text: '', link: { label: 'x', url: 'javascript:alert(1)' } } } }, '/file/definition/thanks/link/url'],
    ['whose thanks name no protocol', { definition: { ...definition(), thanks: { title: 'T', text: '', link: { label: 'x', url: '//evil.example' } } } }, '/file/definition/thanks/link/url'],
    ['whose privacy leads to a script', { definition: { ...definition(), privacy: { link: 'data:text/html,x' } } }, '/file/definition/privacy/link'],
    ['whose site names no protocol', { definition: { ...definition(), access: { origins: ['//evil.example'] } } }, '/file/definition/access/origins/0'],
    ['whose site is a path', { definition: { ...definition(), access: { origins: ['https://shop.example/path'] } } }, '/file/definition/access/origins/0'],
  ])('refuses a file %s', async (_, more, pointer) => {
    expect((await refusal(importSurvey(ctx, { journey, file: file(more as never) }))).errors[0]?.pointer).toBe(pointer)
  })

  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', '//evil.example', '/path', 'data:text/html,x', 'https:evil', 'http://', 'vbscript:x', 'file:///etc/passwd'])(
    'saves no link to %s',
    async (url) => {
      const { id } = await createSurvey(ctx, { journey, name: 'x' })
      const linked = [{ ...definition(), thanks: { title: 'T', text: '', link: { label: 'x', url } } }, { ...definition(), privacy: { link: url } }, { ...definition(), access: { origins: [url] } }]
      for (const one of linked) expect((await refusal(saveSurvey(ctx, { id, definition: one }))).status).toBe(400)
    },
  )

  it('another workspace takes nothing out, and a viewer brings nothing in', async () => {
    const { id } = await createSurvey(ctx, { journey, name: 'x' })
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    expect((await refusal(exportSurvey(stranger, { id }))).code).toBe('not_found')
    expect((await refusal(importSurvey(stranger, { journey, file: file() }))).code).toBe('not_found')
    expect((await refusal(importSurvey(as(ctx, VIEWER), { journey, file: file() }))).code).toBe('forbidden')
    expect((await exportSurvey(as(ctx, VIEWER), { id })).name).toBe('x')
  })
})
