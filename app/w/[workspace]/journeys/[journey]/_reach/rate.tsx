import { classes } from '#ui/classes'
import type { Rate } from '#lib/stats/reach'
import { useSay, useWords } from '#words'

/** How often a survey was put before somebody at a place. */
export function Exposed({ exposed, place, pointer }: { exposed: number | null; place: string; pointer: string }) {
  const [t, say] = [useWords('pain.reach'), useSay()]
  return (
    <p data-number={exposed === 0 ? undefined : `${pointer}/exposed`} className="flex h-7 items-center text-xs whitespace-nowrap text-ink-3 tabular-nums">
      <span className="sr-only">{exposed === null ? t('saysFew', { place }) : t('says', { place, count: say.number(exposed) })}</span>
      <span aria-hidden>
        {exposed === null && t('few')}
        {exposed === 0 && t('nobody')}
        {exposed !== null && exposed > 0 && t.rich('count', { count: say.number(exposed), b: (chunks) => <b className="text-sm font-semibold text-ink">{chunks}</b> })}
      </span>
    </p>
  )
}

/** One rate of a place with its interval; `base`: what it is a share of stands beside it. */
export function RateLine({ rate, place, pointer, base }: { rate: Rate; place: string; pointer: string; base: boolean }) {
  const say = useSay()
  const isQuiet = rate.n === 0 || rate.reason === 'not_told'
  return (
    <p data-number={isQuiet ? undefined : pointer} className="flex h-7 items-center tabular-nums">
      <span className="sr-only">{`${place}: ${say.describeRate(rate)}`}</span>
      <span aria-hidden className="grid flex-1 grid-cols-[minmax(44px,auto)_1fr_auto] items-baseline gap-x-1 text-xs whitespace-nowrap text-ink-3">
        {rate.value === null ? (
          <span className="col-span-3 truncate">{isQuiet ? '·' : say.whyNoRate(rate)}</span>
        ) : (
          <>
            <b className={classes('text-base text-ink', rate.lowN ? 'font-normal' : 'font-semibold')}>{say.rate(rate)}</b>
            <span className="truncate text-ink-2">{say.rateRange(rate)}</span>
            {base && <span>{say.base(rate)}</span>}
          </>
        )}
      </span>
    </p>
  )
}
