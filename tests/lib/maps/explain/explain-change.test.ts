import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#lib/context'
import type { Problem } from '#lib/errors'
import { readExplanation } from '#lib/maps/explain/read-explanation'
import { readTrend } from '#lib/maps/change/read-trend'
import { addMonths } from '#lib/time'
import { onEachEngine } from '../../../harness/engines'
import { contextOf, countAnswers, makeJourney, npsAt } from '../factory'

const MONTHS = Array.from({ length: 12 }, (_, i) => addMonths('2025-03-01', i))
const USUAL = { 9: 54, 8: 28, 3: 18 }
const WORSE = { 9: 20, 8: 28, 3: 52 }

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => {
    const { db } = await open()
    const shop = await makeJourney(db, { Buy: [] })
    await countAnswers(db, shop, MONTHS.flatMap((month, i) => npsAt('buy.overall', i < 8 ? USUAL : WORSE, { day: `${month.slice(0, 8)}12` })))
    ctx = contextOf(db, shop.workspaceId)
  })
  const asked = { journey: 'shop', metric: 'nps', from: '2025-03-01', to: '2026-03-10' }
  const explain = (number: string) => readExplanation(ctx, { ...asked, of: 'trend', number })

  test('baseline, distance, confirmed fall and forecast of a line explain themselves as the trend shows them', async () => {
    const { change, forecast } = (await readTrend(ctx, asked)).series[0] ?? expect.fail()
    expect(await explain('/series/0/change/baseline')).toMatchObject({ name: 'Baseline of NPS at Buy', metric: 'nps', shown: change.baseline, from: '2025-03-01', to: '2025-08-31' })
    expect(await explain('/series/0/change/points/3')).toMatchObject({ shown: change.points[3], formula: { id: 'watch' } })
    expect(await explain('/series/0/change/confirmed')).toMatchObject({ shown: { isConfirmed: true, ...change.confirmed }, formula: { id: 'confirmed' } })
    if (forecast.shown) expect(await explain('/series/0/forecast/points/0')).toMatchObject({ shown: forecast.points[0], formula: { id: 'forecast' } })
  })

  test.each(['/series/0/change', '/series/0/change/reason', '/series/0/change/points/99', '/series/1/change/baseline', '/series/0/points/0/value'])('%s is no number', async (number) => {
    const refused = await explain(number).then(() => null, (error: Problem) => error.errors[0])
    expect(refused).toMatchObject({ pointer: '/number', code: 'unknown_number' })
  })
})
