import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedOf, isAsked } from '#lib/widget/flow'
import { pipe, pipeText } from '#lib/widget/pipe'
import { toHtml } from '#lib/widget/to-html'
import { h } from '#lib/widget/tree'

const follows = (more: object) => ({ id: 'why', when: { question: 'score', ...more } })

test('a question follows from a score within its range, ends included', () => {
  const low = follows({ from: 2, to: 6 })
  expect([1, 2, 6, 7].map((score) => isAsked(low, { score }))).toEqual([false, true, true, false])
  expect(isAsked(follows({ to: 0 }), { score: 0 })).toBe(true)
  expect(isAsked(low, {})).toBe(false)
  expect(isAsked(low, { score: '3' })).toBe(false)
})

test('a question follows from one of what was chosen, from yes or from no', () => {
  const chosen = follows({ chosen: ['a', 'b'] })
  expect([['a'], ['c', 'b'], ['c'], []].map((score) => isAsked(chosen, { score }))).toEqual([true, true, false, false])
  expect(isAsked(chosen, { score: 'b' })).toBe(true)
  expect(isAsked(follows({ chosen: ['yes'] }), { score: true })).toBe(true)
  expect(isAsked(follows({ chosen: ['yes'] }), { score: false })).toBe(false)
})

test('without range and list it follows from any answer', () => {
  expect([isAsked(follows({}), { score: 0 }), isAsked(follows({}), {}), isAsked({ when: { question: 'constructor' } }, {})]).toEqual([true, false, false])
})

test('an answer to a question that is not asked makes nothing follow', () => {
  const chain = [{ id: 'a' }, { id: 'b', when: { question: 'a', to: 6 } }, { id: 'c', when: { question: 'b' } }]
  expect(askedOf(chain, { a: 5, b: 'x' }).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(askedOf(chain, { a: 9, b: 'x' }).map(({ id }) => id)).toEqual(['a'])
})

const piped = { name: 'Ana <b>', touchpoint: 'Payment', tricky: '{{name}}', rtl: '\u202Eevil' }
const html = (text: string) => toHtml(h('p', {}, pipe(text, piped)))

test('a gap is filled with what is known, or with what stands in for it, or with nothing', () => {
  expect(html('Hi {{name}}, about {{ touchpoint }}')).toBe('<p>Hi <bdi>Ana &lt;b&gt;</bdi>, about <bdi>Payment</bdi></p>')
  expect(html('Hi {{who|there}}{{x}}!')).toBe('<p>Hi there!</p>')
  expect(html('{{constructor}}{{__proto__|no}}')).toBe('<p>no</p>')
})

test('what is filled in is never read again, and turns nothing around it', () => {
  expect(html('{{tricky}}')).toBe('<p><bdi>{{name}}</bdi></p>')
  expect(html('a {{rtl}} b')).toBe('<p>a <bdi>\u202Eevil</bdi> b</p>')
  expect(pipeText('After {{touchpoint}}{{gone}}{{tricky}}', piped)).toBe('After Payment{{name}}')
})

test('braces that are no gap stay as they are, and any text comes out as text', () => {
  expect(html('{name} {{a{{b}} ${x} {{}')).toBe('<p>{name} {{a ${x} {{}</p>')
  fc.assert(fc.property(fc.string(), (text) => !/<(?!\/?(p|bdi)>)/.test(html(text))))
})
