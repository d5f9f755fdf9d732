import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createJourney } from '#lib/journeys/create'
import { addTouchpoint } from '#lib/journeys/touchpoints'
import type { Definition } from '#lib/surveys/definition'
import { publishSurvey } from '#lib/surveys/publish'
import { readSurvey } from '#lib/surveys/read'
import { listVersions, readVersion, restoreVersion, tellVersions } from '#lib/surveys/versions'
import { createSurvey, duplicateSurvey, saveSurvey } from '#lib/surveys/write'
import { refusal } from '../../factory/refusal'
import { as, definition, makeWorkspace, QUESTIONS, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const asked = (text: string): Definition => definition([{ id: 'recommend', instrument: 'nps', text, required: true }])

const EVERYTHING: Definition = {
  ...definition([
    QUESTIONS[0] ?? { id: 'x', instrument: 'nps', text: 'x', required: true },
    {
      id: 'came', instrument: 'choices', text: 'What for?', required: false, most: 1, shuffle: true, touchpoint: 'web',
      options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], when: { question: 'recommend', from: 0, to: 6 },
    },
  ]),
  thanks: { title: 'Thanks', text: 'Bye', link: { label: 'Shop', url: 'https://shop.example/' } },
  translations: { de: { title: 'Danach', questions: { came: { options: { a: 'Ah' } } } } },
  look: { accent: '#0d5c6b', theme: 'dark', steps: 'all' },
  window: { form: 'button', side: 'left', label: 'Say it' },
  privacy: { mode: 'identified', link: 'https://shop.example/privacy' },
  access: { who: 'invited', origins: ['https://shop.example'], closesAt: '2027-01-01T00:00:00Z', mostAnswers: 5 },
  rules: { kind: 'relationship', recontactDays: null, event: 'paid', pages: [{ is: 'contains', value: '/thanks' }], attributes: [{ name: 'plan', is: 'set' }] },
  protection: { work: true },
}

onEachEngine((_, open) => {
  let ctx: Context
  let journey: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = (await createJourney(ctx, { name: 'Shop', stages: ['Order'] })).key
    for (const name of ['Web', 'App']) await addTouchpoint(ctx, { journey, stage: 'order', name })
  })

  const make = async (first: Definition) => (await createSurvey(ctx, { journey, touchpoint: 'web', name: 'After it', definition: first })).id
  const publish = async (id: string, change: object) => {
    await saveSurvey(ctx, { id, ...change })
    await publishSurvey(ctx, { id })
  }

  it('versions are listed newest first, each with what it changed', async () => {
    const id = await make(asked('First?'))
    expect(await listVersions(ctx, { id })).toEqual({ data: [], nextCursor: null })
    await publishSurvey(ctx, { id })
    await publish(id, { definition: asked('Second?') })
    await publish(id, { touchpoint: 'app' })
    const { data } = await tellVersions(ctx, { id })
    expect(data.map(({ version, touchpoint, changes }) => [version, touchpoint, changes])).toEqual([
      [3, 'app', ['Answers go to another touchpoint']],
      [2, 'web', ['Question reworded to “Second?”']],
      [1, 'web', ['First version, with one question']],
    ])
  })

  it('a page of versions compares its last with the one on the next page', async () => {
    const id = await make(asked('First?'))
    for (const text of ['First?', 'Second?', 'Third?']) await publish(id, { definition: asked(text) })
    const first = await tellVersions(ctx, { id, limit: 2 })
    expect([first.nextCursor, first.data.at(-1)?.changes]).toEqual(['2', ['Question reworded to “Second?”']])
    const second = await listVersions(ctx, { id, limit: 2, cursor: first.nextCursor })
    expect([second.nextCursor, second.data.map(({ version }) => version)]).toEqual([null, [1]])
    expect((await refusal(listVersions(ctx, { id, cursor: 'x' }))).errors[0]?.code).toBe('invalid_cursor')
  })

  it('an older version becomes the draft again, while what is live stays', async () => {
    const id = await make(asked('First?'))
    await publishSurvey(ctx, { id })
    await publish(id, { definition: asked('Second?'), touchpoint: 'app' })
    const { updatedAt } = await readSurvey(ctx, { id })
    await restoreVersion(ctx, { id, version: 1, expectedUpdatedAt: updatedAt.toISOString() })
    const read = await readSurvey(ctx, { id })
    expect([read.definition, read.touchpoint?.key, read.published, read.version]).toEqual([asked('First?'), 'web', asked('Second?'), 2])
    expect((await refusal(restoreVersion(ctx, { id, version: 1, expectedUpdatedAt: updatedAt.toISOString() }))).code).toBe('conflict')
    expect((await readVersion(ctx, { id, version: 2 })).definition).toEqual(asked('Second?'))
  })

  it('a version that was never published is not found, and a viewer restores none', async () => {
    const id = await make(asked('First?'))
    await publishSurvey(ctx, { id })
    for (const verb of [readVersion, restoreVersion]) expect((await refusal(verb(ctx, { id, version: 2 }))).code).toBe('not_found')
    expect((await refusal(restoreVersion(as(ctx, VIEWER), { id, version: 1 }))).code).toBe('forbidden')
    expect((await listVersions(as(ctx, VIEWER), { id })).data).toHaveLength(1)
  })

  it('another workspace sees no version', async () => {
    const id = await make(asked('First?'))
    await publishSurvey(ctx, { id })
    const stranger = await makeWorkspace(await open())
    expect((await refusal(listVersions(stranger, { id }))).code).toBe('not_found')
    expect((await refusal(readVersion(stranger, { id, version: 1 }))).code).toBe('not_found')
  })

  it('a copy has every setting of the original, translations and rules included', async () => {
    const id = await make(EVERYTHING)
    const copy = await duplicateSurvey(ctx, { id })
    expect((await readSurvey(ctx, { id: copy.id })).definition).toEqual(EVERYTHING)
  })
})
