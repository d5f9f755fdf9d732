import { Fragment } from 'react'
import { classes } from '#ui/classes'
import { Row, Table, Td, Th } from '#ui/table'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { TargetGap } from '#lib/maps/beliefs/types'
import type { JourneyMap, MapStage } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'
import { gapText, gapTexts } from '../_beliefs/words'
import type { Difference } from '../_difference/difference'
import { DifferenceLine } from '../_difference/difference-line'
import { Lane } from './lane'
import { tintOf } from './tint'
import type { LaneView } from '../_map/map-grid'

const SCORES = ['nps', 'csat', 'ces', 'sentiment'] as const

type Score = (typeof SCORES)[number]

/** The scores that any of these stages has answers of; the first three where there is none at all, so that the lane stays. */
export function scoresOf(stages: readonly MapStage[]): readonly Score[] {
  const asked = SCORES.filter((score) => stages.some((stage) => stage[score].n !== 0))
  return asked.length > 0 ? asked : SCORES.slice(0, 3)
}

/** Of each instrument how every stage differs from the compared group. */
export type ScoreDifferences = Partial<Record<Score, readonly Difference[]>>

/** NPS, CSAT, CES of each stage in their own units, with targets; as a table beside it. */
export function ScoresLane({ map, comparison, columns, selected }: LaneView) {
  const [t, names] = [useWords('map'), useWords('pain.instrument')]
  const scores = scoresOf(map.stages)
  return (
    <Twin>
      <Lane
        id="scores"
        title={t('lane.scores')}
        columns={columns}
        summary={scores.map((score) => names(score)).join(', ')}
        gutter={
          <>
            <p className="max-w-24 text-xs leading-tight text-ink-2">{t('scores.about')}</p>
            <TwinButton of={t('scores.asTable')} />
          </>
        }
      >
        <TwinBody
          chart={<ScoreGrid map={map} scores={scores} differences={comparison?.scores} selected={selected} />}
          table={
            <div className="min-w-0" style={{ gridColumn: '2 / -1' }}>
              <ScoresTable map={map} />
            </div>
          }
        />
      </Lane>
    </Twin>
  )
}

type GridProps = { map: JourneyMap; scores: readonly Score[]; differences?: ScoreDifferences; selected?: string }

