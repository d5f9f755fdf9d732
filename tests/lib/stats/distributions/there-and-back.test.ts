import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCdf, betaQuantile, betaTail } from '#lib/stats/distributions/beta'
import { chiSquareCdf, chiSquareQuantile, chiSquareTail } from '#lib/stats/distributions/chi-square'
import { normalCdf, normalQuantile, normalTail } from '#lib/stats/distributions/normal'
import { studentCdf, studentQuantile, studentTail } from '#lib/stats/distributions/student'
import { expectClose } from '../close'

/** From 0.5 to 1e6, even over the powers of ten. */
const shape = fc.double({ min: Math.log(0.5), max: Math.log(1e6), noNaN: true }).map(Math.exp)
/** Shares below the middle, even over the powers of ten; below 1e-70 some quantiles are too small to have all digits. */
const small = fc.double({ min: -70, max: Math.log10(0.5), noNaN: true }).map((power) => 10 ** power)
/** Shares above the middle, up to where a double still tells them from 1. */
const large = fc.double({ min: 0.5, max: 1 - 1e-6, noNaN: true })

test('a share below a quantile is the share that it was asked for', () => {
  fc.assert(fc.property(small, shape, shape, (p, a, b) => {
    expectClose(normalCdf(normalQuantile(p)), p)
    expectClose(chiSquareCdf(chiSquareQuantile(p, a), a), p)
    expectClose(studentCdf(studentQuantile(p, a), a), p)
    expectClose(betaCdf(betaQuantile(p, a, b), a, b), p)
  }))
})

test('and so is the tail above it', () => {
  fc.assert(fc.property(large, shape, fc.double({ min: 1, max: 1000, noNaN: true }), (p, a, b) => {
    expectClose(normalTail(normalQuantile(p)), 1 - p)
    expectClose(chiSquareTail(chiSquareQuantile(p, a), a), 1 - p)
    expectClose(studentTail(studentQuantile(p, a), a), 1 - p)
    expect(betaTail(betaQuantile(p, b, b), b, b) / (1 - p)).toBeCloseTo(1, 6)
  }))
})

test('below and above are everybody', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), shape, shape, (x, a, b) => {
    expect(betaCdf(x, a, b) + betaTail(x, a, b)).toBeCloseTo(1, 12)
    expect(chiSquareCdf(3 * x * a, a) + chiSquareTail(3 * x * a, a)).toBeCloseTo(1, 12)
    expect(studentCdf(9 * x, a) + studentTail(9 * x, a)).toBeCloseTo(1, 12)
  }))
})

test('a beta seen from its other end is a beta with its shapes exchanged', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, (step, a, b) => {
    const x = step / 1024
    expectClose(betaTail(x, a, b), betaCdf(1 - x, b, a))
  }))
})

test('whole shapes, where a term of the fraction is nothing over nothing, have their closed forms', () => {
  expectClose(betaCdf(0.2, 1, 3), 1 - 0.8 ** 3)
  expectClose(betaCdf(0.3, 1, 1), 0.3)
  expectClose(studentTail(4.3, 2), 0.5 - 4.3 / (2 * Math.sqrt(2 + 4.3 ** 2)))
  expectClose(studentTail(1, 1), 0.25)
  expectClose(chiSquareTail(7, 2), Math.exp(-3.5))
})

test('at the very mean, which rounding puts on both sides of itself, there is an answer', () => {
  expect(betaQuantile(0.5, 999999.9999049751, 999999.9999634918)).toBeCloseTo(0.5, 10)
})

test('Student with many degrees of freedom is normal', () => {
  expect(studentTail(2, 1e9) / normalTail(2)).toBeCloseTo(1, 7)
})
