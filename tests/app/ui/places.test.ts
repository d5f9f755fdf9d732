import { expect, it } from 'vitest'
import { calledText } from '../../../app/w/[workspace]/journeys/[journey]/_explain/called'
import { placesInWords } from '../../../app/w/[workspace]/journeys/[journey]/_headline/places'
import { english, GERMAN, german } from '../../factory/words'

const words = german('headline')
const overall = { key: 'buy.overall', name: 'Overall' }

it('a built-in touchpoint is called so in the language of the page, wherever it stands', () => {
  const panel = { touchpoints: [overall, { key: 'pay', name: 'Pay' }], comments: [{ text: 'Overall', touchpoint: overall }], pain: [{ touchpoint: 'buy.overall', name: 'Overall' }], at: null }
  const whole = { key: 'buy.overall', name: 'Insgesamt' }
  expect(placesInWords(words, panel)).toEqual({ ...panel, touchpoints: [whole, panel.touchpoints[1]], comments: [{ text: 'Overall', touchpoint: whole }], pain: [{ touchpoint: 'buy.overall', name: 'Insgesamt' }] })
  expect(placesInWords(english('headline'), panel)).toBe(panel)
  expect(calledText({ t: german('explain'), say: GERMAN }, { is: 'emotion', place: 'Overall' })).toContain('Insgesamt')
})

it('a name that the team gave stays, of the built-in one and of another of that name', () => {
  const named = [{ key: 'buy.overall', name: 'All in all' }, { key: 'overall', name: 'Overall' }]
  expect(placesInWords(words, named)).toEqual(named)
})
