import type { Pain, PainCell, StudyNow } from '#lib/maps/types'
import { formatNumber, formatPercent } from '#lib/stats/format'
import { formatR, outcomeName } from '../drivers/dots'

export const INSTRUMENT_NAMES = { nps: 'NPS', csat: 'CSAT', ces: 'CES', sentiment: 'Faces' } as const

/** 0..100; small ones keep a digit, because most are: 4.25 -> "4.3", 12.6 -> "13", .02 -> "<0.1". */
export function formatSeverity(severity: number): string {
  if (severity > 0 && severity < 0.05) return '<0.1'
  return formatNumber(severity, severity < 9.95 ? 1 : 0)
}

/** From two months on it is a run. */
export const persistenceText = (months: number | null): string => (months !== null && months > 1 ? `bad ${months} months running` : '')

/** Which of a touchpoint's instruments have been bad for how long; they are named unless all of them have. */
export function lastingOf(cells: readonly PainCell[]): { months: number; names: string }[] {
  const lasting = cells.filter(({ pain }) => persistenceText(pain?.persistence ?? null) !== '')
  const runs = [...new Set(lasting.map(({ pain }) => pain?.persistence ?? 0))].toSorted((a, b) => b - a)
  return runs.map((months) => {
    const those = lasting.filter(({ pain }) => pain?.persistence === months)
    return { months, names: those.length === cells.length ? '' : those.map(({ instrument }) => INSTRUMENT_NAMES[instrument]).join(', ') }
  })
}

/** One reason for a rank: `stands` is how it compares with the median cell, '' where it does not stand out. */
export type Part = { factor: 'share' | 'reach' | 'impact'; text: string; stands: string; pointer: string }

const percent = (share: number) => formatPercent(100 * share)

function impactText({ r }: Pain, outcome: string): string {
  if (r === null) return 'impact assumed at 0.30, too few people to tell'
  const value = `r\u00a0=\u00a0${formatR(r)}`
  return r > 0 ? `goes together with ${outcome}, ${value}` : `does not go together with ${outcome}, ${value}`
}

/** Why a pain point stands where it does: what stands out first, the strongest first, then the other factors. */
export function whyParts(pain: Pain, index: number, study: StudyNow): Part[] {
  const { share, reach, reachFrom, impact, why } = pain
  const pointer = `/pain/${index}/pain`
  const all: Part[] = []
  if (share !== null) all.push({ factor: 'share', text: `${percent(share)} unhappy`, stands: '', pointer: `${pointer}/share` })
  if (reach !== null && reachFrom !== null) {
    all.push({ factor: 'reach', text: `reaches ${percent(reach)} of people (by ${reachFrom})`, stands: '', pointer: `${pointer}/reach` })
  }
  if (impact !== null) {
    const at = pain.r === null ? 'impact' : 'r'
    all.push({ factor: 'impact', text: impactText(pain, outcomeName(study.outcome)), stands: '', pointer: `${pointer}/${at}` })
  }
  const standing = why.flatMap(({ factor, times }) => {
    const part = all.find((each) => each.factor === factor)
    return part ? [{ ...part, stands: times === null ? 'more than most' : `${formatNumber(times, 1)}× the median` }] : []
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
export function studyText({ state, progress, countedAt }: StudyNow): string | null {
  const read = progress && progress.of > 0 ? ` About ${formatNumber(Math.min(100, (100 * progress.done) / progress.of))} % of the answers are read.` : ''
  if (state === 'waiting' || state === 'running') {
    if (countedAt !== null) return `New answers have come: reach and impact are being counted anew.${read}`
    return `Reach and impact are being counted, and severity with them.${read}`
  }
  if (state === 'failed') return 'Reach and impact could not be counted. It is tried again within ten minutes.'
  return countedAt === null ? 'Reach and impact are not counted yet, so there is no severity.' : null
}
