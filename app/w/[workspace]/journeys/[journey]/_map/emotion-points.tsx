'use client'

import Link from 'next/link'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { classes } from '#ui/classes'
import { Tooltip } from '#ui/tooltip'
import type { CurvePoint } from './curve'
import { KEY_STEPS } from './key-steps'

/** The points of a curve as one stop of the Tab key: arrow keys go from stage to stage, Enter opens. */
export function useStops(count: number) {
  const [current, setCurrent] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const next = step(current, count - 1)
    setCurrent(next)
    box.current?.querySelectorAll<HTMLAnchorElement>('[data-stop]')[next]?.focus()
  }
  const stop = (place: number) => ({
    'data-stop': place,
    tabIndex: place === current ? 0 : -1,
    onFocus: () => setCurrent(place),
  })
  return { box, onKeyDown, stop }
}

/** What a compared curve says at the same stage. */
export function againstText(ghost: { name: string; points: readonly CurvePoint[] } | undefined, place: number): string | undefined {
  const point = ghost?.points[place]
  if (!ghost || !point) return undefined
  if (point.state === 'hidden') return `${ghost.name}: fewer than 5 answers, hidden for privacy`
  return `${ghost.name}: ${point.state === 'empty' ? 'no answers' : `${point.text}, ${point.range}, ${point.answers}`}`
}

type PointProps = { point: CurvePoint; days: string; against?: string; href: string; style: CSSProperties; stop: Record<string, unknown>; children?: ReactNode }

/** The mark of a stage on the curve: a link of 44 px around a point, hollow where few answered. */
export function EmotionPoint({ point, days, against, href, style, stop, children }: PointProps) {
  const drawn = point.state === 'measured' || point.state === 'low'
  const look = point.state === 'low' ? 'size-2.75 border-2 border-curve bg-surface' : 'size-2.5 bg-curve ring-[1.5px] ring-surface'
  return (
    <Tooltip content={<PointTip point={point} days={days} against={against} />}>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-label={point.label}
        data-number={point.state === 'empty' ? undefined : point.pointer}
        style={style}
        className="group absolute grid size-11 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full outline-none"
        {...stop}
      >
        {/* The target is 44 px, the focus ring goes round the mark itself, so that it covers no number. */}
        <span className={classes('block rounded-full outline-offset-2 outline-focus group-focus-visible:outline-2', drawn ? look : !children && 'size-4')}>{children}</span>
      </Link>
    </Tooltip>
  )
}

function PointTip({ point, days, against }: { point: CurvePoint; days: string; against?: string }) {
  return (
    <>
      <p className="font-semibold">
        {point.name}, {days}
      </p>
      {point.state === 'hidden' && <p>Fewer than 5 answers, hidden for privacy</p>}
      {point.state === 'empty' && <p>No answers yet</p>}
      {point.index !== null && (
        <>
          <p>
            Emotion index <b className="font-semibold">{point.text}</b>, 95 % interval {point.range}
          </p>
          <p>
            {point.answers}
            {point.state === 'low' && ', fewer than 30: read with care'}
          </p>
        </>
      )}
      {against && <p className="mt-1">{against}</p>}
      <p className="mt-1 text-ink-3">Enter: open · arrow keys: next stage · ?: how it is made</p>
    </>
  )
}
