import { expect, test } from 'vitest'
import { ownPath } from '#lib/auth/paths'
import { isLocal } from '#lib/auth/place'

const ORIGIN = 'https://feedback.example'

test('a path of ours is kept with its query, also when written with our origin', () => {
  expect(ownPath('/w/fernway?from=2026-01-01#curve', ORIGIN)).toBe('/w/fernway?from=2026-01-01#curve')
  expect(ownPath(`${ORIGIN}/w/fernway`, ORIGIN)).toBe('/w/fernway')
})

test.each([
  'https://evil.example/w',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'https://feedback.example.evil.example',
  'https://feedback.example@evil.example',
  'http://feedback.example/w',
  `/${'a'.repeat(3000)}`,
  undefined,
])('%s leads to the start page', (wanted) => {
  expect(ownPath(wanted, ORIGIN)).toBe('/')
})

const asked = (headers: Record<string, string>, listening = '127.0.0.1') => isLocal((name) => headers[name], listening)

test('a request from this machine to this machine is local', () => {
  expect(asked({ host: 'localhost:3000' })).toBe(true)
  expect(asked({ host: '127.0.0.1:3000', 'x-wayfelt-address': '127.0.0.1', 'x-forwarded-for': '::ffff:127.0.0.1' })).toBe(true)
  expect(asked({ host: '[::1]:3000', 'x-forwarded-host': '[::1]:3000', 'x-forwarded-for': '::1' })).toBe(true)
})

test('another name, another address, a proxy in front or an open port is not', () => {
  expect(asked({})).toBe(false)
  expect(asked({ host: 'feedback.example' })).toBe(false)
  expect(asked({ host: 'localhost.evil.example:3000' })).toBe(false)
  expect(asked({ host: '127.0.0.1:3000', 'x-forwarded-host': 'feedback.example' })).toBe(false)
  expect(asked({ host: '127.0.0.1:3000', 'x-forwarded-for': '203.0.113.9, 127.0.0.1' })).toBe(false)
  expect(asked({ host: '127.0.0.1:3000', 'x-wayfelt-address': '203.0.113.9' })).toBe(false)
  expect(asked({ host: '127.0.0.1:3000' }, '0.0.0.0')).toBe(false)
})
