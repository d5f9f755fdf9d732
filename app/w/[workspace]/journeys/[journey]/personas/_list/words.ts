import { useSay, useWords } from '#words'
import type { About, Condition, Rules } from '#lib/journeys/personas/definition'

/** Rules as their team reads them: "plan is pro or business, and seats is at least 10; or channel is phone". */
export function useRuleWords() {
  const [t, say] = [useWords('personas'), useSay()]
  const aboutOf = ({ field, name = '' }: About) => (field === 'attribute' ? name : t(`field.${field}`))
  const listOf = (values: readonly string[]) => {
    const [last = '', ...others] = [...values].reverse()
    return others.length === 0 ? last : t('rule.list', { head: others.reverse().join(', '), last })
  }
  const conditionOf = (condition: Condition) => {
    const about = aboutOf(condition)
    switch (condition.test) {
      case 'one_of':
      case 'none_of':
        return t(`rule.${condition.test}`, { about, values: listOf(condition.values) })
      case 'at_least':
      case 'at_most':
        return t(`rule.${condition.test}`, { about, number: say.number(condition.number, Number.isInteger(condition.number) ? 0 : 2) })
      default:
        return t(`rule.${condition.test}`, { about })
    }
  }
  const rulesOf = (rules: Rules) => {
    const text = rules.map((all) => all.map(conditionOf).join(t('rule.and'))).join(t('rule.or'))
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  return { aboutOf, listOf, rulesOf }
}
