import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import { packRows, partsOf } from '../../../app/w/[workspace]/journeys/[journey]/_campaigns/pack'
import { slotsOf } from '../../../app/w/[workspace]/journeys/[journey]/_campaigns/shown'
import { fieldsIn } from '../../../app/w/[workspace]/journeys/[journey]/campaigns/_form/read-form'

const columns = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1 })

const stages = ['a', 'b', 'c'].map((key) => ({ key, name: key.toUpperCase() }))
const campaign = (more: Partial<MapCampaign>): MapCampaign => ({
  ...{ id: 'x', name: 'X', channel: 'email', persona: null, personaName: null, audience: null, stages: ['a'], starts: '2026-11-01', ends: null, cost: null, currency: null, state: 'now' },
  ...more,
})
const slots = (campaigns: MapCampaign[], mayEdit: boolean) => slotsOf({ campaigns, stages: stages as never }, mayEdit)

describe('campaigns below their stages', () => {
  it('never lie over each other, and leave no row empty above them', () => {
    fc.assert(fc.property(fc.array(columns, { maxLength: 20 }), (all) => {
      const placed = packRows(all.map((at, of) => ({ of, at })))
      const cells = placed.flatMap(({ row, parts }) => parts.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => `${row} ${from + i}`)))
      expect(new Set(cells).size).toBe(cells.length)
      expect(cells.length).toBe(all.flat().length)
      expect(new Set(placed.map(({ row }) => row)).size).toBe(Math.max(-1, ...placed.map(({ row }) => row)) + 1)
    }))
  })

  it('are one bar over neighbours and parts where a stage lies between', () => {
    expect(partsOf([3, 0, 1])).toEqual([{ from: 0, to: 1 }, { from: 3, to: 3 }])
  })

  it('stand before empty stages, and those before what is over; a stage without any is offered to editors only', () => {
    const all = [campaign({ id: 'old', stages: ['b'], state: 'past' }), campaign({ id: 'now', stages: ['a'] })]
    const names = (mayEdit: boolean) => slots(all, mayEdit).shown.map(({ of }) => ('stage' in of ? `no ${of.stage.key}` : of.campaign.id))
    expect(names(true)).toEqual(['now', 'no b', 'no c', 'old'])
    expect(names(false)).toEqual(['now', 'old'])
  })

  it('fill six rows at most, and the rest is counted', () => {
    const many = Array.from({ length: 9 }, (_, i) => campaign({ id: `${i}` }))
    const { rows, left, shown } = slots(many, false)
    expect([rows, left, shown.length]).toEqual([6, 3, 6])
  })
})

describe('the form of a campaign', () => {
  const t = ((key: string) => key) as never
  const form = (fields: Record<string, string>) => Object.entries(fields).reduce((data, [name, value]) => (data.append(name, value), data), new FormData())

  it('keeps a stage that is archived and that no box stands for', () => {
    const before = { ...campaign({ stages: ['a', 'gone'] }), note: null, archived: false }
    const data = form({ shown: 'a' })
    data.append('shown', 'b')
    data.append('stages', 'b')
    expect(fieldsIn(data, before, t).fields?.stages).toEqual(['b', 'gone'])
  })

  it('reads a cost with a comma, no cost as none with no currency, and sends no cost that is none', () => {
    expect(fieldsIn(form({ cost: '12,50', currency: 'EUR' }), null, t).fields).toMatchObject({ cost: 12.5, currency: 'EUR' })
    expect(fieldsIn(form({ cost: '', currency: 'EUR' }), null, t).fields).toMatchObject({ cost: null, currency: null })
    expect(fieldsIn(form({ cost: 'many' }), null, t).refused).toHaveProperty('cost')
  })

  it('says whom it is for in one way', () => {
    const whom = (fields: Record<string, string>) => fieldsIn(form(fields), null, t).fields
    expect(whom({ whom: 'persona:words', audience: 'x' })).toMatchObject({ persona: 'words', audience: null })
    expect(whom({ whom: 'words', audience: 'Students' })).toMatchObject({ persona: null, audience: 'Students' })
    expect(whom({ whom: '', audience: 'Students' })).toMatchObject({ persona: null, audience: null })
  })
})
