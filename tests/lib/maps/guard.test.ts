import { expect, test } from 'vitest'
import { type Counts, guardMap, isUnmasking, offeredChannels } from '#lib/maps/suppress/guard'
import type { Stage } from '#lib/maps/journey'
import { seeded } from '../../adversary/random-table'

const stageOf = (key: string, touchpoints: readonly string[]): Stage => ({
  key, name: key, position: 1, touchpoints: touchpoints.map((t) => ({ key: t, name: t, channel: null, overall: false })),
})

/** NPS answers by touchpoint and channel ('' for none); emotion says the same where it is asked for. */
function countsOf(stages: readonly Stage[], answers: Record<string, Record<string, number>>, emotion = false): Counts {
  const at = (touchpoint: string, channel: string | null) =>
    Object.entries(answers[touchpoint] ?? {}).reduce((sum, [c, n]) => (channel === null || c === channel ? sum + n : sum), 0)
  return (level, place, instrument, channel) => {
    if (instrument !== 'nps' && !(emotion && instrument === 'emotion')) return 0
    if (level === 'touchpoint') return at(place, channel)
    return stages.find((s) => s.key === place)?.touchpoints.reduce((sum, t) => sum + at(t.key, channel), 0) ?? 0
  }
}

const shop = [stageOf('buy', ['a', 'b']), stageOf('use', ['c'])]

test('a channel that leaves fewer than five answers of the map over is not on offer, nor one that would show nothing', () => {
  const counts = countsOf(shop, { a: { web: 40, app: 2 }, b: { web: 20 }, c: { web: 9, app: 1 } })
  expect(['web', 'app'].map((channel) => isUnmasking(shop, counts, channel))).toEqual([true, false])
  expect(offeredChannels({ stages: shop, channels: ['web', 'app'] }, counts)).toEqual([])
  const wider = countsOf(shop, { a: { web: 40, app: 12 }, b: { web: 20 }, c: { web: 9, app: 1 } })
  expect(offeredChannels({ stages: shop, channels: ['web', 'app'] }, wider)).toEqual(['web', 'app'])
})

test('at most eight channels are on offer, those with most answers, in the order of the list', () => {
  const channels = Array.from({ length: 12 }, (_, i) => `c${i}`)
  const counts = countsOf(shop, { a: Object.fromEntries(channels.map((channel, i) => [channel, 10 + i])) })
  expect(offeredChannels({ stages: shop, channels }, counts)).toEqual(channels.slice(4))
})

test('what is not on offer counts as rest, and a stage that is hidden in a channel is not in its sum', () => {
  const counts = countsOf(shop, { a: { web: 40, app: 12 }, b: { web: 20 }, c: { web: 9, app: 1 } })
  const guard = guardMap({ stages: shop, channels: ['web', 'app'], months: [] }, counts)
  const stages = [null, 'web', 'app'].map((channel) => shop.map(({ key }) => guard.at(key, channel).stage('nps')))
  expect(stages).toEqual([[false, false], [false, true], [false, true]])
  expect([null, 'web', 'app'].map((channel) => guard.answers('nps', channel))).toEqual([82, 60, 12])
})

test('emotion of a place where one instrument was asked is hidden with it', () => {
  const stages = [stageOf('buy', ['a', 'b', 'c'])]
  const counts = countsOf(stages, { a: { '': 3 }, b: { '': 20 }, c: { '': 40 } }, true)
  const guard = guardMap({ stages, channels: [], months: [] }, counts)
  const hidden = (['nps', 'emotion'] as const).map((i) => ['a', 'b', 'c'].map((key) => guard.at('buy', null).touchpoint(key, i)))
  expect(hidden).toEqual([[true, true, false], [true, true, false]])
})

test('eight stages of thirty touchpoints and six channels are looked at within a second, and mostly seen', () => {
  const random = seeded(7)
  const names = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`)
  const stages = names('stage', 8).map((key) => stageOf(key, names(`${key}-`, 30)))
  const channels = names('channel', 6)
  const size = () => Math.floor(-20 * Math.log(1 - random()))
  const answers = stages.flatMap((s) => s.touchpoints.map((t) => [t.key, Object.fromEntries(['', ...channels].map((c) => [c, size()]))]))
  const counts = countsOf(stages, Object.fromEntries(answers))
  const start = performance.now()
  const guard = guardMap({ stages, channels, months: [] }, counts)
  expect(performance.now() - start).toBeLessThan(1_000)
  const may = stages.flatMap((s) => s.touchpoints.flatMap((t) => [null, ...channels].map((c) => ({ s: s.key, t: t.key, c })))).filter(({ t, c }) => counts('touchpoint', t, 'nps', c) >= 5)
  expect(may.filter(({ s, t, c }) => !guard.at(s, c).touchpoint(t, 'nps')).length / may.length).toBeGreaterThan(0.95)
})
