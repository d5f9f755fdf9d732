import type { Translate } from '../_words/translate'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import type { Verdict } from '#lib/maps/beliefs/types'
import type { JourneyMap, MapStage, PainCell } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import type { Say } from '#lib/words/say'

export type ShowWords = Translate<'show'>

/** What a sheet is written with. */
export type Written = { t: ShowWords; say: Say }

/** What of a map stands on paper. */
export type PosterMap = Pick<
  JourneyMap,
  'journey' | 'version' | 'from' | 'to' | 'timeZone' | 'filter' | 'source' | 'answers' | 'held' | 'stages' | 'pain' | 'lanes' | 'campaigns' | 'beliefs' | 'headline'
> &
  Partial<Pick<JourneyMap, 'personas'>>

/** Where things stand: the columns of the stages, each with its left edge and width, right of a gutter. */
export type Grid = { left: number; gutter: number; columns: readonly { x: number; width: number }[]; right: number }

/** A part of the drawing, and how much of the page it takes. */
export type Part = { svg: string; height: number }

export const stateOf = ({ suppressed, value, lowN }: Measured): 'hidden' | 'empty' | 'low' | 'measured' => {
  if (suppressed) return 'hidden'
  if (value === null) return 'empty'
  return lowN ? 'low' : 'measured'
}

export const countOf = (say: Say, { n }: Measured): string => (n === null ? '<5' : say.number(n))

export const SCORES = [
  { key: 'nps', name: 'NPS' },
  { key: 'csat', name: 'CSAT' },
  { key: 'ces', name: 'CES' },
  { key: 'sentiment', name: null },
] as const

export type ScoreKey = (typeof SCORES)[number]['key']

/** What was asked anywhere on the map. */
export const askedOf = (stages: readonly MapStage[]) => SCORES.filter(({ key }) => stages.some((stage) => stage[key].n !== 0))

export const instrumentName = (key: ScoreKey, t: ShowWords): string => SCORES.find((score) => score.key === key)?.name ?? t('faces')

/** What the team wrote of a stage, and how it fares against what was measured. */
export type Wrote = { star: boolean; owner: { name: string; role?: string | undefined } | null; assumed: number | null; target: number | null; verdict: Verdict | null }

export function wroteOf({ lanes, beliefs }: Pick<JourneyMap, 'lanes' | 'beliefs'>, stage: string): Wrote {
  const belief = beliefs.places.find((place) => place.stage === stage && place.touchpoint === null)
  return {
    star: lanes.moment.stage[stage] === true,
    owner: lanes.owner.stage[stage] ?? null,
    assumed: lanes.assumed.stage[stage]?.index ?? null,
    target: lanes.target.stage[stage]?.emotion ?? null,
    verdict: belief?.assumed == null ? null : belief.verdict,
  }
}

/** Each stage's cells of the heat map, the worst first where they are too many for the page. */
export function cellsOf(stage: string, pain: readonly PainCell[], most: number): { cells: PainCell[]; more: number } {
  const own = pain.filter((cell) => cell.stage === stage && (cell.score.n !== 0 || cell.score.suppressed))
  if (own.length <= most) return { cells: own, more: 0 }
  const worst = own.toSorted((a, b) => (a.index.value ?? 101) - (b.index.value ?? 101)).slice(0, most)
  return { cells: own.filter((cell) => worst.includes(cell)), more: own.length - most }
}

/** The unhappiest touchpoint of a stage that can be relied on, else of those with few answers. */
export function worstOf(stage: string, pain: readonly PainCell[]): PainCell | null {
  const shown = pain.filter((cell) => cell.stage === stage && cell.index.value !== null)
  const lowest = (cells: PainCell[]) => cells.toSorted((a, b) => (a.index.value ?? 0) - (b.index.value ?? 0))[0]
  return lowest(shown.filter(({ score }) => !score.lowN)) ?? lowest(shown) ?? null
}

/** How many numbers of the sheet are hidden, and how many rest on few answers: of stages, their scores and the heat map alike. */
export function limitsOf({ stages, pain }: Pick<JourneyMap, 'stages' | 'pain'>): { hidden: number; low: number } {
  const all = [...stages.flatMap((stage) => [stage.emotion, ...SCORES.map(({ key }) => stage[key])]), ...pain.map(({ score }) => score)]
  return { hidden: all.filter(({ suppressed }) => suppressed).length, low: all.filter(({ lowN }) => lowN).length }
}

/** Runs of neighbouring stages at which a campaign speaks: from and to as places in the order of the stages. */
export function runsOf({ stages: at }: Pick<MapCampaign, 'stages'>, stages: readonly { key: string }[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  stages.forEach(({ key }, place) => {
    if (!at.includes(key)) return
    const last = runs.at(-1)
    if (last && last.to === place - 1) last.to = place
    else runs.push({ from: place, to: place })
  })
  return runs
}
