import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Board, editsBetween, placeCard, placeStage, type Spot, step, type Way, whereIs } from '../../../app/w/[workspace]/journeys/[journey]/edit/_board/board'

const board = (shape: Record<string, readonly string[]>): Board =>
  Object.entries(shape).map(([key, cards]) => ({ key, name: key, cards: cards.map((card) => ({ key: card, name: card, channel: null })) }))

const shapeOf = (b: Board) => Object.fromEntries(b.map(({ key, cards }) => [key, cards.map((card) => card.key)]))

const SHOP = board({ find: ['search', 'news'], buy: ['basket', 'payment', 'receipt'], use: [] })
const PAYMENT: Spot = { kind: 'touchpoint', key: 'payment' }

test('arrow keys move a touchpoint in its stage and into the next one, and stop at the ends', () => {
  expect(shapeOf(step(SHOP, PAYMENT, 'up')).buy).toEqual(['payment', 'basket', 'receipt'])
  expect(shapeOf(step(SHOP, { kind: 'touchpoint', key: 'basket' }, 'up'))).toEqual(shapeOf(SHOP))
  expect(shapeOf(step(SHOP, PAYMENT, 'left'))).toEqual({ find: ['search', 'payment', 'news'], buy: ['basket', 'receipt'], use: [] })
  expect(shapeOf(step(SHOP, PAYMENT, 'right')).use).toEqual(['payment'])
  expect(shapeOf(step(SHOP, { kind: 'touchpoint', key: 'search' }, 'left'))).toEqual(shapeOf(SHOP))
  expect(whereIs(SHOP, PAYMENT)).toEqual({ name: 'payment', place: 2, of: 3, stage: 'buy' })
})

test('a stage takes its touchpoints along', () => {
  const moved = step(SHOP, { kind: 'stage', key: 'buy' }, 'left')
  expect(moved.map(({ key }) => key)).toEqual(['buy', 'find', 'use'])
  expect(shapeOf(moved).buy).toEqual(['basket', 'payment', 'receipt'])
})

test('what is saved is what has changed, and nothing where it is back in its place', () => {
  expect(editsBetween(SHOP, placeStage(SHOP, 'use', 0), { kind: 'stage', key: 'use' })).toEqual([{ cell: 'order', value: ['use', 'find', 'buy'] }])
  expect(editsBetween(SHOP, placeCard(SHOP, 'payment', 'buy', 0), PAYMENT)).toEqual([{ cell: 'order/buy', value: ['payment', 'basket', 'receipt'] }])
  expect(editsBetween(SHOP, placeCard(SHOP, 'payment', 'find', 9), PAYMENT)).toEqual([
    { cell: 'touchpoint/payment/stage', value: 'find' },
    { cell: 'order/find', value: ['search', 'news', 'payment'] },
  ])
  expect(editsBetween(SHOP, step(step(SHOP, PAYMENT, 'up'), PAYMENT, 'down'), PAYMENT)).toEqual([])
})

test('no walk loses or doubles a touchpoint', () => {
  const ways = fc.array(fc.constantFrom<Way>('up', 'down', 'left', 'right'), { maxLength: 30 })
  const spots = fc.constantFrom<Spot>(PAYMENT, { kind: 'touchpoint', key: 'news' }, { kind: 'stage', key: 'use' })
  fc.assert(
    fc.property(fc.array(fc.tuple(spots, ways), { maxLength: 6 }), (walks) => {
      const end = walks.reduce((b, [spot, walk]) => walk.reduce((at, way) => step(at, spot, way), b), SHOP)
      expect(end.flatMap(({ cards }) => cards.map(({ key }) => key)).sort()).toEqual(['basket', 'news', 'payment', 'receipt', 'search'])
      expect(end.map(({ key }) => key).sort()).toEqual(['buy', 'find', 'use'])
    }),
  )
})
