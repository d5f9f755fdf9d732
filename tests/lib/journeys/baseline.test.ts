import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { clearBaseline, readBaseline, setBaseline } from '#lib/journeys/baseline'
import { refusal } from '../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, clock('2026-11-20T12:00:00Z').now)
    journey = (await makeJourney(ctx)).key
  })
  const wrong = async (from: unknown, to: unknown) => (await refusal(setBaseline(ctx, { journey, from, to }))).errors[0]

  it('is declared, read back, and taken back', async () => {
    expect(await readBaseline(ctx, { journey })).toEqual({ from: null, to: null, declared: false })
    await setBaseline(ctx, { journey, from: '2025-12-01', to: '2026-05-31' })
    expect(await readBaseline(ctx, { journey })).toEqual({ from: '2025-12-01', to: '2026-05-31', declared: true })
    expect(await clearBaseline(ctx, { journey })).toEqual({ from: null, to: null, declared: false })
    expect((await readBaseline(ctx, { journey })).declared).toBe(false)
  })

  it('holds six whole months, wherever it begins', async () => {
    const short = { pointer: '/to', code: 'baseline_too_short' }
    expect(await wrong('2026-01-01', '2026-06-29')).toMatchObject(short)
    expect(await wrong('2026-01-02', '2026-07-30')).toMatchObject(short)
    expect(await wrong('2026-03-05', '2026-03-06')).toMatchObject({ ...short, message: expect.stringContaining('hold 0.') })
    for (const [from, to] of [['2026-01-01', '2026-06-30'], ['2026-01-02', '2026-07-31'], ['2025-08-15', '2026-03-14'], ['2025-10-15', '2026-04-30']]) {
      expect(await setBaseline(ctx, { journey, from, to })).toMatchObject({ from, to })
    }
  })

  it('is over, in the calendar of its journey, and begins before it ends', async () => {
    expect(await wrong('2026-01-01', '2026-11-20')).toMatchObject({ pointer: '/to', code: 'invalid_date' })
    expect(await wrong('2026-07-01', '2026-01-01')).toMatchObject({ pointer: '/from', code: 'invalid_date' })
    expect(await wrong('2026-02-30', '2026-08-31')).toMatchObject({ pointer: '/from', code: 'invalid_date' })
    const { key } = await makeJourney(ctx, undefined, 'Pacific/Auckland')
    expect((await setBaseline(ctx, { journey: key, from: '2026-01-01', to: '2026-11-20' })).to).toBe('2026-11-20')
  })

  it('is shown to a viewer, who cannot change it, and never to another workspace', async () => {
    const days = { from: '2026-01-01', to: '2026-06-30' }
    expect((await readBaseline(as(ctx, VIEWER), { journey })).declared).toBe(true)
    for (const run of [() => setBaseline(as(ctx, VIEWER), { journey, ...days }), () => clearBaseline(as(ctx, VIEWER), { journey })]) {
      expect((await refusal(run())).code).toBe('forbidden')
    }
    const foreign = { ...ctx, workspaceId: newId() }
    for (const run of [() => readBaseline(foreign, { journey }), () => setBaseline(foreign, { journey, ...days }), () => clearBaseline(foreign, { journey })]) {
      expect((await refusal(run())).code).toBe('not_found')
    }
  })
})
