import { expect, test } from 'vitest'
import { Definition, type Question } from '#lib/surveys/definition'
import { INSTRUMENTS } from '#lib/widget/scale'
import { listQuery, readListFilter } from '../../app/w/[workspace]/surveys/_list/address'
import { blanks } from '../../app/w/[workspace]/surveys/[survey]/_editor/blanks'
import { cleaned, isSame } from '../../app/w/[workspace]/surveys/[survey]/_editor/cleaned'
import { addQuestion, type Draft, editQuestion, moveQuestion, putBack, redefine, takeOut } from '../../app/w/[workspace]/surveys/[survey]/_editor/draft'
import { draftFaults, refusedFaults } from '../../app/w/[workspace]/surveys/[survey]/_editor/faults'
import { english } from '../factory/words'
import { definition, QUESTIONS } from '../factory/world'

const t = english('questions')

const draft = (): Draft => ({ name: 'After checkout', touchpoint: 'pay', definition: definition() })
const ids = (d: Draft) => d.definition.questions.map(({ id }) => id)
const ready = blanks('Fernway')
const nps = QUESTIONS[0] as Question

test('every ready question of every kind can be published', () => {
  for (const instrument of INSTRUMENTS) {
    expect(ready[instrument].length).toBeGreaterThan(0)
    for (const { question } of ready[instrument]) {
      const { draft: longer } = addQuestion(draft(), question)
      expect(Definition.parse(cleaned(longer).definition).questions.at(-1)).toMatchObject({ instrument, required: false })
    }
  }
})

test('a second question of a kind gets an id of its own, so that answers never mix', () => {
  const once = addQuestion(draft(), { ...nps, id: 'recommend' })
  const twice = addQuestion(once.draft, nps)
  expect([once.id, twice.id]).toEqual(['recommend-2', 'recommend-3'])
  expect(new Set(ids(twice.draft)).size).toBe(7)
})

test('a question moves to the place of another, and an unknown one moves nowhere', () => {
  expect(ids(moveQuestion(draft(), 'why', 'recommend'))).toEqual(['why', 'recommend', 'happy', 'easy', 'felt'])
  expect(ids(moveQuestion(draft(), 'recommend', 'easy'))).toEqual(['happy', 'easy', 'recommend', 'felt', 'why'])
  expect(ids(moveQuestion(draft(), 'recommend', 'gone'))).toEqual(ids(draft()))
})

const removed = (d: Draft, id: string) => {
  const taken = takeOut(d, id)
  if (!taken) throw new Error(`${id} is not asked`)
  return taken
}

test('a removed question comes back where it was, with what it asked and who was asked because of it', () => {
  const before = editQuestion(draft(), 'why', { when: { question: 'happy', from: 1, to: 3 } })
  const { draft: less, removed: happy } = removed(before, 'happy')
  expect(ids(less)).toEqual(['recommend', 'easy', 'felt', 'why'])
  expect(less.definition.questions.at(-1)?.when).toBeUndefined()
  expect(putBack(less, happy)).toEqual(before)
  expect(takeOut(draft(), 'gone')).toBeNull()
})

test('a removed question whose id was taken meanwhile comes back under another, and is followed under it', () => {
  const before = editQuestion(draft(), 'why', { when: { question: 'recommend', to: 6 } })
  const { draft: less, removed: recommend } = removed(before, 'recommend')
  const back = putBack(addQuestion(less, nps).draft, recommend)
  expect(ids(back)[0]).toBe('recommend-2')
  expect(back.definition.questions.find(({ id }) => id === 'why')?.when).toEqual({ question: 'recommend-2', to: 6 })
})

test('an undone change changes the question as it stands by then', () => {
  const edited = editQuestion(editQuestion(draft(), 'why', { text: 'New' }), 'why', (q) => ({ hint: `${q.text}?` }))
  expect(edited.definition.questions.at(-1)).toMatchObject({ text: 'New', hint: 'New?' })
})

