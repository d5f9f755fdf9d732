'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { TextField } from '#ui/field'
import { useSay, useWords } from '#words'
import { Asked } from '../_draft/asked'
import { type MeasuredStage, useEditing, useLane, useWrite } from '../_draft/editing'
import { HEIGHT, indexAfter, indexAt, partOf, yOf } from './curve'
import { LaneCell, Written } from './written'

/** A moment without a further key before it is saved: ten presses of an arrow are one change. */
const SETTLE_MS = 500

type Neighbours = { before?: string; next?: string }

/** What the team believes the emotion index of a stage to be: a point that is dragged, or moved by the arrow keys. */
export function Assumed({ stage, before, next }: { stage: { key: string; name: string } } & Neighbours) {
  const [t, say] = [useWords('editor'), useSay()]
  const { document, measured, blind } = useEditing()
  const { cell, value } = useLane('assumed', 'stage', stage.key)
  const indexOf = (key: string | undefined) => (key === undefined ? null : (document.lanes.assumed.stage[key]?.index ?? null))
  const measuredAt = (key: string | undefined) => (key === undefined || blind ? null : (measured[key]?.index ?? null))
  const { shown, onKeyDown, onPointer, place, remove } = usePoint(cell, value)
  const seen = blind ? undefined : measured[stage.key]
  return (
    <LaneCell label={t('lane.assumed')} className="px-0! pt-1! [&>h3]:px-2.5">
      <div className="relative" style={{ height: HEIGHT }} onClick={place} data-track>
        <svg aria-hidden viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
          <line x1={0} x2={100} y1={yOf(0)} y2={yOf(0)} stroke="var(--zero)" vectorEffect="non-scaling-stroke" />
          {[100, 50, -50, -100].map((at) => (
            <line key={at} x1={0} x2={100} y1={yOf(at)} y2={yOf(at)} stroke="var(--grid)" vectorEffect="non-scaling-stroke" />
          ))}
          <path d={partOf(measuredAt(stage.key), measuredAt(before), measuredAt(next))} fill="none" stroke="var(--curve)" strokeWidth={1.5} strokeOpacity={0.55} vectorEffect="non-scaling-stroke" />
          <path d={partOf(shown, indexOf(before), indexOf(next))} fill="none" stroke="var(--text-3)" strokeWidth={1.5} strokeDasharray="2 3" vectorEffect="non-scaling-stroke" />
        </svg>
        {seen && <MeasuredPoint seen={seen} />}
        <button
          type="button"
          role="slider"
          aria-label={t('assumed.of', { stage: stage.name })}
          aria-orientation="vertical"
          aria-valuemin={-100}
          aria-valuemax={100}
          aria-valuenow={shown ?? 0}
          aria-valuetext={shown === null ? t('assumed.none') : say.index(shown)}
          onKeyDown={onKeyDown}
          {...onPointer}
          style={{ top: yOf(shown ?? 0) }}
          className="group absolute left-1/2 grid size-7 -translate-1/2 cursor-ns-resize touch-none place-items-center rounded-full max-wide:size-11"
        >
          <span
            className={classes(
              'block size-3 border-2 bg-surface group-hover:border-accent group-focus-visible:border-accent group-active:bg-accent',
              // What is not drawn yet looks like a place for a point, not like a point at zero.
              shown === null ? 'rounded-full border-dotted border-line-field' : 'rotate-45 border-ink-2',
            )}
          />
        </button>
      </div>
      <div className="px-2.5 pb-1">
        <p className="flex min-h-6 items-center gap-2 text-xs whitespace-nowrap text-ink-2">
          {shown === null ? (
            <span className="text-ink-3">{t('assumed.hint')}</span>
          ) : (
            <>
              <span className="flex items-center gap-2">
                <Diamond />
                <span className="sr-only">{t('assumed.word')}</span> <b className="text-sm font-semibold text-ink tabular-nums">{say.index(shown)}</b>
              </span>
              <Button look="ghost" size="icon" className="-ml-1 size-6! max-wide:size-11!" aria-label={t('assumed.remove', { stage: stage.name })} onClick={remove}>
                <X aria-hidden className="size-3.5" />
              </Button>
            </>
          )}
          {seen && (seen.index !== null || seen.hidden) && (
            <span className="ml-auto flex items-center gap-1.5 tabular-nums">
              <Dot />
              <span className="sr-only">{t('assumed.measured')}</span> {seen.text}
            </span>
          )}
        </p>
        {value && shown !== null && (
          <Written
            cell={cell}
            name={t('assumed.because', { stage: stage.name })}
            add={t('add.because')}
            shown={value.because ? <span className="block text-xs wrap-anywhere text-ink-2">{value.because}</span> : null}
            fields={<TextField label={t('field.because')} labelHidden placeholder={t('field.because')} name="because" autoFocus maxLength={200} defaultValue={value.because} />}
            read={(form) => {
              const because = String(form.get('because')).trim()
              return because === '' ? { index: value.index } : { index: value.index, because }
            }}
          />
        )}
        {!value && <Asked at={(each) => each === cell} />}
      </div>
    </LaneCell>
  )
}

