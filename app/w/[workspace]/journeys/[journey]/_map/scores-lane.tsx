import { classes } from '#ui/classes'
import type { MapStage } from '#lib/maps/types'
import { describeMeasured, formatNumber, formatRange, formatValue } from '#lib/stats/format'
import type { Measured } from '#lib/stats/measure'

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

/** One row an instrument, one column a stage: rows of the map's grid. */
export function ScoreRows({ stages, selected }: { stages: readonly MapStage[]; selected?: string }) {
  return scoresOf(stages).map(({ key, name, unit }) => (
    <div key={key} className="contents">
      <div className="map-gutter flex h-7 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2">
        <b className="text-sm font-semibold text-ink">{name}</b> {unit}
      </div>
      {stages.map((stage) => (
        <div key={stage.key} className={classes('map-cell h-7 px-3', stage.key === selected && 'bg-accent/5')}>
          <Score score={stage[key]} stage={stage.name} />
        </div>
      ))}
    </div>
  ))
}

/** The scores of one stage below each other, those that it has (narrow screens). */
export function StageScores({ stage }: { stage: MapStage }) {
  return (
    <dl className="my-1.5 grid gap-x-3">
      {scoresOf([stage]).filter(({ key }) => stage[key].n !== 0).map(({ key, name }) => (
        <div key={key} className="grid grid-cols-[76px_1fr] items-baseline">
          <dt className="text-xs text-ink-2">{name}</dt>
          <dd>
            <Score score={stage[key]} stage={stage.name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Score({ score, stage }: { score: Measured; stage: string }) {
  return (
    <p className="flex h-7 items-center tabular-nums">
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
