import type { Need, Plan, PlannedStage } from '#lib/maps/read-plan'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'

/** What the plan is written with. */
export type PlanWords = { t: Translate<'trends.plan'>; say: Say }

/** Up to ten in letters. */
const inWords = ({ t, say }: PlanWords, n: number): string => t('headline.word', { n: String(n), count: say.number(n) })
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** 1 -> "about 1 day", 130 -> "about 4 months"; nobody plans further than two years. */
export function paceText({ t, say }: PlanWords, days: number): string {
  if (days <= 60) return t('pace.days', { n: days })
  return days <= 730 ? t('pace.months', { n: say.number(days / 30.4) }) : t('pace.years')
}

/** One goal of one stage, ready to draw. `share`: how far it is, 0..1; null where that is hidden. */
export type Goal = { needed: string; share: number | null; state: 'done' | 'missing' | 'hidden'; still: string; pace: string; pointer: string }

export function goalOf(words: PlanWords, { needed, still, days }: Need, n: number | null, pointer: string): Goal {
  const { t, say } = words
  const shared = { needed: say.number(needed), pointer }
  if (n === null || still === null) return { ...shared, share: null, state: 'hidden', still: '', pace: '' }
  const share = needed === 0 ? 1 : Math.min(1, n / needed)
  if (still === 0) return { ...shared, share, state: 'done', still: '', pace: '' }
  return { ...shared, share, state: 'missing', still: say.number(still), pace: days === null ? t('pace.none') : t('pace.at', { pace: paceText(words, days) }) }
}

export type PlanRow = { key: string; name: string; n: string; at: string; isHidden: boolean; isAssumed: boolean; margin: Goal; change: Goal }

export const rowsOf = (words: PlanWords, { stages }: Plan): PlanRow[] =>
  stages.map(({ key, name, n, basis, margin, change }, i) => ({
    key,
    name,
    n: n === null ? '<5' : words.say.number(n),
    at: `/stages/${i}/n`,
    isHidden: n === null,
    isAssumed: basis === 'assumed',
    margin: goalOf(words, margin, n, `/stages/${i}/margin`),
    change: goalOf(words, change, n, `/stages/${i}/change`),
  }))

function mostMissing(words: PlanWords, stages: readonly PlannedStage[], count: string): string | null {
  const [most] = stages.filter(({ margin }) => (margin.still ?? 0) > 0).toSorted((a, b) => (b.margin.still ?? 0) - (a.margin.still ?? 0))
  if (!most) return null
  const { still, days } = most.margin
  const missing = { count, stage: most.name, n: words.say.number(still ?? 0) }
  return days === null ? words.t('headline.missing', missing) : words.t('headline.missingPace', { ...missing, pace: paceText(words, days) })
}

/** `which`: of all stages, or of those that were answered. */
function countText(words: PlanWords, done: number, count: number, which: 'all' | 'answered'): string {
  const { t } = words
  const of = inWords(words, count)
  if (count === 1) return t('headline.one', { which, done: done === 1 ? 'yes' : 'no' })
  if (done === count) return t(count === 2 ? 'headline.both' : 'headline.all', { which, of })
  return done === 0 ? t('headline.none', { which, of }) : upperFirst(t('headline.some', { which, of, n: done, done: inWords(words, done) }))
}

/** Where the plan stands in one sentence: how many stages are narrow enough, and which one lacks the most. */
export function headlineOf(words: PlanWords, { stages, margin }: Plan): string {
  const { t, say } = words
  if (stages.length === 0) return t('headline.empty')
  if (stages.every(({ n }) => n === 0)) {
    const [first] = stages
    const n = first?.margin.needed ?? 0
    return t('headline.nobody', { n, count: say.number(n), margin })
  }
  // Where a measure was never asked nothing is missing; the rows say what it would take.
  const asked = stages.filter(({ n }) => n !== 0)
  const done = asked.filter((stage) => stage.margin.still === 0).length
  const count = countText(words, done, asked.length, asked.length === stages.length ? 'all' : 'answered')
  if (done === asked.length) return t('headline.end', { count })
  return mostMissing(words, asked, count) ?? t('headline.hidden', { count })
}
