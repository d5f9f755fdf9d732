import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRedundant, type Speaking } from '#lib/campaigns/redundancy'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
const whom = fc.constantFrom(
  { persona: null, audience: null }, { persona: 'pros', audience: null }, { persona: 'teams', audience: null },
  { persona: null, audience: 'New  customers' }, { persona: null, audience: 'new customers' }, { persona: null, audience: 'Students' },
)
const speaking: fc.Arbitrary<Speaking> = fc
  .record({ id: fc.uuid(), channel: fc.constantFrom('email', 'E-mail', 'Email ', 'web'), whom, stages: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), days: fc.tuple(day, day), isOpen: fc.boolean() })
  .map(({ whom: people, days, isOpen, ...one }) => ({ ...one, ...people, starts: [...days].sort()[0] ?? '', ends: isOpen ? null : ([...days].sort()[1] ?? null) }))
const many = fc.uniqueArray(speaking, { maxLength: 24, selector: ({ id }) => id })

const clean = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** The rule again, in the words of the page and without any order of days. */
function speakTogether(a: Speaking, b: Speaking): boolean {
  const everybody = (one: Speaking) => one.persona === null && one.audience === null
  const samePeople = everybody(a) || everybody(b) || (a.persona !== null && a.persona === b.persona) || (a.audience !== null && b.audience !== null && clean(a.audience) === clean(b.audience))
  const end = (one: Speaking) => one.ends ?? '9999-12-31'
  return clean(a.channel) === clean(b.channel) && samePeople && a.stages.some((s) => b.stages.includes(s)) && a.starts <= end(b) && b.starts <= end(a)
}

const namesOf = (found: ReturnType<typeof findRedundant>) => found.map(({ a, b }) => [a, b].sort().join(' ')).sort()

describe('campaigns that say the same to the same people', () => {
  it('are all found, none twice, none with itself', () => {
    fc.assert(fc.property(many, (all) => {
      const pairs = all.flatMap((a, i) => all.slice(i + 1).filter((b) => speakTogether(a, b)).map((b) => [a.id, b.id].sort().join(' ')))
      expect(namesOf(findRedundant(all))).toEqual(pairs.sort())
    }))
  })

  it('are the same ones in whatever order the campaigns come', () => {
    fc.assert(fc.property(many, (all) => {
      expect(findRedundant([...all].reverse())).toEqual(findRedundant(all))
    }))
  })

  it('meet on days that both of them have, at stages that both of them have', () => {
    fc.assert(fc.property(many, (all) => {
      const of = (id: string) => all.find((one) => one.id === id)
      for (const { a, b, from, to, stages } of findRedundant(all)) {
        const [one, two] = [of(a), of(b)]
        expect(from).toBe([one?.starts ?? '', two?.starts ?? ''].sort()[1])
        const ends = [one?.ends, two?.ends].flatMap((end) => end ?? []).sort()
        expect(to).toBe(ends[0] ?? null)
        expect(stages).toEqual(one?.stages.filter((stage) => two?.stages.includes(stage)))
      }
    }))
  })

  it('name the narrower of both audiences', () => {
    const base = { channel: 'email', stages: ['a'], starts: '2026-11-01', ends: null, audience: null }
    const [found] = findRedundant([{ ...base, id: '1', persona: null }, { ...base, id: '2', persona: 'pros' }])
    expect(found).toMatchObject({ a: '1', b: '2', persona: 'pros', audience: null })
  })
})
