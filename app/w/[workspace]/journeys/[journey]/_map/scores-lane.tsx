import { Chip } from '#ui/chip'
import { classes } from '#ui/classes'
import type { MapStage } from '#lib/maps/types'
import { describeMeasured, formatNumber, formatRange, formatValue } from '#lib/stats/format'
import type { Measured } from '#lib/stats/measure'
import type { Difference } from '../_compare/difference'

const SCORES = [
  { key: 'nps', name: 'NPS', unit: '−100 to +100' },
  { key: 'csat', name: 'CSAT', unit: 'share of 4–5' },
  { key: 'ces', name: 'CES', unit: 'share of 5–7' },
  { key: 'sentiment', name: 'Sentiment', unit: 'five faces' },
] as const

/** The scores that any of these stages has answers of; the first three where there is none at all, so that the lane stays. */
export function scoresOf(stages: readonly MapStage[]): readonly (typeof SCORES)[number][] {
  const asked = SCORES.filter(({ key }) => stages.some((stage) => stage[key].n !== 0))
  return asked.length > 0 ? asked : SCORES.slice(0, 3)
}

/** Of each instrument how every stage differs from the compared group. */
export type ScoreDifferences = Partial<Record<(typeof SCORES)[number]['key'], readonly Difference[]>>

/** One row an instrument, one column a stage: rows of the map's grid. What differs clearly from a compared group says so. */
export function ScoreRows({ stages, differences = {}, selected }: { stages: readonly MapStage[]; differences?: ScoreDifferences; selected?: string }) {
  return scoresOf(stages).map(({ key, name, unit }) => (
    <div key={key} className="contents">
      <div className="map-gutter">
        <p className="flex h-7 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2">
          <b className="text-sm font-semibold text-ink">{name}</b> {unit}
        </p>
      </div>
      {stages.map((stage, i) => (
        <div key={stage.key} className={classes('map-cell min-h-7 px-3', stage.key === selected && 'bg-accent/5')}>
          <Score score={stage[key]} stage={stage.name} pointer={`/stages/${i}/${key}`} />
          <ScoreChange difference={differences[key]?.[i]} />
        </div>
      ))}
    </div>
  ))
}

/** The scores of one stage below each other, those that it has (narrow screens). */
export function StageScores({ stage, place, differences = {} }: { stage: MapStage; place: number; differences?: ScoreDifferences }) {
  return (
    <dl className="my-1.5 grid gap-x-3">
      {scoresOf([stage]).filter(({ key }) => stage[key].n !== 0).map(({ key, name }) => (
        <div key={key} className="grid grid-cols-[92px_1fr] items-baseline">
          <dt className="text-xs text-ink-2">{name}</dt>
          <dd>
            <Score score={stage[key]} stage={stage.name} pointer={`/stages/${place}/${key}`} />
            <ScoreChange difference={differences[key]?.[place]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Only a clear difference has a place here: the lane below the curve says what was not clear. */
function ScoreChange({ difference }: { difference?: Difference }) {
  if (!difference?.tone) return null
  return (
    <p className="pb-1.5">
      <Chip tone={difference.tone}>
        <span data-number={difference.pointer} className="tabular-nums">
          {difference.text}
        </span>
        {difference.says}
      </Chip>
    </p>
  )
}

function Score({ score, stage, pointer }: { score: Measured; stage: string; pointer: string }) {
  return (
    <p data-number={score.n === 0 ? undefined : pointer} className="flex h-7 items-center tabular-nums">
      <span className="sr-only">
        {stage}: {describeMeasured(score)}
      </span>
      <span aria-hidden className="grid flex-1 grid-cols-[minmax(44px,auto)_1fr_auto] items-baseline gap-x-1 text-xs whitespace-nowrap text-ink-3">
        {score.value === null ? (
          <span className="col-span-3">{score.suppressed ? '<5 answers, hidden' : '·'}</span>
        ) : (
          <>
            <b className={classes('text-base text-ink', score.lowN ? 'font-normal' : 'font-semibold')}>{formatValue(score)}</b>
            <span className="truncate text-ink-2">{formatRange(score)}</span>
            <span>n {formatNumber(score.n ?? 0)}</span>
          </>
        )}
      </span>
    </p>
  )
}