test('an empty label is none, while an empty question is a fault that is not saved away', () => {
  const empty = editQuestion(editQuestion(draft(), 'easy', { low: ' ', hint: '' }), 'why', { text: ' ' })
  expect(cleaned(empty).definition.questions[2]).toEqual(draft().definition.questions[2])
  expect(draftFaults(t, cleaned(empty))).toEqual({ 'questions/why/text': 'Write the question.' })
  expect(draftFaults(t, draft())).toEqual({})
})

test('settings that were taken back and words of what is gone are left out, null days and begun languages are kept', () => {
  const messy = redefine(draft(), {
    look: { accent: undefined },
    rules: { event: ' ', recontactDays: null, pages: [{ is: 'exactly', value: '' }], attributes: [{ name: 'plan', is: 'set', value: 'x' }, { name: '', is: 'equals' }] },
    access: { origins: ['', 'https://shop.example'] },
    translations: { de: {}, fr: { title: '', questions: { gone: { text: 'Perdu' }, why: { text: 'Pourquoi ?', options: { none: 'x' } } } } },
    thanks: { title: 'Thanks', text: '', link: { label: '', url: ' ' } },
  })
  const { definition: clean } = cleaned(messy)
  expect(clean).toEqual({
    ...definition(),
    thanks: { title: 'Thanks', text: '' },
    rules: { recontactDays: null, attributes: [{ name: 'plan', is: 'set' }] },
    access: { origins: ['https://shop.example'] },
    translations: { de: {}, fr: { questions: { why: { text: 'Pourquoi ?' } } } },
  })
  expect(Definition.parse(clean)).toEqual(clean)
})

test('each thing that is missing or contradicts itself has a sentence at its field', () => {
  const choice: Question = { id: 'what', instrument: 'choice', text: 'What?', required: false, options: [{ id: 'a', label: ' ' }] }
  const early = { ...nps, id: 'early', when: { question: 'why', chosen: ['x'] } }
  const wrong = redefine({ ...draft(), name: '' }, { questions: [early, choice, ...QUESTIONS], thanks: { title: '', text: '', link: { label: 'Shop', url: '' } }, access: { opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-11-30T23:00:00-01:00' } })
  expect(Object.keys(draftFaults(t, wrong))).toEqual([
    'name', 'thanks/title', 'questions/what/options', 'questions/what/options/a', 'questions/early/when', 'thanks/link/url', 'access/closesAt',
  ])
})

test('what the server refuses is said at the field that it is about', () => {
  const sent = definition([{ id: 'what', instrument: 'choice', text: 'What?', required: true, options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] }])
  const at = (pointer: string, message = 'is wrong') => ({ pointer, code: 'x', message })
  const faults = refusedFaults(
    t,
    [at('/definition/questions/0/options/1/label', 'Too long.'), at('/touchpoint'), at('/definition/thanks/link/url'), at('/definition/questions/0/when/to')],
    sent,
  )
  expect(faults['questions/what/options/b']).toBe('Too long.')
  expect(Object.keys(faults)).toEqual(['questions/what/options/b', 'touchpoint', 'thanks/link/url', 'questions/what/when'])
})

test('a draft that was stored and read back says the same', () => {
  const { questions, ...rest } = definition()
  const turned = { questions: questions.map((q) => Object.fromEntries(Object.entries(q).reverse()) as typeof q), ...rest }
  expect(isSame(definition(), turned)).toBe(true)
  expect(isSame(definition(), definition([...questions].reverse()))).toBe(false)
  expect(isSame(definition(), null)).toBe(false)
})

test('the address of the list keeps what filters, and survives what was typed by hand', () => {
  const filter = readListFilter({ search: ' set ', stage: 'onboarding', journey: '', cursor: ['a', 'b'], other: 'x' })
  expect(listQuery(filter)).toBe('?search=set&stage=onboarding&cursor=a')
  expect(listQuery(readListFilter({ search: 'a\0b', stage: '  ' }))).toBe('')
})
