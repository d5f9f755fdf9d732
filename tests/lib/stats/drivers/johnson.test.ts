import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCase, correlationsOf, emptyCrossSums, mergeCrossSums } from '#lib/stats/drivers/complete'
import { symmetricEigen } from '#lib/stats/drivers/eigen'
import { relativeWeights } from '#lib/stats/drivers/johnson'
import { expectClose } from '../close'

const CORRELATIONS = [[1, 0.3, 0.4, 0.1], [0.3, 1, 0.65, 0.2], [0.4, 0.65, 1, -0.15], [0.1, 0.2, -0.15, 1]]
const WITH_OUTCOME = [0.5, 0.45, 0.55, 0.05]

const people: [number, number, number, number][] = [
  [9, 3, 1, 9], [4, 8, 2, 7], [7, 7, 3, 8], [2, 1, 9, 1], [6, 2, 4, 5], [8, 9, 5, 10], [1, 4, 8, 2], [5, 5, 5, 6],
]
function sumsOfPeople(rows: readonly [number, number, number, number][]) {
  const sums = emptyCrossSums(3)
  for (const [a, b, c, y] of rows) addCase(sums, [a, b, c], y)
  return sums
}

// Frozen from numpy 2.4.6: d, V = eigh(R); L = V sqrt(d) V'; (L**2) @ solve(L, r)**2, and r @ solve(R, r) for R^2.
test('relative weights are those of an independent computation', () => {
  const { weights = [], r2 } = relativeWeights(CORRELATIONS, WITH_OUTCOME) ?? {}
  for (const [i, w] of [0.15509356104594907, 0.08684178167401731, 0.16149973080171925, 0.005214552091534048].entries()) expectClose(weights[i], w)
  expectClose(r2, 0.40864962561321977)
})

test('uncorrelated predictors weigh their squared correlation', () => {
  const { weights = [], r2 } = relativeWeights([[1, 0], [0, 1]], [0.6, -0.3]) ?? {}
  expectClose(weights[0], 0.36)
  expectClose(weights[1], 0.09)
  expectClose(r2, 0.45)
})

test('complete cases give the correlations and the weights that numpy gives', () => {
  const { n, correlations = [], withOutcome = [] } = correlationsOf(sumsOfPeople(people)) ?? {}
  expect(n).toBe(8)
  expectClose(correlations[0]?.[2], -0.7543689765832456)
  expectClose(withOutcome[1], 0.6758043271233343)
  const { weights = [], r2 } = relativeWeights(correlations, withOutcome) ?? {}
  for (const [i, w] of [0.45299945481287623, 0.26505622220094355, 0.27216683868095515].entries()) expectClose(weights[i], w)
  expectClose(r2, 0.990222515694775)
})

test('weights are never negative and add up to R squared, whatever the sample', () => {
  const row = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 10 }))
  fc.assert(fc.property(fc.array(row, { minLength: 8, maxLength: 40 }), (rows) => {
    const seen = correlationsOf(sumsOfPeople(rows))
    const { weights, r2 } = (seen && relativeWeights(seen.correlations, seen.withOutcome)) ?? { weights: [], r2: 0 }
    expect(weights.every((w) => w >= 0)).toBe(true)
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(r2, 9)
    expect(r2).toBeLessThanOrEqual(1 + 1e-9)
  }))
})

test('predictors that follow from each other, impossible correlations and none at all weigh nothing', () => {
  expect(relativeWeights([[1, 1], [1, 1]], [0.5, 0.5])).toBeNull()
  expect(relativeWeights([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], [0.5, 0.5, 0.5])).toBeNull()
  expect(relativeWeights([[1, 0], [0, 1]], [0.9, 0.9])).toBeNull()
  expect(relativeWeights([], [])).toBeNull()
})

test('cross sums merge to those of everybody', () => {
  expect(mergeCrossSums(sumsOfPeople(people.slice(0, 3)), sumsOfPeople(people.slice(3)))).toEqual(sumsOfPeople(people))
  expect(() => mergeCrossSums(emptyCrossSums(2), emptyCrossSums(3))).toThrow(RangeError)
})

test('who lacks one stage or the outcome is no complete case', () => {
  const sums = sumsOfPeople(people)
  addCase(sums, [1, null, 2], 5)
  addCase(sums, [1, 2, 3], null)
  expect(sums).toEqual(sumsOfPeople(people))
})

test('a stage that everybody rates alike is left out, and an outcome without variance has no correlations', () => {
  const alike = sumsOfPeople(people.map(([a, , c, y]) => [a, 4, c, y]))
  expect(correlationsOf(alike)?.kept).toEqual([0, 2])
  expect(correlationsOf(alike)?.correlations).toHaveLength(2)
  expect(correlationsOf(sumsOfPeople(people.map(([a, b, c]) => [a, b, c, 1])))).toBeNull()
  expect(correlationsOf(emptyCrossSums(3))).toBeNull()
})

test('eigenvalues are those of numpy, and the vectors turn the matrix into them', () => {
  const { values, vectors } = symmetricEigen(CORRELATIONS)
  const order = values.toSorted((a, b) => a - b)
  for (const [i, v] of [0.25057440637672307, 0.7403612483049454, 1.085101861555953, 1.9239624837623779].entries()) expectClose(order[i], v)
  const rebuilt = vectors.map((row) => vectors.map((other) => values.reduce((sum, value, k) => sum + value * (row[k] ?? 0) * (other[k] ?? 0), 0)))
  for (const [i, row] of CORRELATIONS.entries()) for (const [j, x] of row.entries()) expect(rebuilt[i]?.[j]).toBeCloseTo(x, 12)
})
