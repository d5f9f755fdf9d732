'use client'

import Link from 'next/link'
import { classes } from '#ui/classes'
import { Tooltip } from '#ui/tooltip'
import { useWords } from '#words'
import type { Translate } from '../../../../../_words/translate'
import { across, type Frame, pairsOf, pathOf, runsOf, TICKS } from '../_curve/geometry'
import { LANE } from '../_curve/curve'
import { useStops } from '../_keys/use-stops'
import { APART, DODGE, LOOKS, spread } from './lines'
import type { Curve } from './small-curves'

type TogetherProps = { curves: readonly Curve[]; days: string; hrefs: Readonly<Record<string, string>>; selected?: string }

/** Up to three groups on one axis (from 900 px): each line with its own mark, and its numbers beside it. */
export function Together({ curves, days, hrefs, selected }: TogetherProps) {
  const t = useWords('map')
  const stages = curves[0]?.points ?? []
  const frame = across(stages.length, LANE)
  const { box, onKeyDown, stop } = useStops(stages.length)
  const ends = curves.map(({ points }) => points.findLastIndex(({ index }) => index !== null))
  return (
    <div ref={box} onKeyDown={onKeyDown} role="group" aria-label={`${curves.map(({ name }) => name).join(', ')}: ${t('curve.says', { n: stages.length })}`} className="relative" style={{ height: LANE.height }}>
      <Lines curves={curves} frame={frame} />
      <div className="absolute inset-0 grid auto-cols-fr grid-flow-col">
        {stages.map(({ key, name }, place) => (
          <div key={key} className={classes('relative min-w-0 border-r border-grid last:border-r-0', key === selected && 'bg-accent/5')}>
            <Numbers curves={curves} place={place} frame={frame} ends={ends} />
            <Tooltip content={<StageTip name={name} days={days} curves={curves} place={place} />}>
              <Link
                href={hrefs[key] ?? ''}
                scroll={false}
                prefetch={false}
                aria-label={`${name}: ${curves.map((curve) => said(t, curve, place)).join('; ')}`}
                className="absolute inset-x-1 top-0 bottom-1 rounded-md outline-offset-[-2px] outline-focus focus-visible:outline-2"
                {...stop(place)}
              />
            </Tooltip>
          </div>
        ))}
      </div>
    </div>
  )
}

/** How a curve stands at a stage, as a whole sentence: a bare sign says nothing to whoever only hears it. */
function said(t: Translate<'map'>, { name, points }: Curve, place: number): string {
  const point = points[place]
  if (!point || point.state === 'empty') return `${name}: ${t('point.none')}`
  if (point.state === 'hidden') return `${name}: ${t('point.few')}`
  return `${name}: ${point.text}, ${t('point.interval', { range: point.range })}, ${point.answers}${point.state === 'low' ? `, ${t('point.low')}` : ''}`
}

const offset = (frame: Frame, line: number): Frame => ({ ...frame, at: (place, index) => frame.at(place + (DODGE[line] ?? 0), index) })

