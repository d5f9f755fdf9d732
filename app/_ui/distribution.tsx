import { useSay, useWords } from '#words'
import { shareEstimate } from '#lib/stats/interval'
import type { Measured } from '#lib/stats/measure'
import { Tabs } from './tabs'

type Bucket = 'negative' | 'neutral' | 'positive'

type Spread = {
  instrument: 'nps' | 'csat' | 'ces' | 'sentiment'
  score: Measured
  steps: readonly { label: string; bucket: Bucket; n: number | null }[]
  buckets: Readonly<Record<Bucket, number | null>>
  /** The share of each step before, 0..1: a black line across its bar. */
  before?: readonly number[] | null
}

const BUCKETS = ['negative', 'neutral', 'positive'] as const
const FILLS = { negative: 'var(--pu-n2)', neutral: 'var(--bar)', positive: 'var(--pu-p2)' } as const
const NAMES = { nps: 'NPS', csat: 'CSAT', ces: 'CES' } as const
const HEIGHT = 76

/** How many gave each step of the scale, as counts; the bars are a table to those who do not see them. */
export function Distribution({ distribution }: { distribution: Omit<Spread, 'instrument'> }) {
  const [t, say] = [useWords('ui.spread'), useSay()]
  const { score, steps, buckets, before } = distribution
  const name = say.metricName(score.metric)
  if (score.suppressed) return <p className="text-sm text-ink-2">{t('hidden', { name })}</p>
  const total = score.n ?? 0
  const was = (place: number) => (before?.[place] ?? 0) * total
  const most = Math.max(1, ...steps.map(({ n }, place) => Math.max(n ?? 0, was(place))))
  return (
    <>
      <div aria-hidden className="flex h-3 gap-0.5">
        {BUCKETS.map((bucket) => (
          <span key={bucket} className="rounded-[3px]" style={{ flexGrow: buckets[bucket] ?? 0, flexBasis: 0, backgroundColor: FILLS[bucket] }} />
        ))}
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-x-5 text-sm">
        {BUCKETS.map((bucket) => (
          <li key={bucket} className="flex items-center gap-1.5">
            <span aria-hidden className="size-2.5 rounded-[2px]" style={{ backgroundColor: FILLS[bucket] }} />
            {t(bucket)} <b className="font-semibold">{say.number(buckets[bucket] ?? 0)}</b>
            <span className="text-ink-2">{say.percent(shareEstimate(buckets[bucket] ?? 0, total)?.value ?? 0)}</span>
          </li>
        ))}
      </ul>
      <table className="mt-1 w-full table-fixed border-separate border-spacing-x-1 border-spacing-y-0 text-center text-xs">
        <caption className="sr-only">{t('caption', { name })}</caption>
        <tbody>
          <tr className="align-bottom">
            {steps.map(({ label, bucket, n }, place) => (
              <td key={label} className="p-0 text-ink-2">
                {say.number(n ?? 0)}
                {before && <span className="sr-only">{t('before', { share: say.percent(100 * (before[place] ?? 0)) })}</span>}
                <span aria-hidden className="relative mt-0.5 flex items-end" style={{ height: Math.max(2, (Math.max(n ?? 0, was(place)) / most) * HEIGHT) }}>
                  <span className="block w-full rounded-t-sm" style={{ height: Math.max(2, ((n ?? 0) / most) * HEIGHT), backgroundColor: FILLS[bucket] }} />
                  {before && <span className="absolute inset-x-0 h-0.5 bg-ink" style={{ bottom: Math.max(0, (was(place) / most) * HEIGHT - 1) }} />}
                </span>
              </td>
            ))}
          </tr>
          <tr>
            {steps.map(({ label }) => (
              <th key={label} scope="col" className="border-t border-line pt-0.5 font-normal text-ink-3">
                {label}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  )
}

/** One tab an instrument: they have scales of their own and are never mixed. */
export function Distributions({ distributions }: { distributions: readonly Spread[] }) {
  const t = useWords('ui.spread')
  const [only] = distributions
  if (!only) return <p className="text-sm text-ink-2">{t('none')}</p>
  if (distributions.length === 1) return <Distribution distribution={only} />
  const tabs = distributions.map((each) => ({ value: each.instrument, label: each.instrument === 'sentiment' ? t('sentiment') : NAMES[each.instrument], content: <Distribution distribution={each} /> }))
  return <Tabs label={t('instrument')} tabs={tabs} />
}
