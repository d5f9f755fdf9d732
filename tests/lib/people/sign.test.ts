import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pseudonymOf, seal, unseal } from '#lib/people/sign'
import { makeView, readView } from '#lib/people/view'

const [key, other] = [randomBytes(32), randomBytes(32)]
const content = Buffer.from('sixteen letters.')

describe('a sealed text', () => {
  it('opens with its own key and purpose, and with no other', () => {
    const text = seal(key, 'link', content)
    expect(unseal(key, 'link', text, 16)).toEqual(content)
    expect(unseal(other, 'link', text, 16)).toBeNull()
    expect(unseal(key, 'view', text, 16)).toBeNull()
    expect(unseal(key, 'link', text, 15)).toBeNull()
  })
  it('does not open with any one bit changed', () => {
    const bytes = Buffer.from(seal(key, 'link', content), 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(unseal(key, 'link', flipped.toString('base64url'), 16), `bit ${bit}`).toBeNull()
    }
  })
  it('does not open with its last character changed, its end cut off or something behind it', () => {
    const text = seal(key, 'link', content)
    const ends = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter((c) => c !== text.at(-1))
    const wrong = [...ends.map((c) => text.slice(0, -1) + c), text.slice(0, -1), `${text}A`, `${text}=`, '', ' ']
    expect(wrong.filter((each) => unseal(key, 'link', each, 16) !== null)).toEqual([])
  })
})

describe('a view token', () => {
  it('says which survey was shown when, and how much work is asked', () => {
    const view = { surveyId: '0198c0de-0000-7000-8000-000000000001', shownAt: new Date('2026-11-20T12:00:00.123Z'), work: 14 }
    expect(readView(key, makeView(key, view))).toMatchObject(view)
    expect(readView(other, makeView(key, view))).toBeNull()
  })
})

it('a person has one pseudonym in a workspace, another in the next, and it tells nothing', () => {
  expect(pseudonymOf(key, 'mara')).toBe(pseudonymOf(key, 'mara'))
  expect(pseudonymOf(key, 'mara')).not.toBe(pseudonymOf(other, 'mara'))
  expect(pseudonymOf(key, 'mara')).not.toContain('mara')
})
