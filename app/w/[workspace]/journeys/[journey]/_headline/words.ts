import { UNMATCHED } from '#lib/journeys/personas/definition'
import { type Beside, type Finding, isWholeMonth } from '#lib/maps/headline/finding'
import type { MapPersonas } from '#lib/maps/personas/types'
import type { JourneyMap } from '#lib/maps/types'
import { LOW_N, type Metric } from '#lib/stats/measure'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'
import { placesInWords } from './places'

/** What headlines are written with. */
export type HeadlineWords = { t: Translate<'headline'>; say: Say }

type Of<Is extends Finding['is']> = Extract<Finding, { is: Is }>

const POINTS = ['nps', 'csat_top2_pct', 'ces_top3_pct', 'sentiment_index'] as const

function pointsText({ t, say }: HeadlineWords, { metric, by, margin }: Of<'changed'>): string {
  const own: Metric | undefined = POINTS.find((each) => each === metric)
  return t(`points.${own ?? 'emotion_index'}` as 'points.nps', { by: `${say.number(Math.abs(by))} ± ${say.number(margin)}` })
}

const daysText = ({ say }: HeadlineWords, days: Beside): string => (isWholeMonth(days) ? say.month(days.from) : say.days(days.from, days.to))

const nameOf = ({ t }: HeadlineWords, key: string, name: string): string => (key === UNMATCHED ? t('noPersona') : name)

function groupText(words: HeadlineWords, { kind, filter, name }: Beside): string {
  const { dimension, value } = filter ?? { dimension: '', value: '' }
  return name === undefined ? words.t('group', { kind, dimension, value }) : nameOf(words, value, name)
}

function changedText(words: HeadlineWords, finding: Of<'changed'>, at: 'changed' | 'stage'): string {
  const { beside, by, n, stage } = finding
  const said = { stage, points: pointsText(words, finding), n: words.say.number(n) }
  if (beside.kind === 'period') return words.t(`${at}.${by < 0 ? 'fell' : 'rose'}`, { ...said, days: daysText(words, beside) })
  return words.t(`${at}.${by < 0 ? 'lower' : 'higher'}`, { ...said, group: groupText(words, beside) })
}

function lowText({ t, say }: HeadlineWords, { stage, hurts, measured: m, lower }: Of<'low'>): string {
  const says = t(hurts ? 'hurts' : 'low', { stage, metric: say.metricName(m.metric), value: say.value(m), range: say.range(m), answers: say.answers(m.n) })
  const [first] = lower
  if (!first) return says
  return `${says} ${t('lower', { n: lower.length, count: say.number(lower.length), stage: first.stage, answers: say.answers(first.n), few: LOW_N })}`
}

function findingText(words: HeadlineWords, finding: Finding, at: 'changed' | 'stage'): string {
  if (finding.is === 'low') return lowText(words, finding)
  if (finding.is === 'changed') return changedText(words, finding, at)
  if (finding.is === 'unchanged') return words.t('unchanged', { days: daysText(words, finding.beside) })
  return words.t(`plain.${finding.is}`)
}

/** The same with its figures kept together: no line begins with a dash or a sign. */
export const unbroken = (text: string): string => text.replaceAll(' ± ', '\u00a0±\u00a0').replaceAll(' = ', '\u00a0=\u00a0').replaceAll(' – ', '\u00a0– ')

/** What stands above the map. */
export const headlineText = (words: HeadlineWords, findings: readonly Finding[]): string => findings.map((finding) => findingText(words, finding, 'changed')).join(' ')

/** What stands under the name of a stage. */
export const stageText = (words: HeadlineWords, finding: Finding): string => findingText(words, finding, 'stage')

/** The same without its days: against which days stands once above the map, not under every stage. */
export function shortText(words: HeadlineWords, { findings }: Pick<JourneyMap, 'findings'>, { key, headline }: { key: string; headline: string }): string {
  const finding = findings?.stages[key]
  if (finding?.is !== 'changed' || finding.beside.kind !== 'period') return headline
  return words.t(finding.by < 0 ? 'short.fell' : 'short.rose', { points: pointsText(words, finding) })
}

const personasInWords = (words: HeadlineWords, personas: MapPersonas): MapPersonas => {
  const named = <T extends { key: string; name: string }>(one: T): T => ({ ...one, name: nameOf(words, one.key, one.name) })
  const spread = personas.spread.map((one) => ({ ...one, differ: one.differ && { ...one.differ, from: named(one.differ.from), to: named(one.differ.to) } }))
  return { ...personas, list: personas.list.map(named), spread }
}

type Said = Pick<JourneyMap, 'findings' | 'personas' | 'stages' | 'headline'>

/** A map with what the product itself says on it in the reader's language. One that was kept without its findings says them as it did. */
export function inWords<M extends Said>(words: HeadlineWords, kept: M): M {
  const map = placesInWords(words.t, kept)
  const { findings } = map
  const personas = personasInWords(words, map.personas)
  if (!findings) return { ...map, personas }
  const stages = map.stages.map((stage) => {
    const finding = findings.stages[stage.key]
    return finding ? { ...stage, headline: stageText(words, finding) } : stage
  })
  return { ...map, personas, stages, headline: headlineText(words, findings.journey) }
}
