import { expect, test } from 'vitest'
import { welch } from '#lib/stats/compare/welch'
import { expectClose } from '../close'
import { sumsOf, sumsOfPublished } from './sums'

test('two fleets of cars differ as NIST says', () => {
  // NIST/SEMATECH e-Handbook 1.3.5.3, AUTO83B.DAT: T = -12.94627 with 136.8750 degrees of freedom.
  const result = welch(sumsOfPublished(249, 20.14458, 6.4147), sumsOfPublished(79, 30.48101, 6.10771))
  expect(result?.t).toBeCloseTo(-12.94627, 5)
  expect(result?.df).toBeCloseTo(136.875, 3)
  expect(result?.value).toBeCloseTo(-1033.643, 9)
})

test('hours of sleep under two drugs, taken as two groups, give the numbers of R', () => {
  // Student 1908; R's t.test(extra ~ group, data = sleep): t -1.8608, df 17.776, p .07939, interval -3.3654832 to 0.2054832.
  const result = welch(sumsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]), sumsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]))
  expectClose(result?.t, -1.8608134674868526)
  expectClose(result?.df, 17.776473516178488)
  expectClose(result?.p, 0.0793941401873583)
  expectClose(result?.low, -336.54832307117104)
  expectClose(result?.high, 20.548323071171137)
})

test('two handfuls of responses give the numbers of scipy', () => {
  // scipy 1.17.1, ttest_ind(equal_var=False).
  const result = welch(sumsOf([0.9, -5 / 9, 0.5, 0.25, 0.4]), sumsOf([-5 / 12, 0.9, 2 / 3, -1]))
  expectClose(result?.t, 0.5135225977096927)
  expectClose(result?.df, 4.660973876490517)
  expectClose(result?.p, 0.6309857291954302)
  expectClose(result?.low, -107.62175754714296)
})

test('the other way round it is the same difference with the other sign', () => {
  const [a, b] = [sumsOf([0.9, 0.5, 0.2, 0.1]), sumsOf([-0.3, 0.4, 0.2])]
  const there = welch(a, b)
  const back = welch(b, a)
  expectClose(back?.value, -Number(there?.value))
  expectClose(back?.low, -Number(there?.high))
  expectClose(back?.p, Number(there?.p))
})

test('one answer, or nobody who differs, has no error to measure by', () => {
  expect(welch(sumsOf([0.5]), sumsOf([0.1, 0.2]))).toBeNull()
  expect(welch(sumsOf([]), sumsOf([0.1, 0.2]))).toBeNull()
  expect(welch(sumsOf([0.9, 0.9, 0.9]), sumsOf([0.1, 0.1, 0.1]))).toBeNull()
})

test('one group of equals beside a varied one has the degrees of freedom of the varied one', () => {
  expectClose(welch(sumsOf([0.9, 0.9, 0.9]), sumsOf([0.1, 0.2, 0.4, 0.5]))?.df, 3)
})
