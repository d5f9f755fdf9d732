import { expect } from 'vitest'

/** Equal to a relative tolerance of 1e-9, the one of METRICS 8. */
export function expectClose(actual: number | null | undefined, expected: number) {
  expect(actual).toBeTypeOf('number')
  expect(Math.abs(Number(actual) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(1e-9 * Math.abs(expected))
}
