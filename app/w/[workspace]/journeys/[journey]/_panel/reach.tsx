import { formatNumber } from '#lib/stats/format'
import { formatBase, formatRate, formatRateRange, whyNoRate } from '#lib/stats/format-rate'
import type { Rate } from '#lib/stats/reach'
import { HeldBack, ofAll } from '../_reach/counted'
import { type Reached, ratesOf } from '../_reach/rates'

type ReachProps = { held: number | null; answers: number | null; reached?: Reached; name: string; surveys: string }

/** Of how many answers the numbers are, where some are held back; then whom surveys reached here. */
export function PanelReach({ held, answers, reached, name, surveys }: ReachProps) {
  const all = ofAll(answers, held)
  const isHeld = held !== 0 && answers !== null && answers > 0
  const isReached = reached !== undefined && (reached.row.exposed !== 0 || reached.row.dropOff.n !== 0)
  return (
    <>
      {isHeld && (
        <p className="border-b border-line px-5 py-2.5 text-sm text-ink-2">
          {all === null ? `${formatNumber(answers)} answers counted` : `${formatNumber(answers)} of ${formatNumber(all)} answers counted`}
          <HeldBack held={held} answers={answers} href={surveys} />
        </p>
      )}
      {isReached && <Rates reached={reached} name={name} />}
    </>
  )
}

function Rates({ reached, name }: { reached: Reached; name: string }) {
  const { row, pointer } = reached
  return (
    <dl aria-label={`Reach at ${name}`} className="grid grid-cols-4 gap-x-3 gap-y-3 border-b border-line px-5 py-3.5 max-wide:grid-cols-2">
      <div>
        <dt className="text-xs text-ink-2">Exposed</dt>
        <dd>
          <span data-number={row.exposed === 0 ? undefined : `${pointer}/exposed`} className={row.exposed === null ? 'block py-1 text-sm text-ink-3' : 'block w-fit text-xl font-semibold tracking-tight'}>
            {row.exposed === null ? '<5, hidden' : formatNumber(row.exposed)}
          </span>
        </dd>
      </div>
      {ratesOf([reached]).map(({ key, name: rateName }) => (
        <div key={key}>
          <dt className="text-xs text-ink-2">{rateName}</dt>
          <dd>
            <RateValue rate={row[key]} pointer={`${pointer}/${key}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function RateValue({ rate, pointer }: { rate: Rate; pointer: string }) {
  if (rate.value === null) return <span className="block py-1 text-sm text-ink-3">{whyNoRate(rate)}</span>
  return (
    <>
      <span data-number={pointer} className="block w-fit text-xl font-semibold tracking-tight">
        {formatRate(rate)}
      </span>
      <span className="block text-xs text-ink-3">{formatRateRange(rate)}</span>
      <span className="block text-xs text-ink-3">
        of {formatBase(rate)}
        {rate.lowN && ', low n'}
      </span>
    </>
  )
}
