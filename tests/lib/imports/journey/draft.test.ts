import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { exportJourney } from '#lib/exports/journey/export'
import { importJourney } from '#lib/imports/journey/import'
import { addToDraft } from '#lib/journeys/draft/places/add'
import { readDraft } from '#lib/journeys/draft/read'
import { readJourney } from '#lib/journeys/read'
import { refusal } from '../../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let other: Context
  beforeAll(async () => {
    const database = await open()
    ctx = await makeWorkspace(database)
    other = await makeWorkspace(database)
  })

  it('a text becomes changes of a draft: what is known by key or name is taken, the rest is new, and nothing goes away', async () => {
    const { key: journey } = await makeJourney(ctx)
    const text = 'journey\n section Buy\n  PAY: 5\n  Voucher: 2\n section After\n  Return: 1\n'
    const brought = await importJourney(ctx, { journey, text })
    expect(brought).toMatchObject({ journey: { key: journey }, into: { added: ['After', 'Voucher', 'Return'], kept: 3 } })
    const { document } = await readDraft(ctx, { journey })
    expect(document.stages.map(({ key, name }) => [key, name])).toEqual([['buy', 'Buy'], ['after', 'After'], ['use', 'use']])
    expect(document.touchpoints.filter(({ stage }) => stage === 'buy').map(({ key }) => key)).toEqual(['pay', 'voucher', 'basket'])
    expect(document.lanes.assumed.touchpoint).toEqual({ pay: { index: 100 }, voucher: { index: -50 }, return: { index: -100 } })
    expect((await readJourney(ctx, { journey })).stages.map(({ name }) => name)).toEqual(['buy', 'use'])
  })

  it('brought twice changes nothing more', async () => {
    const { key: journey } = await makeJourney(ctx)
    const { text } = await exportJourney(ctx, { journey, format: 'json' })
    expect((await importJourney(ctx, { journey, text })).into).toEqual({ added: [], changed: 0, kept: 0 })
    await importJourney(ctx, { journey, text: 'stage,touchpoint,score\nbuy,Till,1\n' })
    const { revision } = await readDraft(ctx, { journey })
    expect((await importJourney(ctx, { journey, text: 'stage,touchpoint,score\nbuy,Till,1\n' })).into).toMatchObject({ added: [], changed: 0 })
    expect((await readDraft(ctx, { journey })).revision).toBe(revision)
  })

  it('a preview says what the draft would be, or what is wrong with it, and changes nothing', async () => {
    const { key: journey } = await makeJourney(ctx)
    const preview = (text: string) => importJourney(ctx, { journey, text, preview: true })
    expect((await preview('stage,touchpoint\nbuy,Till\n')).into).toMatchObject({ added: ['Till'], kept: 4 })
    const many = `stage,touchpoint\n${Array.from({ length: 100 }, (_, i) => `buy,T${i}`).join('\n')}`
    expect((await refusal(preview(many))).errors[0]).toMatchObject({ code: 'too_many', message: 'A journey has at most 100 touchpoints.' })
    expect((await refusal(importJourney(ctx, { journey, text: many }))).errors[0]).toMatchObject({ pointer: '/text', code: 'too_many' })
    expect((await readDraft(ctx, { journey })).cells).toEqual([])
  })

  it('a name that is taken twice is said once, and so is a format that is missing', async () => {
    const { key: journey } = await makeJourney(ctx)
    const file = JSON.parse((await exportJourney(ctx, { journey, format: 'json' })).text) as { format?: number; touchpoints: object[] }
    const twins = ['gift', 'gift-2'].map((key) => ({ key, stage: 'buy', name: 'Gift', channel: null }))
    const { errors } = await refusal(importJourney(ctx, { text: JSON.stringify({ ...file, touchpoints: [...file.touchpoints, ...twins] }) }))
    expect(errors.map(({ message }) => message)).toEqual(['Two touchpoints of one stage are called “Gift”. Give one of them another name.'])
    const { format: _, ...without } = file
    expect((await refusal(importJourney(ctx, { text: JSON.stringify(without) }))).errors[0]?.message).toBe('format: is missing; a journey that was exported here says 1.')
  })

  it('keeps what others have in the draft', async () => {
    const { key: journey } = await makeJourney(ctx)
    await addToDraft(ctx, { journey, kind: 'stage', name: 'Later' })
    await importJourney(ctx, { journey, text: 'stage\nbuy\nNew\n' })
    expect((await readDraft(ctx, { journey })).document.stages.map(({ name }) => name)).toEqual(['buy', 'New', 'use', 'Later'])
  })

  it('is for who may write, in their own workspace', async () => {
    const { key: journey } = await makeJourney(ctx)
    expect((await refusal(importJourney(as(ctx, VIEWER), { journey, text: 'stage\nbuy' }))).code).toBe('forbidden')
    expect((await refusal(importJourney(other, { journey, text: 'stage\nbuy' }))).code).toBe('not_found')
  })
})
