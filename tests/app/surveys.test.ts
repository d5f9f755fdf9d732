import { expect, test } from 'vitest'
import { Definition } from '#lib/surveys/definition'
import { listQuery, readListFilter } from '../../app/w/[workspace]/surveys/_list/address'
import { blanks } from '../../app/w/[workspace]/surveys/[survey]/_editor/blanks'
import { addQuestion, cleaned, type Draft, draftFaults, editQuestion, isSame, moveQuestion, putBack, removeQuestion } from '../../app/w/[workspace]/surveys/[survey]/_editor/draft'
import { definition } from '../factory/world'

const draft = (): Draft => ({ name: 'After checkout', touchpoint: 'pay', definition: definition() })
const ids = (d: Draft) => d.definition.questions.map(({ id }) => id)
const blank = blanks('Fernway')

test('every kind of question has a ready one that can be published', () => {
  for (const instrument of ['nps', 'csat', 'ces', 'sentiment', 'comment'] as const) {
    const { draft: longer } = addQuestion(draft(), blank[instrument])
    expect(Definition.parse(cleaned(longer).definition).questions.at(-1)).toMatchObject({ instrument, required: false })
  }
})

test('a second question of a kind gets an id of its own, so that answers never mix', () => {
  const once = addQuestion(draft(), blank.nps)
  const twice = addQuestion(once.draft, blank.nps)
  expect([once.id, twice.id]).toEqual(['recommend-2', 'recommend-3'])
  expect(new Set(ids(twice.draft)).size).toBe(7)
})

test('a question moves to the place of another, and an unknown one moves nowhere', () => {
  expect(ids(moveQuestion(draft(), 'why', 'recommend'))).toEqual(['why', 'recommend', 'happy', 'easy', 'felt'])
  expect(ids(moveQuestion(draft(), 'recommend', 'easy'))).toEqual(['happy', 'easy', 'recommend', 'felt', 'why'])
  expect(ids(moveQuestion(draft(), 'recommend', 'gone'))).toEqual(ids(draft()))
})

test('a removed question comes back where it was, with what it asked', () => {
  const removed = draft().definition.questions[1]
  const less = removeQuestion(draft(), 'happy')
  expect(ids(less)).toEqual(['recommend', 'easy', 'felt', 'why'])
  expect(removed && putBack(less, removed, 1)).toEqual(draft())
})

test('a removed question whose id was taken meanwhile comes back under another', () => {
  const removed = draft().definition.questions[0]
  const { draft: other } = addQuestion(removeQuestion(draft(), 'recommend'), blank.nps)
  expect(removed && ids(putBack(other, removed, 0))[0]).toBe('recommend-2')
})

test('an empty label is none, while an empty question is a fault that is not saved away', () => {
  const empty = editQuestion(editQuestion(draft(), 'easy', { low: ' ', hint: '' }), 'why', { text: ' ' })
  expect(cleaned(empty).definition.questions[2]).toEqual(draft().definition.questions[2])
  expect(draftFaults(cleaned(empty))).toEqual({ 'questions/why': 'Write the question.' })
  expect(draftFaults(draft())).toEqual({})
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
