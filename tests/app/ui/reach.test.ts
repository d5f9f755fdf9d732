import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Reach } from '#lib/maps/reach/types'
import { hideRate, ratesOf as ratesFrom, type ReachCounts } from '#lib/stats/reach'
import { HeldBack, ofAll } from '../../../app/w/[workspace]/journeys/[journey]/_reach/counted'
import { NoReach } from '../../../app/w/[workspace]/journeys/[journey]/_reach/no-reach'
import { RateLine } from '../../../app/w/[workspace]/journeys/[journey]/_reach/rate'
import { ratesOf, reachedOf } from '../../../app/w/[workspace]/journeys/[journey]/_reach/rates'
import { spoken } from '../../factory/words'

const row = (touchpoint: string | null, counts: Partial<ReachCounts> = {}): Reach => {
  const all = { exposed: 200, started: 80, completed: 60, converted: 0, ...counts }
  return { stage: 'buy', touchpoint, exposed: all.exposed, ...ratesFrom(all) }
}

const textOf = (html: string) => html.replace(/<span class="sr-only">.*?<\/span>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()

describe('the lane of reach', () => {
  it('has a row a stage, and points to where it stands in the map', () => {
    const map = { reach: [row(null), row('pay'), { ...row(null), stage: 'use' }] }
    expect(reachedOf(map).map(({ row: { stage }, pointer }) => [stage, pointer])).toEqual([['buy', '/reach/0'], ['use', '/reach/2']])
    expect(reachedOf(map, true)).toHaveLength(3)
    expect(reachedOf({ reach: null })).toEqual([])
  })

  it('leaves out the rates that nobody reports', () => {
    const names = (...rows: Reach[]) => ratesOf(rows.map((each) => ({ row: each, pointer: '' })))
    expect(names(row(null))).toEqual(['responseRate', 'dropOff'])
    expect(names(row(null), row(null, { converted: 3 }))).toEqual(['responseRate', 'dropOff', 'conversion'])
    expect(names(row(null, { exposed: 0, started: 0, completed: 0 }))).toEqual(['responseRate'])
  })

  it('shows a rate with its interval, and says why there is none', () => {
    const shown = (rate: Reach['responseRate']) => textOf(renderToStaticMarkup(spoken(createElement(RateLine, { rate, place: 'Buy', pointer: '/p', base: true }))))
    expect(shown(row(null).dropOff)).toBe('25 % 17 to 35 80 started')
    expect(shown(row(null, { completed: 300 }).responseRate)).toBe('more completed than exposed')
    expect(shown(hideRate(row(null).responseRate))).toBe('fewer than 5 exposed, hidden for privacy')
    expect(shown(row(null, { exposed: 0, completed: 0 }).responseRate)).toBe('·')
    expect(textOf(renderToStaticMarkup(spoken(createElement(RateLine, { rate: row(null).dropOff, place: 'Kauf', pointer: '/p', base: true }), 'de')))).toBe('25 % 17 bis 35 80 Starts')
  })

  it('says in its place why it is not there, and offers a survey only to who may embed one', () => {
    const personas = { list: [], ready: true, spread: [] }
    const shown = (map: Omit<Parameters<typeof NoReach>[0]['map'], 'personas'>, embed: string | null) => textOf(renderToStaticMarkup(spoken(createElement(NoReach, { map: { ...map, personas }, embed }))))
    expect(shown({ reach: [], filter: null }, '/surveys')).toContain('Embed a survey')
    expect(shown({ reach: [], filter: null }, null)).toBe('')
    expect(shown({ reach: null, filter: { dimension: 'plan', value: 'pro' } }, null)).toContain('no reach of plan pro')
    expect(shown({ reach: null, filter: { dimension: 'channel', value: 'web' } }, null)).toBe('')
  })
})

describe('answers held back', () => {
  it.each([
    [412, 8, 420, ', 8 held back'],
    [412, 0, null, ''],
    [412, null, null, ', a few more held back'],
    [null, 8, null, ', 8 held back'],
    [0, null, null, ''],
  ])('beside %s answers and %s held: of %s', (answers, held, all, text) => {
    expect(ofAll(answers, held)).toBe(all)
    expect(textOf(renderToStaticMarkup(spoken(createElement(HeldBack, { answers, held, href: '/surveys' })))).replace(' ,', ',')).toBe(text)
  })
})
