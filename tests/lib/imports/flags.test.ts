import { describe, expect, it } from 'vitest'
import { namedAnswers } from '#lib/imports/answer-flag'
import { Flags, flagsFromQuery, flagsToQuery } from '#lib/imports/flags'

describe('the flags of an import', () => {
  it('say the same on the command line and in an address', () => {
    const flags = Flags.parse({ journey: 'shop', create: true, stages: 'Order, Use ,', stage: 'Stage & step', nps: 'n=p', attribute: ['plan', 'region'], answer: ['a=b=csat@Order/Web & app'], 'ignore-value': ['0', '-1'], outcome: 'kept', 'outcome-positive': 'yes & no' })
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

  it('place an answer: the column may hold =, the touchpoint a slash', () => {
    const flags = Flags.parse({ journey: 'shop', answer: ' a=b =csat@ Order / Web/app ' })
    expect(namedAnswers(flags)).toEqual([{ column: ' a=b ', instrument: 'csat', stage: 'Order', touchpoint: 'Web/app' }])
    expect(flags['ignore-value']).toEqual([])
  })

  it.each([
    [{ answer: 'x' }, `"x" is no answer; expected 'COL=csat@stage/touchpoint' with nps, csat, ces or sentiment.`],
    [{ answer: ['a=csat@s/t', 'a=text@s/t'] }, '"a=text@s/t": there is no instrument "text"; expected'],
    [{ answer: 'a=csat@web' }, '"a=csat@web" names no touchpoint; expected'],
    [{ answer: 'a=csat@/web' }, 'names no stage'],
    [{ answer: 'a=csat@web/ ' }, 'names no touchpoint of 1 to 120 characters'],
    [{ answer: '=csat@s/t' }, 'is no answer'],
    [{ answer: Array.from({ length: 51 }, (_, i) => `a=csat@s/${i}`) }, 'answer'],
    [{ 'ignore-value': ' ' }, 'ignore-value'],
    [{ outcome: 'kept' }, 'outcome needs the value that counts as positive'],
    [{ 'outcome-positive': 'yes' }, 'outcome-positive needs the column'],
    [{ outcome: 'x'.repeat(61), 'outcome-positive': 'yes' }, 'outcome'],
    [{ outcome: 'kept', 'outcome-positive': 'yes', attribute: Array.from({ length: 50 }, (_, i) => `a${i}`) }, 'At most 50 attributes'],
    [{ stage: undefined, answer: 'a=csat@s/t' }, 'which column holds the place'],
    [{ nps: ['a', 'b'] }, 'nps'],
    [{ create: 'perhaps' }, 'create'],
    [{ 'at-format': 'dd/MM' }, 'at-format needs'],
    [{ stages: 'A,B,A' }, 'names a stage twice'],
  ])('with %o are refused', (change, words) => {
    const { error } = Flags.safeParse({ journey: 'shop', stage: 'a', nps: 'b', ...change })
    expect(error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`).join('\n')).toContain(words)
  })
})
