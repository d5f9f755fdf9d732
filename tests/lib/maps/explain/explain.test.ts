import { beforeAll, expect, test } from 'vitest'
import type { Context } from '#lib/context'
import { readExplanation } from '#lib/maps/explain/read-explanation'
import { readMap } from '#lib/maps/read-map'
import { readPlan } from '#lib/maps/read-plan'
import { readTrend } from '#lib/maps/change/read-trend'
import type { Problem } from '#lib/errors'
import { onEachEngine } from '../../../harness/engines'
import { contextOf, countAnswers, makeJourney } from '../factory'

const READS = { map: readMap, trend: readTrend, plan: readPlan }

/** Asks what an explanation says to ask, as the route would, and looks where it points. */
async function again(ctx: Context, { path, pointer }: { path: string; pointer: string }): Promise<unknown> {
  const url = new URL(path, 'http://wayfelt.test')
  const [journey = '', of = ''] = url.pathname.split('/').slice(5)
  const compare = url.searchParams.getAll('compare')
  const query = { ...Object.fromEntries(url.searchParams), ...(compare.length > 0 ? { compare } : {}), journey }
  const data: unknown = await READS[of as keyof typeof READS](ctx, query)
  return pointer.split('/').slice(2).reduce((value, token) => (value as Record<string, unknown>)[token], data)
}

/** What people numbered or wrote themselves is no number that was made of answers. */
const WRITTEN = new Set(['position', 'version', 'drafted', 'lanes', 'campaigns', 'personas', 'freshness', 'beliefs'])

/** Where every number of an answer stands: what is measured or compared as a whole, else the number itself. */
function numbersIn(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return [at]
  if (typeof value !== 'object' || value === null) return []
  if ('suppressed' in value || 'isClear' in value) return [at]
  return Object.entries(value).flatMap(([key, inner]) => (WRITTEN.has(key) ? [] : numbersIn(inner, `${at}/${key}`)))
}

onEachEngine((_, open) => {
  let ctx: Context

  beforeAll(async () => {
    const { db } = await open()
    const shop = await makeJourney(db, { Buy: ['a', 'c'], Use: ['b'] })
    ctx = contextOf(db, shop.workspaceId)
    await countAnswers(db, shop, [
      { at: 'a', scores: { nps: 9, csat: 4 }, times: 40, channel: 'web' },
      { at: 'a', scores: { nps: 2, ces: 3, sentiment: -30 }, times: 25, channel: 'app', source: 'import' },
      { at: 'c', scores: { nps: 6 }, times: 3, channel: 'web' },
      { at: 'b', scores: { sentiment: 55, text: 10 }, times: 12, day: '2026-02-10', channel: 'web' },
      { at: 'a', scores: { nps: 5 }, times: 30, day: '2026-02-10', channel: 'web' },
    ])
  })

  const asked = { journey: 'shop', from: '2026-03-01', to: '2026-03-10', channel: 'web', compare: ['channel:app', 'period:2026-02-01..2026-02-28'] }

  test('every number of the map explains itself, and its request gives the same number again', async () => {
    // Findings are of the page alone, which says them with the numbers of the map.
    const { findings: _, ...map } = await readMap(ctx, asked)
    const numbers = numbersIn(map)
    expect(numbers.length).toBeGreaterThan(100)
    for (const number of numbers) {
      const { shown, formula, request } = await readExplanation(ctx, { ...asked, of: 'map', number })
      expect([number, await again(ctx, request)]).toEqual([number, shown])
      expect([number, formula.words.length > 10]).toEqual([number, true])
    }
  })

  test('points of the trend and needs of the plan do too', async () => {
    const trend = { journey: 'shop', from: '2026-02-01', to: '2026-03-10', metric: 'nps', every: 'month' }
    const explained = await readExplanation(ctx, { ...trend, of: 'trend', number: '/series/0/points/0' })
    expect([explained.counts?.n, await again(ctx, explained.request)]).toEqual([30, explained.shown])
    const need = await readExplanation(ctx, { journey: 'shop', of: 'plan', metric: 'nps', number: '/stages/0/margin/needed' })
    expect([need.shown, await again(ctx, need.request)]).toEqual([expect.any(Number), need.shown])
  })

  test('it says which counts went in, and from where', async () => {
    const { counts, sources, name } = await readExplanation(ctx, { journey: 'shop', from: '2026-03-01', to: '2026-03-10', number: '/stages/0/nps' })
    expect(name).toBe('NPS at Buy')
    expect(counts).toMatchObject({ n: 68, negative: 28, neutral: 0, positive: 40, s: 12, q: 68 })
    expect(sources).toEqual([{ source: 'survey', n: 43 }, { source: 'import', n: 25 }])
  })

  test('a hidden number tells nothing of its counts', async () => {
    const { counts, sources, shown } = await readExplanation(ctx, { ...asked, number: '/stages/0/touchpoints/2/nps' })
    expect([counts, sources, shown]).toEqual([null, null, expect.objectContaining({ suppressed: true, value: null })])
  })

  test.each(['/stages/9/nps', '/journey/name', '/stages/0', '/stages/0/__proto__', '/headline'])('%s is no number', async (number) => {
    const refused = await readExplanation(ctx, { ...asked, number }).then(() => null, (error: Problem) => error.errors[0])
    expect(refused).toMatchObject({ pointer: '/number', code: 'unknown_number' })
  })
})
