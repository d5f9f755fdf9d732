import { expect, test } from 'vitest'
import { matchesPages, type PageRule } from '#lib/widget/pages'

const shop = (rest: string) => `https://shop.example${rest}`
const on = (address: string, ...rules: [PageRule['is'], string][]) => matchesPages(address, rules.map(([is, value]) => ({ is, value })))

test('without rules every page will do', () => {
  expect(on(shop('/'))).toBe(true)
})

test('one of the pages named is enough, and one left out is too many', () => {
  const rules: [PageRule['is'], string][] = [['startsWith', '/help'], ['exactly', '/checkout'], ['not', '/help/legal']]
  expect([shop('/checkout'), shop('/help/pay'), shop('/help/legal/terms'), shop('/')].map((address) => on(address, ...rules))).toEqual([true, true, false, false])
})

test('rules that only leave pages out let all others through', () => {
  expect(on(shop('/a'), ['not', '/admin'])).toBe(true)
  expect(on(shop('/admin/users'), ['not', '/admin'])).toBe(false)
})

test('an exact page stays the same with a slash at the end, a campaign or an anchor', () => {
  for (const rest of ['/checkout', '/checkout/', '/checkout?utm_source=mail', '/checkout#top']) expect(on(shop(rest), ['exactly', '/checkout'])).toBe(true)
  expect(on(shop('/checkout/pay'), ['exactly', '/checkout'])).toBe(false)
  expect(on('https://shop.example', ['exactly', '/'])).toBe(true)
})

test('a rule may name the host, a parameter or the route behind an anchor', () => {
  expect(on(shop('/a'), ['startsWith', 'https://shop.example/'])).toBe(true)
  expect(on('https://other.example/a', ['startsWith', 'https://shop.example/'])).toBe(false)
  expect(on(shop('/search?q=shoes'), ['contains', '?q=shoes'])).toBe(true)
  expect(on(shop('/#/done'), ['endsWith', '#/done'])).toBe(true)
})

test('a path in a parameter is not the path', () => {
  expect(on(shop('/login?next=/checkout'), ['endsWith', '/checkout'])).toBe(false)
  expect(on(shop('/login?next=/checkout'), ['startsWith', '/checkout'])).toBe(false)
})

test('letters that an address escapes match as they are read, and broken escapes harm nothing', () => {
  expect(on(shop('/gr%C3%B6%C3%9Fe'), ['exactly', '/größe'])).toBe(true)
  expect(on(shop('/100%'), ['startsWith', '/100%'])).toBe(true)
})
