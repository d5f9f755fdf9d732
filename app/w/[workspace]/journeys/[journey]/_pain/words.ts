import type { Pain, PainCell, StudyNow } from '#lib/maps/types'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'
import { formatR } from '../drivers/dots'

/** What pain points are written with. */
export type PainWords = { t: Translate<'pain'>; say: Say }

/** 0..100; small ones keep a digit, because most are: 4.25 -> "4.3", 12.6 -> "13", .02 -> "<0.1". */
export function formatSeverity(say: Say, severity: number): string {
  if (severity > 0 && severity < 0.05) return `<${say.number(0.1, 1)}`
  return say.number(severity, severity < 9.95 ? 1 : 0)
}

/** From two months on it is a run. */
const isRun = (months: number | null): months is number => months !== null && months > 1

export const persistenceText = (t: PainWords['t'], months: number | null): string => (isRun(months) ? t('running', { n: months }) : '')

/** Which of a touchpoint's instruments have been bad for how long; they are named unless all of them have. */
export function lastingOf(t: PainWords['t'], cells: readonly PainCell[]): { months: number; names: string }[] {
  const lasting = cells.filter(({ pain }) => isRun(pain?.persistence ?? null))
  const runs = [...new Set(lasting.map(({ pain }) => pain?.persistence ?? 0))].toSorted((a, b) => b - a)
  return runs.map((months) => {
    const those = lasting.filter(({ pain }) => pain?.persistence === months)
    return { months, names: those.length === cells.length ? '' : those.map(({ instrument }) => t(`instrument.${instrument}`)).join(', ') }
  })
}

/** One reason for a rank: `stands` is how it compares with the median cell, '' where it does not stand out. */
export type Part = { factor: 'share' | 'reach' | 'impact'; text: string; stands: string; pointer: string }

function impactText({ t, say }: PainWords, { r }: Pain, outcome: string): string {
  if (r === null) return t('why.assumed', { value: say.number(0.3, 2) })
  return t(r > 0 ? 'why.together' : 'why.apart', { outcome, r: formatR(say, r) })
}

/** Why a pain point stands where it does: what stands out first, the strongest first, then the other factors. `outcome`: its name. */
export function whyParts(words: PainWords, pain: Pain, index: number, outcome: string): Part[] {
  const { t, say } = words
  const percent = (of: number) => say.percent(100 * of)
  const { share, reach, reachFrom, impact, why } = pain
  const pointer = `/pain/${index}/pain`
  const all: Part[] = []
  if (share !== null) all.push({ factor: 'share', text: t('why.share', { share: percent(share) }), stands: '', pointer: `${pointer}/share` })
  if (reach !== null && reachFrom !== null) {
    all.push({ factor: 'reach', text: t('why.reach', { share: percent(reach), from: reachFrom }), stands: '', pointer: `${pointer}/reach` })
  }
  if (impact !== null) {
    const at = pain.r === null ? 'impact' : 'r'
    all.push({ factor: 'impact', text: impactText(words, pain, outcome), stands: '', pointer: `${pointer}/${at}` })
  }
  const standing = why.flatMap(({ factor, times }) => {
    const part = all.find((each) => each.factor === factor)
    return part ? [{ ...part, stands: times === null ? t('why.most') : t('why.times', { times: say.number(times, 1) }) }] : []
  })
  return [...standing, ...all.filter(({ factor }) => !standing.some((part) => part.factor === factor))]
}

export type RankedCell = { cell: PainCell; pain: Pain; index: number }

const MOST = 10

/** The first ten by severity; before a study, by the share of unhappy answers, the only part that is known. */
export function rankedCells(cells: readonly PainCell[]): { ranked: RankedCell[]; more: number; isWeighed: boolean } {
  const known = cells.flatMap((cell, index) => (cell.pain?.share == null ? [] : [{ cell, pain: cell.pain, index }]))
  const weighed = known.filter(({ pain }) => pain.rank !== null).toSorted((a, b) => (a.pain.rank ?? 0) - (b.pain.rank ?? 0))
  const ranked = weighed.length > 0 ? weighed : known.toSorted((a, b) => (b.pain.share ?? 0) - (a.pain.share ?? 0))
  return { ranked: ranked.slice(0, MOST), more: Math.max(0, ranked.length - MOST), isWeighed: weighed.length > 0 }
}

/** How far the study is, where there is something to say. */
export function studyText({ t, say }: PainWords, { state, progress, countedAt }: StudyNow): string | null {
  const read = progress && progress.of > 0 ? ` ${t('study.read', { percent: say.number(Math.min(100, (100 * progress.done) / progress.of)) })}` : ''
  if (state === 'waiting' || state === 'running') {
    return t(countedAt !== null ? 'study.anew' : 'study.counting') + read
  }
  if (state === 'failed') return t('study.failed')
  return countedAt === null ? t('study.none') : null
}