function Lines({ curves, frame }: { curves: readonly Curve[]; frame: Frame }) {
  const placed = curves.map(({ points }, line) => ({ runs: runsOf(points), frame: offset(frame, line), look: LOOKS[line] ?? LOOKS[0] }))
  const left = (x: number) => `${Math.round((x / frame.width) * 1e5) / 1e3}%`
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" className="absolute inset-0 size-full [&>path]:[vector-effect:non-scaling-stroke]" fill="none">
        {TICKS.map((tick) => (
          <path key={tick} d={pathOf([frame.at(0, tick), frame.at(frame.width, tick)])} stroke={tick === 0 ? 'var(--zero)' : 'var(--grid)'} strokeWidth={tick === 0 ? 1.25 : 1} />
        ))}
        {placed.flatMap(({ runs, frame: own, look }, line) =>
          runs.flatMap(pairsOf).map(({ from, to, isLow }) => (
            <path
              key={`${line} ${from.place}`}
              d={pathOf([own.at(from.place, from.point.index), own.at(to.place, to.point.index)])}
              stroke={look.colour}
              strokeWidth={2.25}
              strokeLinecap="round"
              strokeDasharray={isLow ? '5 5' : undefined}
            />
          )),
        )}
      </svg>
      <svg className="absolute inset-0 size-full overflow-visible" fill="none">
        {placed.flatMap(({ runs, frame: own, look: { colour, mark } }, line) =>
          runs.flat().map(({ point, place }) => {
            const [at, high, low] = [own.at(place, point.index), own.at(place, point.high), own.at(place, point.low)]
            const isLow = point.state === 'low'
            return (
              <g key={`${line} ${place}`}>
                <line x1={left(at.x)} x2={left(at.x)} y1={high.y} y2={low.y} stroke={colour} strokeWidth={1.5} opacity={0.6} />
                <svg x={left(at.x)} y={at.y} className="overflow-visible">
                  <path d={mark} fill={isLow ? 'var(--surface)' : colour} stroke={isLow ? colour : 'var(--surface)'} strokeWidth={1.5} />
                </svg>
              </g>
            )
          }),
        )}
      </svg>
    </div>
  )
}

type NumbersProps = { curves: readonly Curve[]; place: number; frame: Frame; ends: readonly number[] }

/** Right of the marks, in their order; where a line ends, its name too. */
function Numbers({ curves, place, frame, ends }: NumbersProps) {
  const t = useWords('compare.curves')
  const isLast = place === (curves[0]?.points.length ?? 0) - 1
  const shown = curves.flatMap((curve, line) => {
    const point = curve.points[place]
    return point && point.index !== null ? [{ curve, line, point, y: frame.at(0, point.index).y }] : []
  })
  // At the edge of the map there is no room beside the number: the name stands below it.
  const heights = spread(shown.map(({ y }) => y), 8, LANE.height - LANE.bottom, isLast ? 2 * APART : APART)
  const hidden = curves.filter(({ points }) => points[place]?.state === 'hidden')
  return (
    <>
      <p className="absolute inset-x-1 bottom-1.5 text-center text-xs text-ink-2">
        {hidden.map(({ id, name }) => (
          <span key={id} className="block truncate">
            {name} &lt;5
          </span>
        ))}
        {shown.length > 0 && (
          <span aria-hidden className="block truncate tabular-nums">
            n = {shown.map(({ line, point }, i) => (
              <span key={line} style={{ color: LOOKS[line]?.colour }}>
                {i > 0 && <span className="text-ink-3"> · </span>}
                {point.n}
              </span>
            ))}
          </span>
        )}
        {shown.length === 0 && hidden.length === 0 && <span className="text-ink-3">{t('noneYet')}</span>}
      </p>
      {shown.map(({ curve, line, point }, i) => (
        <p
          key={curve.id}
          className={classes('absolute left-[calc(57%+6px)] z-1 rounded-sm bg-surface/85 px-0.5 text-xs leading-3.75 whitespace-nowrap', isLast && 'max-w-[calc(43%-6px)]')}
          style={{ top: (heights[i] ?? 0) - 8, color: LOOKS[line]?.colour }}
        >
          <b data-number={point.pointer} className="font-semibold tabular-nums">
            {point.text}
          </b>
          {ends[line] === place && <span className={isLast ? 'block truncate' : 'ml-1'}>{curve.name}</span>}
        </p>
      ))}
    </>
  )
}

function StageTip({ name, days, curves, place }: { name: string; days: string; curves: readonly Curve[]; place: number }) {
  const t = useWords('map')
  return (
    <>
      <p className="font-semibold">
        {name}, {days}
      </p>
      {curves.map((curve) => (
        <p key={curve.id}>{said(t, curve, place)}</p>
      ))}
    </>
  )
}
