import fc from 'fast-check'
import type { JourneyFile } from '#lib/exports/journey/file'
import { emptyBook, type LaneBook } from '#lib/journeys/document/schema'

const line = (most: number) =>
  fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim()).filter((text) => text !== '' && text.length <= most && text.isWellFormed())
const index = fc.integer({ min: -100, max: 100 })
const some = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs))

const stageKeys = ['buy', 'use', 'first-stage', '2', 'constructor-2', '--']
const touchpointKeys = ['pay', 'basket', 'open', 'gone.overall', '7-up', 'tostring']

const campaign = fc.record({
  name: line(120), channel: line(40), stages: fc.constant('buy').map((key) => [key]), starts: fc.constant('2026-03-01'), ends: fc.constantFrom(null, '2026-04-01'),
  audience: fc.option(line(120)), cost: fc.constant(null), currency: fc.constant(null), note: fc.option(line(60)),
})

const persona = fc.record({
  name: line(120), description: fc.option(line(60)),
  rules: fc.constantFrom<JourneyFile['personas'][number]['rules'][]>([[{ field: 'attribute', name: 'plan', test: 'one_of', values: ['pro', 'team'] }]], [[{ field: 'channel', test: 'there' }], [{ field: 'attribute', name: 'seats', test: 'at_least', number: 10 }]]),
})

/** Journeys with whatever a team could have written on them; every map has at least the stage `buy`. */
export const files: fc.Arbitrary<JourneyFile> = fc
  .record({ more: fc.subarray(stageKeys.slice(1)), touchpoints: fc.subarray(touchpointKeys), name: line(120) })
  .chain(({ more, touchpoints, name }) => {
    const [stages, places] = [['buy', ...more], touchpoints]
    const at = <T>(value: fc.Arbitrary<T>, keys: readonly string[]) => (keys.length === 0 ? fc.constant({} as Record<string, T>) : some(keys, value))
    const owner: fc.Arbitrary<{ name: string }> = fc.record({ name: line(80) })
    return fc.record({
      wayfelt: fc.constant('journey' as const),
      format: fc.constant(1 as const),
      name: fc.constant(name),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin'),
      stages: fc.tuple(...stages.map((key, i) => line(100).map((text) => ({ key, name: `${text} ${i}` })))),
      touchpoints: fc
        .tuple(...places.map((key, i) => fc.record({ key: fc.constant(key), stage: fc.constantFrom(...stages), name: line(100).map((text) => `${text} ${i}`), channel: fc.option(line(40)) })))
        .map((all) => stages.flatMap((stage) => all.filter((t) => t.stage === stage))),
      lanes: fc.record({
        doing: at(fc.array(line(120), { minLength: 1, maxLength: 8 }), stages).map((stage) => ({ stage, touchpoint: {} })),
        owner: fc.record({ stage: at(owner, stages), touchpoint: at(owner, places) }),
        kpi: at(fc.array(fc.record({ name: line(60), value: line(30) }), { minLength: 1, maxLength: 5 }), stages).map((stage) => ({ stage, touchpoint: {} })),
        assumed: fc.record({ stage: at(fc.record({ index, because: line(200) }), stages), touchpoint: at(fc.record({ index }), places) }),
        target: at(fc.record({ emotion: index, csat: fc.integer({ min: 0, max: 100 }) }), stages).map((stage) => ({ stage, touchpoint: {} })),
        moment: fc.record({ stage: at(fc.constant(true as const), stages), touchpoint: at(fc.constant(true as const), places) }),
      }).map((lanes): LaneBook => Object.assign(emptyBook(), lanes)),
      personas: fc.uniqueArray(persona, { maxLength: 3, selector: ({ name }) => name.toLowerCase() }).map((all) => all.map((one, i) => ({ ...one, key: `p${i}` }))),
      dimensions: fc.subarray(['country', 'plan', 'seats m²']),
      campaigns: fc.uniqueArray(campaign, { maxLength: 3, selector: ({ name }) => name }),
    })
  })
