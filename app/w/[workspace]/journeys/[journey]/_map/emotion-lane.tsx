'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { classes } from '#ui/classes'
import { useWide } from '#ui/wide'
import { type CurvePoint, LANE, laneY } from './curve'
import { againstText, EmotionPoint, useStops } from './emotion-points'

// The words and points are there with the page; recharts comes after them and is no part of the first load.
const Lines = dynamic(() => import('./emotion-lines'), { ssr: false })

export type Ghost = { name: string; points: readonly CurvePoint[] }

/** Keeps a value readable where the zero line or another curve runs through it. */
const HALO = '[text-shadow:0_0_2px_var(--surface),0_0_2px_var(--surface),0_0_3px_var(--surface),0_0_4px_var(--surface)]'

type LaneProps = { points: readonly CurvePoint[]; ghost?: Ghost; days: string; hrefs: Readonly<Record<string, string>>; selected?: string; addHref: string | null }

/** The emotion curve across the stage columns (from 900 px). */
export function EmotionLane({ points, ghost, days, hrefs, selected, addHref }: LaneProps) {
  const { box, onKeyDown, stop } = useStops(points.length)
  const wide = useWide()
  return (
    <div ref={box} onKeyDown={onKeyDown} role="group" aria-label={`Emotion curve, ${points.length} stages`} className="relative" style={{ height: LANE.height }}>
      <div className="absolute inset-0 grid auto-cols-fr grid-flow-col">
        {points.map((point) => (
          <Column key={point.key} point={point} selected={point.key === selected} />
        ))}
      </div>
      {wide && (
        <div className="absolute inset-0">
          <Lines points={points} ghost={ghost?.points} way="across" height={LANE.height} margin={{ top: LANE.top, bottom: LANE.bottom, left: 0, right: 0 }} />
        </div>
      )}
      <div className="absolute inset-0 grid auto-cols-fr grid-flow-col">
        {points.map((point, place) => (
          <div key={point.key} className="relative min-w-0">
            <PointWords point={point} addHref={addHref} />
            <EmotionPoint
              point={point}
              days={days}
              against={againstText(ghost, place)}
              href={hrefs[point.key] ?? ''}
              style={{ left: '50%', top: laneY(point.index ?? 0) }}
              stop={stop(place)}
            />
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
  const foot = 'absolute inset-x-0 bottom-2 text-center text-xs text-ink-3 whitespace-nowrap'
  if (point.state === 'hidden') {
    return (
      <>
        <p className="absolute inset-x-4 bg-surface py-1 text-center text-xs text-ink-2" style={{ top: laneY(0) + 14 }}>
          <b data-number={point.pointer} className="block text-sm font-semibold text-ink">
            &lt;5 answers
          </b>
          hidden for privacy
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
        No answers yet
        {addHref && (
          <Link href={`${addHref}&stage=${point.key}`} prefetch={false} className="link relative z-10 block">
            add a survey
          </Link>
        )}
      </p>
    )
  }
  const above = point.side === 'above'
  const edge = above ? laneY(point.high ?? 0) - 27 : laneY(point.low ?? 0) + 5
  return (
    <>
      <p className="absolute inset-x-0 text-center leading-6 whitespace-nowrap" style={{ top: Math.max(1, edge) }}>
        <b className={classes('relative text-lg font-semibold', HALO)}>
          <span data-number={point.pointer}>
            <span className="sr-only">{point.name}: </span>
            {point.text}
          </span>
          {point.note && (
            <span className={classes('absolute top-0.5 text-xs font-normal text-ink-2', point.noteSide === 'left' ? 'right-full mr-1.5' : 'left-full ml-1.5')}>
              {point.note}
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
