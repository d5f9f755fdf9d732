import { describe, expect, it } from 'vitest'
import { Flags, flagsFromQuery, flagsToQuery } from '#lib/imports/flags'

describe('the flags of an import', () => {
  it('say the same on the command line and in an address', () => {
    const flags = Flags.parse({ journey: 'shop', create: true, stages: 'Order, Use ,', stage: 'Stage & step', nps: 'n=p', attribute: ['plan', 'region'] })
    expect(flags.stages).toEqual(['Order', 'Use'])
    expect(Flags.parse(flagsFromQuery(new URLSearchParams(flagsToQuery(flags).toString())))).toEqual(flags)
  })

  it.each([
    ['?create', true],
    ['?create=1', true],
    ['?create=false', false],
    ['?', false],
  ])('%s means create %s', (query, create) => {
    const given = flagsFromQuery(new URLSearchParams(query))
    expect(Flags.parse({ journey: 'shop', stage: 'a', nps: 'b', ...given }).create).toBe(create)
  })

  it.each([
    [{ answer: 'x' }, 'answer'],
    [{ nps: ['a', 'b'] }, 'nps'],
    [{ create: 'perhaps' }, 'create'],
    [{ 'at-format': 'dd/MM' }, 'at-format needs'],
    [{ stages: 'A,B,A' }, 'names a stage twice'],
  ])('with %o are refused', (change, words) => {
    expect(() => Flags.parse({ journey: 'shop', stage: 'a', nps: 'b', ...change })).toThrow(words)
  })
})
