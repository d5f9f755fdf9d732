'use client'

import Link from 'next/link'
import type { CSSProperties, ReactNode } from 'react'
import { classes } from '#ui/classes'
import { Tooltip } from '#ui/tooltip'
import { useWords } from '#words'
import { Star } from '../_beliefs/star'
import type { Difference } from '../_difference/difference'
import { type CurvePoint, laneY } from './curve'
import { Mark } from './mark'
import type { Translate } from '../../../../../_words/translate'

export type Ghost = { name: string; points: readonly CurvePoint[] }

/** What a compared curve says at the same stage, and how far the two lie apart, also where that is not clear. */
export function againstText(t: Translate<'map'>, ghost: Ghost | undefined, place: number, difference?: Difference): string | undefined {
  const point = ghost?.points[place]
  if (!ghost || !point) return undefined
  if (point.state === 'hidden') return t('against.hidden', { name: ghost.name })
  const said = point.state === 'empty' ? t('against.none') : `${point.text}, ${point.range}, ${point.answers}`
  const apart = difference && difference.text !== '' ? `. ${t('against.apart', { text: difference.text, says: difference.says })}` : ''
  return `${ghost.name}: ${said}${apart}`
}

type PointProps = { point: CurvePoint; days: string; against?: string; href: string; style: CSSProperties; stop: Record<string, unknown>; stage?: string; children?: ReactNode }

/** The mark of a stage on the curve: a link of 44 px around a point. */
export function EmotionPoint({ point, days, against, href, style, stop, stage, children }: PointProps) {
  const drawn = point.state === 'measured' || point.state === 'low'
  return (
    <Tooltip content={<PointTip point={point} days={days} against={against} />}>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-label={against ? `${point.label}. ${against}` : point.label}
        data-number={point.state === 'empty' ? undefined : point.pointer}
        data-stage={stage}
        style={style}
        className="group absolute grid size-11 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full outline-none"
        {...stop}
      >
        {/* The target is 44 px, the focus ring goes round the mark itself, so that it covers no number. */}
        <span className={classes('block rounded-full outline-offset-2 outline-focus group-focus-visible:outline-2', !drawn && !children && 'size-4')}>
          {drawn && <Mark of={point.mark} isLow={point.state === 'low'} isMoment={point.belief?.isMoment ?? false} />}
          {children}
        </span>
      </Link>
    </Tooltip>
  )
}

type DetailProps = Omit<PointProps, 'children' | 'stage' | 'against' | 'style'> & { left: string }

/** A touchpoint within its stage's column: a small point, its own interval while it is pointed to; what was assumed of it a diamond, alone where nobody answered. */
export function DetailPoint({ point, days, href, left, stop }: DetailProps) {
  const { index, low, high, belief } = point
  const assumed = belief?.assumed ?? null
  const bar = index === null || low === null || high === null ? null : { above: laneY(index) - laneY(high), below: laneY(low) - laneY(index) }
  return (
    <>
      {index !== null && assumed !== null && (
        <span className="pointer-events-none absolute -translate-1/2" style={{ left, top: laneY(assumed) }}>
          <Diamond />
        </span>
      )}
      <Tooltip content={<PointTip point={point} days={days} />}>
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          aria-label={point.label}
          data-number={point.state === 'empty' ? undefined : point.pointer}
          style={{ left, top: laneY(index ?? assumed ?? 0) }}
          className="group absolute grid size-6 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full outline-none"
          {...stop}
        >
          {bar && (
            <span
              aria-hidden
              className="pointer-events-none absolute left-1/2 hidden w-0 -translate-x-1/2 border-l-[1.5px] border-ink-2 group-hover:block group-focus-visible:block"
              style={{ top: 12 - bar.above, height: bar.above + bar.below }}
            />
          )}
          {index === null ? (
            <span className="block rounded-full outline-offset-2 outline-focus group-focus-visible:outline-2">
              <Diamond />
            </span>
          ) : belief?.isMoment ? (
            <span className={point.state === 'low' ? 'text-ink-3' : 'text-ink-2'}>
              <Star size={12} />
            </span>
          ) : (
            <span
              className={classes(
                'block size-2 rounded-full border-[1.5px] border-ink-2 outline-offset-2 outline-focus group-focus-visible:outline-2',
                point.state === 'low' ? 'bg-surface' : 'bg-bar',
              )}
            />
          )}
        </Link>
      </Tooltip>
    </>
  )
}

/** As the stages' own on the curve, smaller. */
const Diamond = () => <span aria-hidden className="block size-1.75 rotate-45 border-[1.4px] border-ink-3 bg-surface" />

function PointTip({ point, days, against }: { point: CurvePoint; days: string; against?: string }) {
  const t = useWords('map.point')
  return (
    <>
      <p className="font-semibold">
        {point.name}, {days}
      </p>
      {point.state === 'hidden' && <p>{t('few')}</p>}
      {point.state === 'empty' && <p>{t('none')}</p>}
      {point.index !== null && (
        <>
          <p>{t.rich('index', { value: point.text, range: point.range, b: (chunks) => <b className="font-semibold">{chunks}</b> })}</p>
          <p>
            {point.answers}
            {point.state === 'low' && `, ${t('care')}`}
          </p>
        </>
      )}
      {point.belief?.says && <p className="mt-1 first-letter:uppercase">{point.belief.says}</p>}
      {against && <p className="mt-1 first-letter:uppercase">{against}</p>}
      <p className="mt-1 text-ink-3">{t('keys')}</p>
    </>
  )
}
