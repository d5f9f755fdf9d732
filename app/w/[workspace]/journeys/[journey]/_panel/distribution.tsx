import type { Distribution as Spread } from '#lib/maps/types'
import { describeMeasured, formatNumber, formatPercent, metricName } from '#lib/stats/format'
import { shareEstimate } from '#lib/stats/interval'

const LOOKS = {
  negative: { fill: 'var(--pu-n2)', text: 'var(--pu-n2-t)' },
  neutral: { fill: 'var(--bar)', text: 'var(--text)' },
  positive: { fill: 'var(--pu-p2)', text: 'var(--pu-p2-t)' },
} as const

const WORDS = { negative: 'Unhappy', neutral: 'In between', positive: 'Happy' } as const
const HEIGHT = 76

/** How many gave each step of the scale, as counts; the bars are a table to those who do not see them. */
export function Distribution({ distribution }: { distribution: Spread }) {
  const { score, steps, buckets } = distribution
  if (score.suppressed) return <p className="text-sm text-ink-2">{metricName(score.metric)}: fewer than 5 answers, hidden for privacy</p>
  const total = score.n ?? 0
  const most = Math.max(1, ...steps.map(({ n }) => n ?? 0))
  return (
    <>
      <p className="mb-2 text-sm">{describeMeasured(score)}</p>
      <div className="flex h-5.5 gap-0.5 text-xs font-medium">
        {(['negative', 'neutral', 'positive'] as const).map((bucket) => (
          <Share key={bucket} bucket={bucket} n={buckets[bucket] ?? 0} total={total} />
        ))}
      </div>
      <table className="mt-2 w-full table-fixed border-separate border-spacing-x-1 border-spacing-y-0 text-center text-xs">
        <caption className="sr-only">{metricName(score.metric)}: answers at each step</caption>
        <tbody>
          <tr className="align-bottom">
            {steps.map(({ label, bucket, n }) => (
              <td key={label} className="p-0 text-ink-2">
                {formatNumber(n ?? 0)}
                <span
                  aria-hidden
                  className="mt-0.5 block rounded-t-sm"
                  style={{ height: Math.max(2, ((n ?? 0) / most) * HEIGHT), backgroundColor: LOOKS[bucket].fill }}
                />
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

function Share({ bucket, n, total }: { bucket: keyof typeof WORDS; n: number; total: number }) {
  if (n === 0) return null
  const share = shareEstimate(n, total)?.value ?? 0
  const words = `${WORDS[bucket]} · ${formatNumber(n)} · ${formatPercent(share)}`
  const { fill, text } = LOOKS[bucket]
  return (
    <div title={words} className="min-w-2 truncate rounded-[3px] px-2 leading-5.5" style={{ flexGrow: n, flexBasis: 0, backgroundColor: fill, color: text }}>
      {words}
    </div>
  )
}
