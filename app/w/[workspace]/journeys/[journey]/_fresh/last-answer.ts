import type { Freshness } from '#lib/maps/freshness/types'
import type { Translate } from '../../../../../_words/translate'

type Words = Translate<'shares.fresh'>

const daysAt = ({ stages }: Freshness, stage: string) => stages.find((one) => one.stage === stage)?.days ?? null

/** When the last answer of a stage came, in whatever period: "today", "12 days ago", "never". */
export function lastAnswer(t: Words, freshness: Freshness, stage: string): string {
  const days = daysAt(freshness, stage)
  return days === null ? t('never') : t('ago', { days })
}

/** The same as a sentence. */
export const lastAnswerSays = (t: Words, freshness: Freshness, stage: string): string =>
  daysAt(freshness, stage) === null ? t('noneYet') : t('says', { when: lastAnswer(t, freshness, stage) })
