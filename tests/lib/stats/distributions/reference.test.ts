import { expect, test } from 'vitest'
import * as beta from '#lib/stats/distributions/beta'
import * as chiSquare from '#lib/stats/distributions/chi-square'
import * as normal from '#lib/stats/distributions/normal'
import * as student from '#lib/stats/distributions/student'
import reference from './reference.json'

const functions = new Map<string, unknown>(Object.entries({ ...normal, ...chiSquare, ...student, ...beta }))

function answer(name: string, args: readonly number[]): number {
  const found = functions.get(name)
  if (typeof found !== 'function') throw new Error(`${name} is not there`)
  return Number(found(...args))
}

const rows = reference as [string, number[], number][]

test('all 200 tails and quantiles agree with mpmath to ten digits', () => {
  const errors = rows.map(([name, args, expected]) => ({
    row: `${name}(${args.join(', ')})`,
    error: Math.abs(answer(name, args) / expected - 1),
  }))
  expect(rows).toHaveLength(200)
  expect(errors.filter(({ error }) => !(error <= 1e-10))).toEqual([])
})

test('the table spreads over every function and far into the tails', () => {
  const names = new Set(rows.map(([name]) => name))
  expect(names.size).toBe(12)
  expect(rows.filter(([, , expected]) => Math.abs(expected) < 1e-20).length).toBeGreaterThan(20)
})
