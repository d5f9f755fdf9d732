import type { Context } from '#lib/context'
import { toProblem } from '#lib/http/problem'
import { whyShown, type Why } from '#lib/people/asking/why'
import { faultsOf } from '#ui/faults'
import { type Asked, readAttributes } from './address'

export type Told = { why: Why } | { faults: Record<string, string> }

const filled = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

/** What the question of an address answers, or what is wrong with it, by field. */
export async function loadWhy(ctx: Context, survey: string, { attributes, ...asked }: Asked): Promise<Told> {
  const bag = readAttributes(attributes)
  if (!bag) return { faults: { attributes: 'Write one attribute a line, such as plan = pro.' } }
  try {
    return { why: await whyShown(ctx, { survey, ...filled(asked), attributes: bag }) }
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'validation_failed') return { faults: faultsOf(problem) }
    throw error
  }
}
