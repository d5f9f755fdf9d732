import { describe, expect, it } from 'vitest'
import { type Called, calledInEnglish } from '#lib/maps/explain/called'
import * as formulas from '#lib/maps/explain/formulas'
import { calledText, formulaInWords } from '../../../app/w/[workspace]/journeys/[journey]/_explain/called'
import { ENGLISH, english, GERMAN, german } from '../../factory/words'

const place = 'Checkout'
const nps = { metric: 'nps', place } as const
const all: Called[] = [
  { is: 'answers' }, { is: 'held' }, { is: 'r2' },
  { is: 'answers_at', place }, { is: 'needed', place }, { is: 'exposed', place }, { is: 'emotion', place }, { is: 'driver', place }, { is: 'ranks', place }, { is: 'weight', place },
  { is: 'measured', ...nps }, { is: 'difference', ...nps }, { is: 'baseline', ...nps }, { is: 'change', ...nps }, { is: 'distance', ...nps }, { is: 'forecast', ...nps },
  { is: 'rate', rate: 'drop_off', place }, { is: 'severity', part: null, place }, { is: 'severity', part: 'reach', place }, { is: 'severity', part: 'new_part', place },
]
const { FORMULAS, RATES, ...others } = formulas

describe('what an explanation says', () => {
  it('is called on an English page as the API calls it', () => {
    for (const called of all) expect(calledText({ t: english('explain'), say: ENGLISH }, called)).toBe(calledInEnglish(called))
  })
  it('is called in German on a German page', () => {
    const words = { t: german('explain'), say: GERMAN }
    expect(all.slice(-6).map((called) => calledText(words, called))).toEqual([
      'Abstand vom Ausgangswert bei Checkout: NPS', 'Prognose bei Checkout: NPS', 'Abbruchquote bei Checkout', 'Schwere von Checkout', 'Schwere von Checkout (Reichweite)', 'Schwere von Checkout (new_part)',
    ])
  })
  it('has every formula in words, in English those of the API, in German others', () => {
    const made = [...Object.values(FORMULAS), ...Object.values(RATES), ...Object.values(others)]
    for (const formula of made) expect(formulaInWords(english('help'), formula)).toEqual(formula)
    for (const formula of made) {
      const said = formulaInWords(german('help'), formula)
      expect([said.id, said.symbols]).toEqual([formula.id, formula.symbols])
      expect(said.words).not.toBe(formula.words)
    }
  })
})
