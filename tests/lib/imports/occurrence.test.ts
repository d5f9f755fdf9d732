import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Lane } from '#lib/imports/lane'
import { Occurrences } from '#lib/imports/occurrence'

it('Equal rows are numbered in the order in which they come, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3_000 }), { minLength: 2_000, maxLength: 6_000 }), (contents) => {
      const [occurrences, counts] = [new Occurrences(), new Map<number, number>()]
      return contents.every((content) => {
        const count = (counts.get(content) ?? 0) + 1
        counts.set(content, count)
        return occurrences.next(`row ${content}`) === count
      })
    }),
    { numRuns: 20 },
  )
})

it('A lane runs as much at once as it may and hands on the first failure', async () => {
  const lane = new Lane(3)
  let [now, most] = [0, 0]
  const work = async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    now--
  }
  for (let i = 0; i < 20; i++) await lane.run(work)
  await lane.empty()
  expect([most, now]).toEqual([3, 0])
  await lane.run(() => Promise.reject(new Error('no disk')))
  await expect(lane.empty()).rejects.toThrow('no disk')
})
