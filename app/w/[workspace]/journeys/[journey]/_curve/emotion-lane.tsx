'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from '#ui/classes'
import { useWords } from '#words'
import type { Difference } from '../_difference/difference'
import { spreadOf } from './spread'
import { type CurvePoint, LANE, laneY, textY } from './curve'
import { againstText, DetailPoint, EmotionPoint, type Ghost } from './emotion-points'
import { useStops } from '../_keys/use-stops'

/** Keeps a value readable where the zero line or another curve runs through it. */
const HALO = '[text-shadow:0_0_2px_var(--surface),0_0_2px_var(--surface),0_0_3px_var(--surface),0_0_4px_var(--surface)]'

/** `lines`: the curve itself, drawn with the page; `details`: of each stage the points of its touchpoints, where they are shown. */
type LaneProps = {
  points: readonly CurvePoint[]
  lines: ReactNode
  details?: readonly (readonly (CurvePoint & { href: string })[])[]
  ghost?: Ghost
  differences?: readonly Difference[]
  days: string
  hrefs: Readonly<Record<string, string>>
  selected?: string
  addHref: string | null
}

/** The emotion curve across the stage columns (from 900 px). */
export function EmotionLane({ points, lines, details = [], ghost, differences = [], days, hrefs, selected, addHref }: LaneProps) {
  const t = useWords('map')
  const counts = points.map((_, place) => 1 + (details[place]?.length ?? 0))
  const { box, onKeyDown, stop } = useStops(counts.reduce((sum, n) => sum + n, 0))
  const first = (place: number) => counts.slice(0, place).reduce((sum, n) => sum + n, 0)
  return (
    <div ref={box} onKeyDown={onKeyDown} role="group" aria-label={t('curve.says', { n: points.length })} className="relative" style={{ height: LANE.height }}>
      <div className="absolute inset-0 grid auto-cols-fr grid-flow-col">
        {points.map((point) => (
          <Column key={point.key} point={point} selected={point.key === selected} />
        ))}
      </div>
      {lines}
      <div className="absolute inset-0 grid auto-cols-fr grid-flow-col">
        {points.map((point, place) => (
          <div key={point.key} className="relative min-w-0">
            <PointWords point={point} addHref={addHref} />
            <EmotionPoint
              point={point}
              days={days}
              against={againstText(t, ghost, place, differences[place])}
              href={hrefs[point.key] ?? ''}
              style={{ left: '50%', top: laneY(point.index ?? 0) }}
              stop={stop(first(place))}
              stage={point.key}
            />
            {details[place]?.map((detail, i, all) => (
              <DetailPoint
                key={detail.key}
                point={detail}
                days={days}
                href={detail.href}
                left={`${100 * spreadOf(i, all.length)}%`}
                stop={stop(first(place) + 1 + i)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

function Column({ point, selected }: { point: CurvePoint; selected: boolean }) {
  return (
    <div className={classes('border-r border-grid last:border-r-0', selected && 'bg-accent/5')}>
      {point.state === 'hidden' && <div className="hatch" style={{ height: LANE.height - LANE.bottom + 8 }} />}
    </div>
  )
}

function PointWords({ point, addHref }: { point: CurvePoint; addHref: string | null }) {
  const t = useWords('map')
  const foot = 'absolute inset-x-0 bottom-2 text-center text-xs text-ink-3 whitespace-nowrap'
  if (point.state === 'hidden') {
    return (
      <>
        <p className="absolute inset-x-4 bg-surface py-1 text-center text-xs text-ink-2" style={{ top: laneY(0) + 14 }}>
          <b data-number={point.pointer} className="block text-sm font-semibold text-ink">
            {point.answers}
          </b>
          {t('point.hidden')}
        </p>
        <p className={foot}>
          <b className="font-medium text-ink">n &lt; 5</b>
        </p>
      </>
    )
  }
  if (point.state === 'empty') {
    return (
      <p className="absolute inset-x-2 text-center text-xs text-ink-3" style={{ top: laneY(0) + 14 }}>
        {t('point.none')}
        {addHref && (
          <Link href={`${addHref}&stage=${point.key}`} prefetch={false} className="link relative z-10 block">
            {t('touchpoints.add')}
          </Link>
        )}
      </p>
    )
  }
  return (
    <>
      <p className="absolute inset-x-0 text-center leading-6 whitespace-nowrap" style={{ top: textY(point) }}>
        <b className={classes('relative text-lg font-semibold', HALO)}>
          <span data-number={point.pointer}>
            <span className="sr-only">{point.name}: </span>
            {point.text}
          </span>
          {point.note && (
            <span className={classes('absolute top-0.5 text-xs font-normal text-ink-2', point.noteSide === 'left' ? 'right-full mr-1.5' : 'left-full ml-1.5')}>
              {t(`point.${point.note}`)}
            </span>
          )}
        </b>
      </p>
      <p className={foot} aria-hidden>
        <b className="font-medium text-ink">n = {point.n}</b> <span className="ml-1">{point.range}</span>
      </p>
    </>
  )
}
