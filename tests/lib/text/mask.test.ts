import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskComment } from '#lib/text/mask'

test.each([
  ['mail me at jo.bloggs+x@mail.example.co.uk, please', 'mail me at [e-mail], please'],
  ['call +49 (0)30 901820 today', 'call [phone number] today'],
  ['my number is 07700 900123.', 'my number is [phone number].'],
  ['(555) 010-4477 or 555-0199', '[phone number] or [phone number]'],
  ['bare 5550104477 too', 'bare [phone number] too'],
  ['card 4111 1111 1111 1111 was charged', 'card [card number] was charged'],
  ['card 378282246310005', 'card [card number]'],
])('%s', (text, masked) => {
  expect(maskComment(text)).toBe(masked)
})

test.each([
  'since 01/02/2018, again on 2018-12-31 and 3.11.2017.',
  'I paid 1,250.00 and waited 45 minutes, twice in 2017',
  'on 01.02.2018 14:30 order 123456 was lost',
  'ten out of 10, 100 % happy @ home',
])('what is no address and no number stays: %s', (text) => {
  expect(maskComment(text)).toBe(text)
})

test('no text is slow or lost: words around what is masked stay', () => {
  const hostile = ['a'.repeat(10_000), '1 '.repeat(5_000), `${'a.'.repeat(5_000)}@`, `a@${'b.'.repeat(5_000)}`, '+(((('.repeat(2_000), `${'1-'.repeat(5_000)}x`]
  const started = performance.now()
  for (const text of hostile) maskComment(text)
  expect(performance.now() - started).toBeLessThan(1_000)
  fc.assert(fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), (words) => {
    expect(maskComment(`${words} jo@example.org ${words}`)).toBe(`${words} [e-mail] ${words}`)
  }))
})
