import { createHash } from 'node:crypto'
import { sentence, type Sentence } from '#lib/sentence'
import { ACCESS } from './rules/access'
import { HISTORY } from './rules/history'
import { MOMENT } from './rules/moment'
import type { Ask, Candidate, Case, Reason, Rule } from '../types'

/** Every rule, in the order in which they are asked: the first that fails is the reason. */
export const RULES: readonly Rule[] = [...ACCESS, ...MOMENT, ...HISTORY]

export type Decision = { show: boolean; reason: Reason; detail: Sentence; until?: Date }

/** One step on the way to a decision. After the first that fails, or that lets it through for good, none is reached. */
export type Step = { rule: string; name: Sentence; outcome: 'passed' | 'failed' | 'shown' | 'not_reached'; detail: Sentence | null; until: Date | null }

/** May this survey be shown to this person now? One reason, in words that anybody may read. Nothing is asked, read or written. */
export function decide(given: Case): Decision {
  for (const { judge } of RULES) {
    const verdict = judge(given)
    if (verdict.is === 'shown') return { show: true, reason: 'shown', detail: verdict.detail }
    if (verdict.is === 'failed') {
      const { reason, detail, until } = verdict
      return { show: false, reason, detail, ...(until ? { until } : {}) }
    }
  }
  return { show: true, reason: 'shown', detail: sentence('Nothing speaks against it.') }
}

/** The same decision with every step that led to it, in words for the survey's team. */
export function explain(given: Case): { decision: Decision; steps: Step[] } {
  const decision = decide(given)
  let isOver = false
  const steps = RULES.map(({ rule, name, judge }): Step => {
    if (isOver) return { rule, name, outcome: 'not_reached', detail: null, until: null }
    const verdict = judge(given)
    isOver = verdict.is !== 'passed'
    return { rule, name, outcome: verdict.is, detail: verdict.more ?? verdict.detail, until: (verdict.is === 'failed' && verdict.until) || null }
  })
  return { decision, steps }
}

/** Where somebody lies between 0 and 100: the same for ever for one version of a survey, and independent between surveys. */
export function shareOf(seed: string, { id, version }: Pick<Candidate, 'id' | 'version'>): number {
  const drawn = createHash('sha256').update(`${seed}\0${id}\0${version}`).digest().readUIntBE(0, 6)
  return (100 * drawn) / 2 ** 48
}

const lastShown = ({ id }: Candidate, ledger: readonly Ask[]): number =>
  Math.max(0, ...ledger.filter((ask) => ask.surveyId === id).map(({ at }) => at.getTime()))

/** One at a time: what comes by itself before a button, the one least recently shown to this person, then the newest. */
export function chooseOne<T extends { survey: Candidate }>(shown: readonly T[], ledger: readonly Ask[]): T | null {
  const rank = ({ survey }: T) => [survey.settings.window.form === 'button' ? 1 : 0, lastShown(survey, ledger)] as const
  const [first] = [...shown].sort((a, b) => {
    const [[buttonA, lastA], [buttonB, lastB]] = [rank(a), rank(b)]
    return buttonA - buttonB || lastA - lastB || (a.survey.id < b.survey.id ? 1 : -1)
  })
  return first ?? null
}
