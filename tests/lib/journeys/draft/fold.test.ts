import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyBook, type MapDocument } from '#lib/journeys/document/schema'
import { type Cell, cellOf, foldDraft, foldPlaces, type Shelved } from '#lib/journeys/draft/definition'

const stage = (key: string) => ({ key, name: key.toUpperCase() })
const touchpoint = (key: string, at: string) => ({ key, stage: at, name: key.toUpperCase(), channel: null })
const shop: MapDocument = {
  name: 'Shop',
  stages: ['buy', 'use', 'leave'].map(stage),
  touchpoints: [touchpoint('web', 'buy'), touchpoint('till', 'buy'), touchpoint('app', 'use')],
  lanes: { ...emptyBook(), owner: { stage: { buy: { name: 'Mara' } }, touchpoint: {} } },
}
const shelf: Shelved[] = [
  { kind: 'stage', key: 'dream', name: 'Dream', stage: null, channel: null, withStage: false },
  { kind: 'touchpoint', key: 'advert', name: 'Advert', stage: 'dream', channel: 'tv', withStage: true },
  { kind: 'touchpoint', key: 'fax', name: 'Fax', stage: 'buy', channel: null, withStage: false },
]
const drawn = (document: MapDocument) =>
  document.stages.map(({ key }) => `${key}: ${document.touchpoints.filter((t) => t.stage === key).map((t) => t.key).join(' ')}`)

const STAGES = ['buy', 'use', 'leave', 'dream', 'gift', '__proto__', 'nowhere']
const TOUCHPOINTS = ['web', 'till', 'app', 'advert', 'fax', 'note', 'buy.overall', 'nowhere']
const state = fc.constantFrom('live', 'archived', null, 7)
const keys = (from: string[]) => fc.oneof(fc.array(fc.constantFrom(...from), { maxLength: 9 }), fc.constant('no list'))
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ cell: fc.constantFrom('order'), value: keys(STAGES) }),
  fc.record({ cell: fc.constantFrom(...STAGES).map((key) => cellOf.order(key)), value: keys(TOUCHPOINTS) }),
  fc.record({ cell: fc.constantFrom(...STAGES).map((key) => cellOf.stage(key, 'state')), value: state }),
  fc.record({ cell: fc.constantFrom(...TOUCHPOINTS).map((key) => cellOf.touchpoint(key, 'state')), value: state }),
  fc.record({ cell: fc.constantFrom(...TOUCHPOINTS).map((key) => cellOf.touchpoint(key, 'stage')), value: fc.constantFrom(...STAGES, null, 3) }),
)
/** A draft has one value a cell. */
const anyDraft = fc.uniqueArray(anyCell, { maxLength: 30, selector: ({ cell }) => cell })

describe('a draft over a map', () => {
  it('that changes nothing is the map', () => {
    expect(foldDraft(shop, [], shelf)).toEqual(shop)
    expect(foldDraft(shop, [])).toEqual(shop)
  })

  it('loses and doubles no place, whatever its cells say', () => {
    fc.assert(
      fc.property(anyDraft, (cells) => {
        const { stages, touchpoints } = foldPlaces(shop, cells, shelf)
        const made = (level: string, all: string[]) => all.filter((key) => cells.some((c) => c.cell === `${level}/${key}/state` && (c.value === 'live' || c.value === 'archived')))
        const known = new Set([...shop.stages.map((s) => s.key), 'dream', ...made('stage', STAGES)])
        expect(stages.map((s) => s.key).sort()).toEqual([...known].sort())
        const isBuiltIn = (key: string) => stages.some((s) => s.live && key === `${s.key}.overall`)
        const points = new Set([...shop.touchpoints.map((t) => t.key), 'advert', 'fax', ...made('touchpoint', TOUCHPOINTS)])
        expect(touchpoints.map((t) => t.key).sort()).toEqual([...points].filter((key) => !isBuiltIn(key)).sort())
        expect(touchpoints.filter((t) => !known.has(t.stage))).toEqual([])
      }),
    )
  })

  it('shows a place exactly where it and its stage are live', () => {
    fc.assert(
      fc.property(anyDraft, (cells) => {
        const { stages, touchpoints } = foldPlaces(shop, cells, shelf)
        const document = foldDraft(shop, cells, shelf)
        const live = stages.filter((s) => s.live).map((s) => s.key)
        expect(document.stages.map((s) => s.key)).toEqual(live)
        expect(document.touchpoints.map((t) => t.key)).toEqual(touchpoints.filter((t) => t.live && live.includes(t.stage)).map((t) => t.key))
      }),
    )
  })

  it('drops unknown keys of an order and puts those that it leaves out behind', () => {
    const cells = [{ cell: 'order', value: ['leave', 'nowhere', 'leave'] }, { cell: cellOf.order('buy'), value: ['till', 'app'] }]
    expect(drawn(foldDraft(shop, cells))).toEqual(['leave: ', 'buy: till web', 'use: app'])
  })

  it('takes touchpoints off with their stage and brings back what is on the shelf', () => {
    const cells = [{ cell: cellOf.stage('buy', 'state'), value: 'archived' }, { cell: cellOf.stage('dream', 'state'), value: 'live' }]
    expect(drawn(foldDraft(shop, cells, shelf))).toEqual(['use: app', 'leave: ', 'dream: advert'])
    const fax = [{ cell: cellOf.touchpoint('fax', 'state'), value: 'live' }]
    expect(drawn(foldDraft(shop, fax, shelf))[0]).toBe('buy: web till fax')
  })

  it('leaves a touchpoint where it stood when the stage it was put in is gone', () => {
    const cells = [
      { cell: cellOf.touchpoint('web', 'stage'), value: 'gone' },
      { cell: cellOf.touchpoint('note', 'state'), value: 'live' },
      { cell: cellOf.touchpoint('note', 'stage'), value: 'gone' },
    ]
    expect(drawn(foldDraft(shop, cells))).toEqual(['buy: web till', 'use: app', 'leave: note'])
  })

  it('writes and takes away what stands in a lane, and touches nothing of the map it was given', () => {
    const before = structuredClone(shop)
    const cells = [
      { cell: cellOf.lane('owner', 'stage', 'buy'), value: null },
      { cell: cellOf.lane('moment', 'touchpoint', 'web'), value: true },
      { cell: cellOf.lane('nonsense', 'stage', 'buy'), value: true },
    ]
    const { lanes } = foldDraft(shop, cells)
    expect(lanes.owner.stage).toEqual({})
    expect(lanes.moment.touchpoint).toEqual({ web: true })
    expect(Object.keys(lanes)).toEqual(Object.keys(emptyBook()))
    expect(shop).toEqual(before)
  })
})
