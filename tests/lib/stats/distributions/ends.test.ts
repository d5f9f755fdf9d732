import { expect, test } from 'vitest'
import { betaCdf, betaQuantile, betaTail } from '#lib/stats/distributions/beta'
import { chiSquareCdf, chiSquareQuantile, chiSquareTail } from '#lib/stats/distributions/chi-square'
import { gammaLower, gammaUpperQuantile, logGamma } from '#lib/stats/distributions/gamma'
import { studentQuantile, studentTail } from '#lib/stats/distributions/student'
import { expectClose } from '../close'

test('nobody and everybody stand at the ends of the support', () => {
  expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity])
  expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3)]).toEqual([-Infinity, 0, Infinity])
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
  expect([chiSquareCdf(0, 3), chiSquareTail(0, 3), chiSquareTail(Infinity, 3)]).toEqual([0, 1, 0])
  expect([betaCdf(0, 2, 3), betaTail(0, 2, 3), betaCdf(1, 2, 3), betaTail(1, 2, 3)]).toEqual([0, 1, 1, 0])
  expect([studentTail(-Infinity, 3), studentTail(0, 3), studentTail(Infinity, 3)]).toEqual([1, 0.5, 0])
})

test('what is smaller than any double is 0 and what is larger is infinite', () => {
  expect(betaQuantile(1e-100, 0.1, 2)).toBe(0)
  expect(chiSquareQuantile(1e-100, 0.1)).toBe(0)
  expect(studentQuantile(1e-100, 0.1)).toBe(-Infinity)
  expect(chiSquareTail(1e6, 3)).toBe(0)
})

test.each([Number.NaN, -0.1, 1.1, Infinity])('%f is no share', (p) => {
  expect(() => chiSquareQuantile(p, 3)).toThrow(RangeError)
  expect(() => studentQuantile(p, 3)).toThrow(RangeError)
  expect(() => betaQuantile(p, 2, 3)).toThrow(RangeError)
  expect(() => gammaUpperQuantile(p, 2)).toThrow(RangeError)
})

test.each([Number.NaN, -1, 0, Infinity])('%f is no shape', (shape) => {
  expect(() => chiSquareTail(1, shape)).toThrow(RangeError)
  expect(() => studentTail(1, shape)).toThrow(RangeError)
  expect(() => betaCdf(0.5, shape, 1)).toThrow(RangeError)
  expect(() => betaCdf(0.5, 1, shape)).toThrow(RangeError)
  expect(() => logGamma(shape)).toThrow(RangeError)
})

test('a point outside the support is refused', () => {
  expect(() => chiSquareCdf(-1e-9, 3)).toThrow(RangeError)
  expect(() => gammaLower(2, Number.NaN)).toThrow(RangeError)
  for (const x of [-1e-9, 1 + 1e-9, Number.NaN]) expect(() => betaCdf(x, 2, 3)).toThrow(RangeError)
  expect(() => studentTail(Number.NaN, 3)).toThrow(RangeError)
})

test('the gamma function has its factorials and its root of pi', () => {
  expectClose(logGamma(11), Math.log(3628800))
  expectClose(logGamma(0.5), Math.log(Math.PI) / 2)
  expect(logGamma(1)).toBeCloseTo(0, 14)
})
