import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSolved, sha256, solve } from '#lib/widget/work'

const hex = (text: string) => sha256(text).map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
const known = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the computing that a survey may ask for', () => {
  it('hashes as SHA-256 does, at every length around a block', () => {
    for (let length = 0; length < 200; length++) expect(hex('a'.repeat(length))).toBe(known('a'.repeat(length)))
  })
  it('hashes any text as SHA-256 does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => hex(text) === known(text)))
  })
  it('finds what it asks for, and knows it again for this view alone', async () => {
    const [view, other] = [randomBytes(47).toString('base64url'), randomBytes(47).toString('base64url')]
    const work = await solve(view, 12)
    expect(known(`${view}.${work}`)).toMatch(/^000/)
    expect(isSolved(view, work, 12)).toBe(true)
    expect(isSolved(other, work, 32)).toBe(false)
    expect(isSolved(view, `${work}-`, 32)).toBe(false)
  })
  it('counts bits, not digits', () => {
    const zeros = Math.clz32(sha256('v.x')[0] ?? 0)
    expect(isSolved('v', 'x', zeros)).toBe(true)
    expect(isSolved('v', 'x', zeros + 1)).toBe(false)
    expect(isSolved('v', 'anything', 0)).toBe(true)
  })
  it('lets others run while it works', async () => {
    let isDone = false
    const slow = solve('no answer is near', 18).then(() => (isDone = true))
    await new Promise((resolve) => setTimeout(resolve))
    expect(isDone).toBe(false)
    await slow
  })
})
