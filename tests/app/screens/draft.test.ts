import { expect, test } from 'vitest'
import { emptyBook, type MapDocument } from '#lib/journeys/document/schema'
import { type Draft, type DraftCell, foldDraft } from '#lib/journeys/draft/definition'
import { wordsIn } from '../../../app/_words/catalogue'
import { changesOf, takenBack } from '../../../app/w/[workspace]/journeys/[journey]/edit/_draft/changes'
import { didChange, type Entry, NOTHING_DONE, tookBack } from '../../../app/w/[workspace]/journeys/[journey]/edit/_draft/history'
import { indexAfter, indexAt, partOf, yOf } from '../../../app/w/[workspace]/journeys/[journey]/edit/_write/curve'
import { ENGLISH, GERMAN, german } from '../../factory/words'

const words = { t: wordsIn('en', 'editor'), say: ENGLISH }

const PUBLISHED: MapDocument = {
  name: 'Shop',
  stages: [{ key: 'find', name: 'Find' }, { key: 'buy', name: 'Buy' }],
  touchpoints: [
    { key: 'search', stage: 'find', name: 'Search', channel: null },
    { key: 'basket', stage: 'buy', name: 'Basket', channel: 'web' },
  ],
  lanes: { ...emptyBook(), owner: { stage: { find: { name: 'Mara Lind' } }, touchpoint: {} } },
}

const draftOf = (...changes: [string, unknown][]): Draft => {
  const cells = changes.map(([cell, value], i): DraftCell => ({ cell, value, revision: i + 1, at: '2026-11-22T10:00:00.000Z', by: 'Mara Lind' }))
  const revisions = Object.fromEntries(cells.map(({ cell, revision }) => [cell, revision]))
  return { journey: 'shop', version: 1, revision: cells.length, published: PUBLISHED, document: foldDraft(PUBLISHED, cells), cells, revisions, shelf: [], archived: [] }
}

const told = (draft: Draft) => changesOf(words, draft).map(({ subject, field, before, after }) => [subject, field, before, after])

test('a change is told with what was there and what is there now, the newest first', () => {
  const draft = draftOf(['stage/buy/name', 'Order'], ['lane/owner/stage/find', null], ['touchpoint/basket/channel', null], ['lane/target/stage/find', { emotion: 20, csat: 80 }])
  expect(told(draft)).toEqual([
    ['Find', 'Targets', null, 'Emotion +20, CSAT 80\u00a0%'],
    ['Basket', 'Channel', 'web', null],
    ['Find', 'Owner', 'Mara Lind', null],
    ['Order', 'Name', 'Buy', 'Order'],
  ])
})

test('a change is told in German to whoever reads German', () => {
  const draft = draftOf(['lane/target/stage/find', { emotion: 20, csat: 80 }], ['lane/assumed/stage/buy', { index: -35 }])
  const [assumed, target] = changesOf({ t: german('editor'), say: GERMAN }, draft)
  expect([assumed?.after, target?.field, target?.after]).toEqual(['−35', 'Ziele', 'Emotion +20, CSAT 80\u00a0%'])
})

test('what belongs together is one change: a new stage with its name, a move with its place', () => {
  const draft = draftOf(
    ['stage/use/state', 'live'], ['stage/use/name', 'Use'], ['touchpoint/basket/stage', 'find'], ['order/find', ['basket', 'search']],
    ['touchpoint/help/state', 'live'], ['touchpoint/help/name', 'Help'], ['touchpoint/help/stage', 'use'], ['touchpoint/help/channel', null],
  )
  expect(told(draft)).toEqual([
    ['Help', 'added', null, 'in Use'],
    ['Basket', 'Stage', 'Buy', 'Find'],
    ['Use', 'added', null, null],
  ])
  expect(changesOf(words, draft).map(({ cells }) => cells.length)).toEqual([4, 2, 2])
})

test('every cell of a draft belongs to exactly one change', () => {
  const draft = draftOf(
    ['name', 'Store'], ['order', ['buy', 'find']], ['stage/buy/state', 'archived'], ['touchpoint/basket/stage', 'find'], ['order/find', ['search', 'basket']],
    ['touchpoint/a/state', 'live'], ['touchpoint/a/name', 'A'], ['touchpoint/a/stage', 'find'], ['lane/moment/touchpoint/a', true],
    ['order/buy', ['use.overall']], ['touchpoint/use.overall/name', 'Use: overall'], ['touchpoint/use.overall/stage', 'buy'], ['touchpoint/use.overall/state', 'live'],
  )
  expect(changesOf(words, draft).flatMap(({ cells }) => cells).sort()).toEqual(draft.cells.map(({ cell }) => cell).sort())
})

test('taking a change back writes what is published, and says which revision was seen', () => {
  const draft = draftOf(['lane/owner/stage/find', { name: 'Jonas' }], ['touchpoint/basket/channel', 'app'], ['stage/buy/name', 'Order'])
  expect(changesOf(words, draft).flatMap((item) => takenBack(draft, item))).toEqual([
    { cell: 'stage/buy/name', value: null, seen: 3 },
    { cell: 'touchpoint/basket/channel', value: 'web', seen: 2 },
    { cell: 'lane/owner/stage/find', value: { name: 'Mara Lind' }, seen: 1 },
  ])
})

const entry = (revision: number, from: number): Entry => ({ changes: [{ cell: 'name', value: `as of ${from}`, revision }], from: { name: from } })

test('two steps back and two forth meet the revisions that those steps made', () => {
  const [first, second] = [entry(1, 0), entry(2, 1)]
  const done = didChange(didChange(NOTHING_DONE, first), second)
  const once = tookBack(done, 'undo', second, entry(3, 2), { name: 3 })
  expect(once.undo.map(({ changes }) => changes[0]?.revision)).toEqual([3])
  const [older] = once.undo
  const twice = tookBack(once, 'undo', older ?? first, entry(4, 3), { name: 4 })
  expect(twice.redo.map(({ changes }) => changes[0]?.revision)).toEqual([3, 4])
  const forth = tookBack(twice, 'redo', twice.redo[1] ?? first, entry(5, 4), { name: 5 })
  expect(forth.redo.map(({ changes }) => changes[0]?.revision)).toEqual([5])
  expect(forth.undo.map(({ changes }) => changes[0]?.revision)).toEqual([5])
})

test("a step back does not go over somebody else's change that came between one's own", () => {
  // Revision 2 is somebody else's: it was seen, and changed once more.
  const [first, second] = [entry(1, 0), entry(3, 2)]
  const once = tookBack(didChange(didChange(NOTHING_DONE, first), second), 'undo', second, entry(4, 3), { name: 4 })
  expect(once.undo.map(({ changes }) => changes[0]?.revision)).toEqual([1])
})

test('what changed nothing is nothing to take back', () => {
  expect(didChange(NOTHING_DONE, { changes: [], from: {} })).toBe(NOTHING_DONE)
})

test('a point stands where it was put, and keys stop at the ends of the axis', () => {
  for (const index of [-100, -37, 0, 1, 100]) expect(indexAt(yOf(index))).toBe(index)
  expect([indexAt(-500), indexAt(5000)]).toEqual([100, -100])
  expect([indexAfter('ArrowUp', 99, true), indexAfter('ArrowDown', 0, false), indexAfter('PageDown', -95, false), indexAfter('a', 0, false)]).toEqual([100, -1, -100, null])
  expect(partOf(0, null, null)).toBe('')
  expect(partOf(0, null, 100)).toBe(`M50 ${yOf(0)}L100 ${yOf(50)}`)
})
