'use client'

import { Chip } from '#ui/chip'
import { classes } from '#ui/classes'
import { Tooltip } from '#ui/tooltip'
import { useWords } from '#words'
import type { Difference } from './difference'

type LaneProps = { differences: readonly Difference[]; axis: number; names: { base: string; other: string }; selected?: string }

/** How far each stage lies from the compared group, under its column: the number, the finding in words, the interval on one axis. */
export function DifferenceCells({ differences, axis, names, selected }: LaneProps) {
  return differences.map((difference) => (
    <div key={difference.stage} className={classes('map-cell flex flex-col justify-between px-3 py-1.5', difference.stage === selected && 'bg-accent/5', difference.state === 'hidden' && 'hatch')}>
      {difference.bar ? (
        <>
          <p className="flex min-h-5 flex-wrap items-center justify-between gap-x-2 gap-y-1">
            <Number difference={difference} names={names} />
            <Says difference={difference} />
          </p>
          <DifferenceBar difference={difference} axis={axis} />
        </>
      ) : (
        <Untested difference={difference} />
      )}
    </div>
  ))
}

/** The finding: with its arrow where it is clear, else in plain words. */
export function Says({ difference: { tone, says } }: { difference: Difference }) {
  return tone ? <Chip tone={tone}>{says}</Chip> : <span className="text-xs whitespace-nowrap text-ink-2">{says}</span>
}

function Number({ difference, names }: { difference: Difference; names: LaneProps['names'] }) {
  const { pointer, text, name, tone } = difference
  return (
    <Tooltip content={<Tip difference={difference} names={names} />}>
      <b data-number={pointer} className={classes('text-base whitespace-nowrap tabular-nums', tone ? 'font-semibold' : 'font-normal')}>
        <span className="sr-only">{name}: </span>
        {text}
      </b>
    </Tooltip>
  )
}

/** Nobody answered is quiet; hidden and changed questions say why. */
function Untested({ difference: { state, says, why, name } }: { difference: Difference }) {
  const isQuiet = state === 'no_answers'
  return (
    <p className={classes('text-xs', isQuiet ? 'text-ink-3' : 'text-ink-2')}>
      <span className="sr-only">{name}: </span>
      <b className={classes('block w-fit first-letter:uppercase', isQuiet ? 'font-normal' : 'rounded-sm bg-surface pr-1 font-semibold text-ink')}>{says}</b>
      {!isQuiet && <span className="rounded-sm bg-surface box-decoration-clone pr-1">{why}</span>}
    </p>
  )
}

/** The interval on an axis whose middle is 0; drawn only, the words above it say the same. */
function DifferenceBar({ difference: { bar, tone }, axis }: { difference: Difference; axis: number }) {
  const at = (value: number) => `${((Math.max(-axis, Math.min(axis, value)) + axis) / (2 * axis)) * 100}%`
  const paint = tone === 'worse' ? 'bg-pain' : tone === 'better' ? 'bg-good' : 'bg-ink-3'
  return (
    <div aria-hidden className="mt-1">
      <div className="relative h-3.5">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <span className="absolute inset-y-0 left-1/2 w-px bg-zero" />
        {bar && (
          <>
            <span className={classes('absolute top-1/2 h-0.5 -translate-y-1/2', paint)} style={{ left: at(bar.low), right: `calc(100% - ${at(bar.high)})` }} />
            <Cap at={at(bar.low)} paint={paint} />
            <Cap at={at(bar.high)} paint={paint} />
            <span className={classes('absolute top-1/2 size-2 -translate-1/2 rounded-full ring-1 ring-surface', paint)} style={{ left: at(bar.value) }} />
          </>
        )}
      </div>
      <p className="grid grid-cols-3 text-xs text-ink-3">
        <span>−{axis}</span>
        <span className="text-center">0</span>
        <span className="text-right">+{axis}</span>
      </p>
    </div>
  )
}

const Cap = ({ at, paint }: { at: string; paint: string }) => <span className={classes('absolute top-1/2 h-2 w-0.5 -translate-1/2', paint)} style={{ left: at }} />

function Tip({ difference: { name, text, range, q, says, why, base, other }, names }: { difference: Difference; names: LaneProps['names'] }) {
  const t = useWords('compare.difference')
  return (
    <>
      <p className="font-semibold">
        {why ? t('tipWhy', { name, text, says, why }) : t('tip', { name, text, says })}
      </p>
      <p>
        {names.base}: {base}
      </p>
      <p>
        {names.other}: {other}
      </p>
      <p className="mt-1 text-ink-2">{t('how', { range, q: q.startsWith('<') ? q : `= ${q}` })}</p>
    </>
  )
}
