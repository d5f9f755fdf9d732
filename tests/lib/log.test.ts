import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { errorWords } from '#lib/log'

it('a failed statement is logged by its code and reason, never with the answers that were its parameters', () => {
  const cause = Object.assign(new Error('value too long'), { code: '22001' })
  const words = errorWords(new DrizzleQueryError('insert into answers values ($1)', ['my own words'], cause))
  expect(words).toMatchObject({ message: 'a statement failed', cause: { message: 'value too long', code: '22001' } })
  expect(JSON.stringify(words)).not.toContain('my own words')
})
