import type { Called } from '#lib/maps/explain/called'
import type { Formula } from '#lib/maps/explain/formulas'
import type { Translate } from '../../../../../_words/translate'
import type { Words } from '../../../../../_words/catalogue'
import type { ExplainWords } from './figure'

const PARTS = ['share', 'reach', 'impact', 'r', 'people', 'persistence', 'rank'] as const

/** What a number is called above its explanation. */
export function calledText({ t, say }: ExplainWords, called: Called): string {
  if (!('place' in called)) return t(`called.${called.is}`)
  const place = called.place === 'Overall' ? t('called.overall') : called.place
  if (called.is === 'rate') return t('called.rate', { rate: say.rateName(called.rate), place })
  if (called.is === 'severity') {
    const known = PARTS.find((part) => part === called.part)
    return called.part === null ? t('called.severity', { place }) : t('called.severityPart', { place, part: known ? t(`part.${known}`) : called.part })
  }
  return t(`called.${called.is}`, { place, metric: 'metric' in called ? say.metricName(called.metric) : '' })
}

/** A formula in the reader's words; its symbols and sources are the same everywhere. Tests say when the catalogue lacks one. */
export function formulaInWords(help: Translate<'help'>, formula: Formula): Formula {
  const { id, source } = formula
  const counted = source === 'A count' ? help('numbers.aCount') : source === 'A count of events' ? help('numbers.countOfEvents') : source
  return { ...formula, words: help(`formulas.${id as keyof Words['help']['formulas']}`), source: counted }
}
