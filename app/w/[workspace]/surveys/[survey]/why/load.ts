import type { Context } from '#lib/context'
import { whyShown, type Why } from '#lib/people/asking/why'
import { faultsOf } from '#ui/faults'
import { refusalIn } from '../../../../../_refusals/refusal'
import { wordsIn } from '../../../../../_words/catalogue'
import type { Language } from '../../../../../_words/languages'
import { sentenceIn } from '../../../../../_words/sentences'
import { type Asked, readAttributes } from './address'

export type Told = { why: Why } | { faults: Record<string, string> }

const filled = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

/** What the question of an address answers, or what is wrong with it, by field. */
export async function loadWhy(language: Language, ctx: Context, survey: string, { attributes, ...asked }: Asked): Promise<Told> {
  const bag = readAttributes(attributes)
  if (!bag) return { faults: { attributes: wordsIn(language, 'answers.why')('badAttributes') } }
  try {
    return { why: await whyShown(ctx, { survey, ...filled(asked), attributes: bag }, (said) => sentenceIn(language, said)) }
  } catch (error) {
    const refusal = refusalIn(language, error)
    if (refusal.code === 'validation_failed') return { faults: faultsOf(refusal) }
    throw error
  }
}
