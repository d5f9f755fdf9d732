import type { Counts } from '#lib/maps/explain/read-explanation'
import { formatNumber, formatPercent } from '#lib/stats/format'
import { shareEstimate } from '#lib/stats/interval'

const BUCKETS = [
  { key: 'negative', word: 'Unhappy', fill: 'var(--pu-n2)' },
  { key: 'neutral', word: 'In between', fill: 'var(--bar)' },
  { key: 'positive', word: 'Happy', fill: 'var(--pu-p2)' },
] as const

/** Four digits are enough to follow the formula; what is whole has none. */
const formatSum = (x: number): string => (Number.isInteger(x) ? formatNumber(x) : formatNumber(x, 4).replace(/\.?0+$/, ''))

/** The answers in their three buckets, and the sums that value and interval are computed from. */
export function CountsIn({ title, counts }: { title: string; counts: Counts }) {
  const { n, s, q } = counts
  return (
    <section className="mt-3 border-t border-line pt-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {n > 0 && (
        <div aria-hidden className="mt-1.5 flex h-3 gap-0.5">
          {BUCKETS.filter(({ key }) => counts[key] > 0).map(({ key, fill }) => (
            <span key={key} className="rounded-[3px]" style={{ flexGrow: counts[key], flexBasis: 0, backgroundColor: fill }} />
          ))}
        </div>
      )}
      <ul className="mt-1.5 flex flex-wrap gap-x-3 text-xs">
        {BUCKETS.map(({ key, word, fill }) => (
          <li key={key} className="flex items-center gap-1.5 tabular-nums">
            <span aria-hidden className="size-2.5 rounded-[2px]" style={{ backgroundColor: fill }} />
            {word} <b className="font-semibold">{formatNumber(counts[key])}</b>
            {n > 0 && <span className="text-ink-2">{formatPercent(shareEstimate(counts[key], n)?.value ?? 0)}</span>}
          </li>
        ))}
      </ul>
      <p className="mt-1 font-mono text-xs text-ink-2 tabular-nums">
        n = {formatNumber(n)}, S = {formatSum(s)}, Q = {formatSum(q)}
      </p>
    </section>
  )
}
