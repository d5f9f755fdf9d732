import type { Context } from '#lib/context'
import { whyShown, type Why } from '#lib/people/asking/why'
import { faultsOf } from '#ui/faults'
import type { useWords } from '#words'
import { readRefusal, readVoice } from '../../../../../_refusals/refusal'
import { type Asked, readAttributes } from './address'

type Words = ReturnType<typeof useWords<'answers.why'>>

export type Told = { why: Why } | { faults: Record<string, string> }

const filled = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

/** What the question of an address answers, or what is wrong with it, by field. */
export async function loadWhy(t: Words, ctx: Context, survey: string, { attributes, ...asked }: Asked): Promise<Told> {
  const bag = readAttributes(attributes)
  if (!bag) return { faults: { attributes: t('badAttributes') } }
  try {
    return { why: await whyShown(ctx, { survey, ...filled(asked), attributes: bag }, await readVoice()) }
  } catch (error) {
    const refusal = await readRefusal(error)
    if (refusal.code === 'validation_failed') return { faults: faultsOf(refusal) }
    throw error
  }
}
