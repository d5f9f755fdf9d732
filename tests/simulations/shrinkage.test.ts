import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { shrinkage } from './shrinkage'

let table: ReturnType<typeof shrinkage>
beforeAll(() => {
  table = shrinkage()
})

test('three kinds of journeys by four sizes of cells, four thousand runs each', () => {
  expect([table.runs, table.rows.length]).toEqual([4000, 12])
  expect([...new Set(table.rows.map(({ n }) => n))]).toEqual([5, 10, 30, 100])
})

// The variance of a share of n answers is E[p(1-p)]/n = (.3 * .7 - spread^2)/n.
test('the raw share is as wrong as chance makes it', () => {
  for (const { raw, n, share, spread } of table.rows) {
    const expected = (share * (1 - share) - spread ** 2) / n
    expect(Math.abs(raw / expected - 1)).toBeLessThan(0.06)
  }
})

test('drawn to its journey a share is nearer to the truth, in cells of every size and journeys of every kind', () => {
  for (const { gainFixed, gainEmpirical } of table.rows) {
    expect(gainFixed).toBeGreaterThan(0.05)
    expect(gainEmpirical).toBeGreaterThan(0.01)
  }
})

test('the fewer the answers the greater the gain: more than half of the error at five, less than a fifth at a hundred', () => {
  for (const { n, gainFixed, gainEmpirical } of table.rows) {
    if (n === 5) expect(Math.min(gainFixed, gainEmpirical)).toBeGreaterThan(0.55)
    if (n === 100) expect(Math.max(gainFixed, gainEmpirical)).toBeLessThan(0.2)
  }
})

test('empirical Bayes pays where the cells are alike, and costs little where they are not', () => {
  for (const { spread, gainFixed, gainEmpirical } of table.rows) {
    if (spread < 0.06) expect(gainEmpirical).toBeGreaterThan(gainFixed + 0.05)
    else expect(gainFixed - gainEmpirical).toBeLessThan(0.1)
  }
})

test('the help page shows this table', () => {
  const shown = readFileSync(new URL('../../app/help/numbers/shrinkage.json', import.meta.url), 'utf8')
  expect(JSON.parse(shown)).toEqual(table)
})
