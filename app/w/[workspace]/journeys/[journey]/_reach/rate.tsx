import { classes } from '#ui/classes'
import { formatNumber } from '#lib/stats/format'
import { describeRate, formatBase, formatRate, formatRateRange, whyNoRate } from '#lib/stats/format-rate'
import type { Rate } from '#lib/stats/reach'

/** How often a survey was put before somebody at a place. */
export function Exposed({ exposed, place, pointer }: { exposed: number | null; place: string; pointer: string }) {
  return (
    <p data-number={exposed === 0 ? undefined : `${pointer}/exposed`} className="flex h-7 items-center text-xs whitespace-nowrap text-ink-3 tabular-nums">
      <span className="sr-only">{`${place}: ${exposed === null ? 'fewer than 5 exposed, hidden for privacy' : `${formatNumber(exposed)} exposed`}`}</span>
      <span aria-hidden>
        {exposed === null && '<5 exposed, hidden'}
        {exposed === 0 && 'nobody asked'}
        {exposed !== null && exposed > 0 && (
          <>
            <b className="text-sm font-semibold text-ink">{formatNumber(exposed)}</b> exposed
          </>
        )}
      </span>
    </p>
  )
}

/** One rate of a place with its interval; `base`: what it is a share of stands beside it. */
export function RateLine({ rate, place, pointer, base }: { rate: Rate; place: string; pointer: string; base: boolean }) {
  const isQuiet = rate.n === 0 || rate.reason === 'not_told'
  return (
    <p data-number={isQuiet ? undefined : pointer} className="flex h-7 items-center tabular-nums">
      <span className="sr-only">{`${place}: ${describeRate(rate)}`}</span>
      <span aria-hidden className="grid flex-1 grid-cols-[minmax(44px,auto)_1fr_auto] items-baseline gap-x-1 text-xs whitespace-nowrap text-ink-3">
        {rate.value === null ? (
          <span className="col-span-3 truncate">{isQuiet ? '·' : whyNoRate(rate)}</span>
        ) : (
          <>
            <b className={classes('text-base text-ink', rate.lowN ? 'font-normal' : 'font-semibold')}>{formatRate(rate)}</b>
            <span className="truncate text-ink-2">{formatRateRange(rate)}</span>
            {base && <span>{formatBase(rate)}</span>}
          </>
        )}
      </span>
    </p>
  )
}
