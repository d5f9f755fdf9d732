import { expect, it } from 'vitest'
import { z } from 'zod'
import { toProblem } from '#lib/http/problem'

it('what a rule says ends in one full stop, whether or not the rule has written it', () => {
  const rules = z.strictObject({ names: z.array(z.string()).max(1, 'Name one.'), day: z.string().max(1, 'is too long') })
  const { error } = rules.safeParse({ names: ['a', 'b'], day: 'xx' })
  expect(toProblem(error).errors.map(({ message }) => message)).toEqual(['names: Name one.', 'day: is too long.'])
})
