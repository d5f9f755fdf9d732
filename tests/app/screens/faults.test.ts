import { expect, test } from 'vitest'
import { StartJourney } from '#lib/surveys/start'
import { faultOf, faultsOf } from '#ui/faults'
import { refusalIn } from '../../../app/_refusals/refusal'
import { mapAddress } from '../../../app/w/[workspace]/journeys/_list/map-address'

test('a refusal stands at its field, as a sentence without the name of the field', () => {
  const { error } = StartJourney.safeParse({ template: 'blank', company: ' ' })
  expect(faultsOf(refusalIn('en', error))).toEqual({ company: 'Give it a name.' })
  expect(faultOf({ title: 'You may not do this', errors: [] })).toBe('You may not do this')
})

test('a journey without answers in 90 days opens where its answers are', () => {
  expect(mapAddress('acme', 'shop', { answers: 12, first: '2020-01-01', last: '2026-01-01' })).toBe('/w/acme/journeys/shop')
  expect(mapAddress('acme', 'shop', { answers: 0, first: '2020-01-01', last: '2021-02-03' })).toBe('/w/acme/journeys/shop?from=2020-01-01&to=2021-02-03')
  expect(mapAddress('acme', 'shop', { answers: 0, first: null, last: null })).toBe('/w/acme/journeys/shop')
})
