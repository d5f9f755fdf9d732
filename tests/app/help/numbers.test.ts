import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import * as formulas from '#lib/maps/explain/formulas'
import NumbersPage from '../../../app/help/numbers/page'
import { spoken } from '../../factory/words'

const html = renderToStaticMarkup(spoken(createElement(NumbersPage)))
const { FORMULAS, RATES, ...others } = formulas
const all = [...Object.values(FORMULAS), ...Object.values(RATES), ...Object.values(others)]

/** The text of one part of the page, from its anchor to the next section. */
const textAt = (id: string) => (html.split(`id="${id}"`)[1] ?? '').split(/<section|<h2/)[0]?.replace(/<[^>]+>/g, ' ') ?? ''
const plain = (text: string) => text.replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

describe('the page on the numbers', () => {
  it('has a place for every formula that an explanation can name', () => {
    expect(all.length).toBeGreaterThan(18)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, words, symbols, source } of all) for (const part of [words, ...symbols.split('; '), source]) expect(plain(textAt(id))).toContain(part)
  })
  it('works out each of them', () => {
    for (const { id } of all) expect(`${id} ${textAt(id)}`).toMatch(new RegExp(`^${id} [^]*Example\\.\\s+\\S+`))
  })
  it.each([
    ['nps', '+36, 95 % interval +20 to +50'],
    ['csat_top2_pct', '83\u00a0%, 95 % interval 76 to 89'],
    ['csat_mean', '4.2'],
    ['emotion_index', '+33, 95 % interval −11 to +59'],
    ['instrument_index', '+62, 95 % interval +52 to +69'],
    ['difference', '95 % interval +6 to +44, p .008'],
    ['response_rate', '60 completed of 200 exposed: 30\u00a0%, 95 % interval 24 to 37'],
    ['plan', '225 answers for ±10 points'],
    ['weight', '.315 and .045, together R² .36'],
  ])('the example of %s is that of METRICS', (id, example) => {
    expect(textAt(id)).toContain(example)
  })
  it('shows false alarms and found falls of every rule in one row', () => {
    const rows = (html.split('id="alerts"')[1] ?? '').split('<tr').map((row) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    expect(rows.find((row) => row.includes('Fell by 10'))).toContain('100.0 % 95.5 %')
    expect(rows.find((row) => row.includes('CUSUM'))).toContain('39.2 % 89.6 %')
    expect(rows.find((row) => row.includes('Confirmed'))).toContain('3.7 % 53.3 %')
  })
})