/** A score has the same height in every column, whatever stands below it; its name stands once, at the right of the gutter. */
function ScoreGrid({ map, scores, differences, selected }: GridProps) {
  const names = useWords('pain.instrument')
  return (
    <div className="grid min-w-0 py-1.5" style={{ gridArea: '1 / 1 / auto / -1', gridTemplateColumns: 'subgrid', gridTemplateRows: `repeat(${scores.length}, auto) 1fr` }}>
      {map.stages.map((stage, i) => (
        <div key={stage.key} className={classes('map-cell -my-1.5', tintOf(stage.key, selected))} style={{ gridColumn: i + 2, gridRow: '1 / -1' }} />
      ))}
      {scores.map((score, row) => (
        <Fragment key={score}>
          <span aria-hidden className="pointer-events-none sticky left-0 z-[3] w-(--gutter) pr-2.5 text-right text-xs leading-[22px] font-medium text-ink-2" style={{ gridColumn: 1, gridRow: row + 1 }}>
            {names(score)}
          </span>
          {map.stages.map((stage, place) => (
            <div key={stage.key} className="min-w-0 px-3" style={{ gridColumn: place + 2, gridRow: row + 1 }}>
              <ScoreOf map={map} stage={stage} place={place} score={score} differences={differences} />
            </div>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

type ScoreProps = { map: Pick<JourneyMap, 'beliefs'>; stage: MapStage; place: number; differences?: ScoreDifferences }

/** The scores of one stage below each other, those that it has (narrow screens). */
export function StageScores(props: ScoreProps) {
  const names = useWords('pain.instrument')
  const { stage } = props
  return (
    <dl className="grid">
      {scoresOf([stage]).filter((score) => stage[score].n !== 0).map((score) => (
        <div key={score} className="grid grid-cols-[64px_minmax(0,1fr)] items-baseline">
          <dt className="text-xs text-ink-2">{names(score)}</dt>
          <dd>
            <ScoreOf {...props} score={score} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One score with its target and, where it is clear, its change. */
function ScoreOf({ map, stage, place, score, differences = {} }: ScoreProps & { score: Score }) {
  const difference = differences[score]?.[place]
  const target = map.beliefs.targets.find((one) => one.stage === stage.key && one.metric === score)
  return (
    <div className="min-w-0 tabular-nums">
      <ScoreLine score={stage[score]} stage={stage.name} pointer={`/stages/${place}/${score}`} />
      {target && <TargetLine target={target} />}
      {difference?.tone && <DifferenceLine difference={difference} />}
    </div>
  )
}

function ScoreLine({ score, stage, pointer }: { score: Measured; stage: string; pointer: string }) {
  const [t, say] = [useWords('map'), useSay()]
  return (
    <p data-number={score.n === 0 ? undefined : pointer} className="flex min-h-[22px] items-center">
      <span className="sr-only">
        {stage}: {say.describe(score)}
      </span>
      <span aria-hidden className="flex flex-1 flex-wrap items-baseline gap-x-1.5 text-xs whitespace-nowrap text-ink-3">
        {score.value === null ? (
          <span>{score.suppressed ? t('scores.hidden') : '·'}</span>
        ) : (
          <>
            <b className={classes('min-w-8 text-base text-ink', score.lowN ? 'font-normal' : 'font-semibold')}>{say.value(score)}</b>
            <span className="text-ink-2">{say.range(score)}</span>
            <span className="ml-auto">n {say.number(score.n ?? 0)}</span>
          </>
        )}
      </span>
    </p>
  )
}

const inUnit = (say: Say, metric: TargetGap['metric'], value: number) => (metric === 'csat' || metric === 'ces' ? say.percent(value) : say.index(value))

/** The target of a score and how far away it is; an arrow and colour only where the whole interval lies to one side of it. */
function TargetLine({ target }: { target: TargetGap }) {
  const [t, say] = [useWords('map'), useSay()]
  const [gap, within] = gapTexts(t, target)
  return (
    <p className="pb-0.5 text-xs leading-[15px] text-ink-3">
      {t('scores.target', { target: inUnit(say, target.metric, target.target) })}
      {gap && (
        <span className={TONES[target.lies]}>
          {' · '}
          <span aria-hidden>{ARROWS[target.lies]}</span>
          {gap}
        </span>
      )}
      {within && <span className={gap ? 'sr-only' : undefined}>{gap ? ', ' : ' · '}{within}</span>}
    </p>
  )
}

const ARROWS: Readonly<Partial<Record<TargetGap['lies'], string>>> = { below: '▼ ', above: '▲ ' }
const TONES: Readonly<Partial<Record<TargetGap['lies'], string>>> = { below: 'text-pain-text', above: 'text-good-text' }

/** The same numbers as a table: a stage is a row. */
function ScoresTable({ map }: { map: Pick<JourneyMap, 'stages' | 'beliefs'> }) {
  const [t, names, say] = [useWords('map'), useWords('pain.instrument'), useSay()]
  const scores = scoresOf(map.stages)
  return (
    <Table caption={t('table.scores')}>
      <thead>
        <tr>
          <Th>{t('stage')}</Th>
          {scores.map((score) => (
            <Th key={score} numeric>
              {names(score)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {map.stages.map((stage, i) => (
          <Row key={stage.key}>
            <Th scope="row">{stage.name}</Th>
            {scores.map((score) => {
              const target = map.beliefs.targets.find((one) => one.stage === stage.key && one.metric === score)
              return (
                <Td key={score} numeric>
                  <b data-number={stage[score].n === 0 ? undefined : `/stages/${i}/${score}`} className="font-semibold">
                    {say.value(stage[score])}
                  </b>{' '}
                  <span className="text-xs text-ink-2">
                    {say.range(stage[score])} n {stage[score].n === null ? '<5' : say.number(stage[score].n)}
                    {target && [`, ${t('scores.target', { target: inUnit(say, target.metric, target.target) })}`, gapText(t, target)].filter(Boolean).join(', ')}
                  </span>
                </Td>
              )
            })}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
