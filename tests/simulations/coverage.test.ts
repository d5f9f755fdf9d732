import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { coverage } from './coverage'

let table: ReturnType<typeof coverage>
beforeAll(() => {
  table = coverage()
})

test('five populations at five sizes, twenty thousand draws each', () => {
  expect([table.draws, table.rows.length]).toEqual([20_000, 25])
  expect([...new Set(table.rows.map(({ n }) => n))]).toEqual([5, 10, 30, 100, 300])
})

test('the index interval of five answers holds the truth in 87 percent or more', () => {
  for (const { n, index } of table.rows) if (n === 5) expect(index).toBeGreaterThanOrEqual(0.87)
})

test('that of ten to three hundred answers does in 90 to 97.5 percent', () => {
  for (const { n, index } of table.rows.filter((row) => row.n >= 10)) {
    expect(index, `n ${n}`).toBeGreaterThanOrEqual(0.9)
    expect(index, `n ${n}`).toBeLessThanOrEqual(0.975)
  }
})

test('the interval of NPS keeps the same bounds', () => {
  const nps = table.rows.filter(({ metric }) => metric === 'nps')
  expect(nps.length).toBe(5)
  for (const { score } of nps) {
    expect(score).toBeGreaterThanOrEqual(0.9)
    expect(score).toBeLessThanOrEqual(0.975)
  }
})

// Wilson's coverage swings with the few shares that n answers can have (Brown, Cai & DasGupta 2001, Statistical Science 16).
test("Wilson's swings from 85 to 99 percent and is 95 on average", () => {
  const wilson = table.rows.filter(({ metric }) => metric !== 'nps').map(({ score }) => score)
  for (const score of wilson) expect(Math.abs(score - 0.92)).toBeLessThan(0.07)
  expect(wilson.reduce((sum, score) => sum + score, 0) / wilson.length).toBeCloseTo(0.95, 2)
})

// Of five answers at a true share of .97 only "all five" has an interval that reaches .97: .97^5 = .85873.
test('the draws agree with what can be computed', () => {
  const extreme = table.rows.find(({ counts, n }) => n === 5 && counts[0] === 0)
  expect(Math.abs(Number(extreme?.score) - 0.97 ** 5)).toBeLessThan(4 * Math.sqrt((0.86 * 0.14) / table.draws))
})

test('the help page shows this table', () => {
  const shown = readFileSync(new URL('../../app/help/numbers/coverage.json', import.meta.url), 'utf8')
  expect(JSON.parse(shown)).toEqual(table)
})
