import { expect, it } from 'vitest'
import { languageOf } from '../../app/_words/languages'

it('speaks what was chosen, else the first that the browser asks for and that is here, else English', () => {
  expect(languageOf('en', 'de')).toBe('en')
  expect(languageOf('xx', 'fr-CH, fr;q=0.9, en;q=0.7, de;q=0.8')).toBe('de')
  expect(languageOf(undefined, 'de-AT')).toBe('de')
  expect(languageOf(undefined, 'fr')).toBe('en')
  expect(languageOf(undefined, null)).toBe('en')
})