/** As on the map: a diamond is what is assumed, a dot what was measured. */
export const Diamond = () => <span aria-hidden className="block size-2 shrink-0 rotate-45 border-[1.5px] border-ink-2" />
export const Dot = () => <span aria-hidden className="block size-2 shrink-0 rounded-full bg-curve opacity-70" />

function MeasuredPoint({ seen: { index, low, high, hidden } }: { seen: MeasuredStage }) {
  if (hidden) return <span aria-hidden className="hatch absolute inset-x-0 inset-y-3" />
  if (index === null) return null
  return (
    <span aria-hidden className="pointer-events-none absolute left-1/2 opacity-70">
      {low !== null && high !== null && <span className="absolute w-px -translate-x-1/2 bg-curve" style={{ top: yOf(high), height: yOf(low) - yOf(high) }} />}
      <span className="absolute size-2 -translate-1/2 rounded-full bg-curve" style={{ top: yOf(index) }} />
    </span>
  )
}

/** The point while it is moved, and its saving once it rests. */
function usePoint(cell: string, value: { index: number; because?: string } | null) {
  const write = useWrite()
  const { revisionOf } = useEditing()
  const [moving, setMoving] = useState<number | null>(null)
  const held = useRef<{ seen: number; dragged: boolean } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = moving ?? value?.index ?? null

  const save = (index: number) => {
    clearTimeout(timer.current)
    const seen = held.current?.seen
    held.current = null
    setMoving(null)
    if (index !== value?.index) void write([{ cell, value: { ...value, index }, seen }])
  }
  const latest = useRef<() => void>(() => {})
  useEffect(() => {
    latest.current = () => moving !== null && held.current && save(moving)
  })
  // What was moved by keys is kept also when somebody leaves before it has settled.
  useEffect(() => () => latest.current(), [])

  const yIn = (event: PointerEvent | MouseEvent) => event.clientY - (event.currentTarget.closest('[data-track]')?.getBoundingClientRect().top ?? 0)
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Delete' || event.key === 'Backspace') && value) return remove()
    const to = indexAfter(event.key, shown ?? 0, event.shiftKey)
    if (to === null) return
    event.preventDefault()
    held.current ??= { seen: revisionOf(cell), dragged: false }
    setMoving(to)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => save(to), SETTLE_MS)
  }
  const remove = () => {
    clearTimeout(timer.current)
    held.current = null
    setMoving(null)
    void write([{ cell, value: null }])
  }
  const onPointer = {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { seen: revisionOf(cell), dragged: false }
    },
    onPointerMove: (event: PointerEvent) => {
      if (!held.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return
      held.current.dragged = true
      setMoving(indexAt(yIn(event)))
    },
    onPointerUp: (event: PointerEvent) => {
      if (held.current?.dragged) save(indexAt(yIn(event)))
      else held.current = null
    },
    onPointerCancel: () => {
      held.current = null
      setMoving(null)
    },
    // A press on the point itself is no click on the column behind it.
    onClick: (event: MouseEvent) => event.stopPropagation(),
    onBlur: () => latest.current(),
  }
  /** A click anywhere in the column puts the point there. */
  const place = (event: MouseEvent) => save(indexAt(yIn(event)))
  return { shown, onKeyDown, onPointer, place, remove }
}
