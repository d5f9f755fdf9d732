import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Row, rowSpace } from '#lib/stats/suppress/row-space'

const rowOf = (...unknowns: number[]): Row => new Map(unknowns.map((unknown) => [unknown, 1]))

test('a sum follows from the rows that it names, and one of its parts does not', () => {
  const space = rowSpace([rowOf(0, 1, 2), rowOf(2)])
  expect(space.yielding([0, 1])).toEqual([0, 1])
  expect(space.yielding([0])).toBeNull()
  expect(space.yielding([7])).toBeNull()
  expect(rowSpace([]).yielding([0])).toBeNull()
})

test('three sums of pairs tell each of three unknowns, though only by halves', () => {
  const pairs = [rowOf(0, 1), rowOf(1, 2), rowOf(0, 2)]
  expect([0, 1, 2].map((unknown) => rowSpace(pairs).yielding([unknown]))).toEqual([[0, 1, 2], [0, 1, 2], [0, 1, 2]])
  expect(rowSpace(pairs.slice(1)).yielding([0])).toBeNull()
})

test('in a table of two by two the corner follows from no total, but from totals and its neighbours', () => {
  const totals = [rowOf(0, 1), rowOf(2, 3), rowOf(0, 2), rowOf(1, 3)]
  expect(rowSpace(totals).yielding([0])).toBeNull()
  expect(rowSpace([...totals, rowOf(3)]).yielding([0])?.length).toBe(3)
})

test('coefficients that would no longer be exact are refused instead of rounded', () => {
  const steep = Array.from({ length: 40 }, (_, i): Row => new Map([[i, 3], [i + 1, 7]]))
  expect(() => rowSpace([...steep, new Map([[0, 2], [40, 5]])])).toThrow(RangeError)
})

test('whatever is put together from rows follows from them, and mayFollow never denies it', () => {
  const anyRows = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  fc.assert(fc.property(anyRows, fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 8, maxLength: 8 }), (unknowns, times) => {
    const sum = Array.from({ length: 10 }, (_, u) => unknowns.reduce((c, row, i) => c + (row.includes(u) ? (times[i] ?? 0) : 0), 0))
    fc.pre(sum.every((c) => c === 0 || c === 1) && sum.includes(1))
    const space = rowSpace(unknowns.map((row) => rowOf(...row)))
    const asked = sum.flatMap((c, u) => (c === 1 ? [u] : []))
    expect(space.mayFollow(asked)).toBe(true)
    expect(space.yielding(asked)?.length).toBeGreaterThan(0)
  }))
})
