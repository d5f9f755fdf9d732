'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from '#ui/classes'
import { useWords } from '#words'
import type { Difference } from '../_difference/difference'
import { DifferenceLine } from '../_difference/difference-line'
import type { CurvePoint } from './curve'
import { againstText, EmotionPoint, type Ghost } from './emotion-points'
import { useStops } from '../_keys/use-stops'

type ListProps = { points: readonly CurvePoint[]; row: number; lines: ReactNode; ghost?: Ghost; differences?: readonly Difference[]; days: string; hrefs: Readonly<Record<string, string>>; selected?: string }

/** The emotion curve downwards beside the stages (below 900 px): -100 at the left, 0 strong, +100 at the right. */
export function EmotionList({ points, row, lines, ghost, differences = [], days, hrefs, selected }: ListProps) {
  const t = useWords('map')
  const { box, onKeyDown, stop } = useStops(points.length)
  return (
    <div className="relative overflow-x-clip">
      <div className="grid grid-cols-[minmax(0,11fr)_minmax(0,9fr)] border-b border-line py-1.5 text-xs text-ink-2">
        <span className="pl-4">{t('curve.axis')}</span>
        <span className="mr-4 flex justify-between" aria-hidden>
          <span>−100</span>
          <b className="font-semibold text-ink">0</b>
          <span>+100</span>
        </span>
      </div>
      <div ref={box} onKeyDown={onKeyDown} role="group" aria-label={t('curve.says', { n: points.length })} className="relative">
        {points.map((point, place) => (
          <Link
            key={point.key}
            href={hrefs[point.key] ?? ''}
            scroll={false}
            prefetch={false}
            tabIndex={-1}
            aria-hidden
            style={{ height: row }}
            className={classes('grid grid-cols-[minmax(0,11fr)_minmax(0,9fr)] border-b border-grid last:border-b-0', point.key === selected && 'bg-accent/5')}
          >
            <Words point={point} difference={differences[place]} />
            <span className={classes('mr-4', point.state === 'hidden' && 'hatch')} />
          </Link>
        ))}
        <div className="pointer-events-none absolute inset-y-0 right-4 left-[55%]">
          {lines}
          {points.map((point, place) => (
            <div key={point.key} className="pointer-events-auto">
              <EmotionPoint
                point={point}
                days={days}
                against={againstText(t, ghost, place, differences[place])}
                href={hrefs[point.key] ?? ''}
                style={{ left: `${((point.index ?? 0) + 100) / 2}%`, top: row * (place + 0.5) }}
                stop={stop(place)}
                stage={point.key}
              >
                {point.state === 'hidden' && <span className="bg-surface px-2 text-sm font-medium">&lt;5</span>}
              </EmotionPoint>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function Words({ point, difference }: { point: CurvePoint; difference?: Difference }) {
  const t = useWords('map')
  return (
    <span className="block min-w-0 py-3 pl-4">
      <b className="block truncate text-base font-semibold">{point.name}</b>
      {point.state === 'hidden' && <span className="block text-xs text-ink-2">{t('point.few')}</span>}
      {point.state === 'empty' && <span className="block text-xs text-ink-3">{t('point.none')}</span>}
      {point.index !== null && (
        <>
          <span className="block truncate tabular-nums">
            <b data-number={point.pointer} className="text-lg font-semibold">
              {point.text}
            </b> <span className="text-xs text-ink-2">{point.range}</span>
          </span>
          <span className="block text-xs text-ink-2">
            n = {point.n}
            {point.note && ` · ${t(`point.${point.note}`)}`}
          </span>
        </>
      )}
      {difference && <DifferenceLine difference={difference} />}
    </span>
  )
}
