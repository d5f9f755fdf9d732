import type { Counts } from '#lib/maps/explain/read-explanation'
import { shareEstimate } from '#lib/stats/interval'
import { roundHalfAway } from '#lib/stats/round'
import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'

const BUCKETS = [
  { key: 'negative', fill: 'var(--pu-n2)' },
  { key: 'neutral', fill: 'var(--bar)' },
  { key: 'positive', fill: 'var(--pu-p2)' },
] as const

/** Four digits are enough to follow the formula; what is whole has none. */
function formatSum({ language }: Say, x: number): string {
  const rounded = roundHalfAway(x, 4)
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(Math.abs(rounded))
  return rounded < 0 ? `−${size}` : size
}

/** The answers in their three buckets, and the sums that value and interval are computed from. */
export function CountsIn({ title, counts }: { title: string; counts: Counts }) {
  const [t, say] = [useWords('explain'), useSay()]
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
        {BUCKETS.map(({ key, fill }) => (
          <li key={key} className="flex items-center gap-1.5 tabular-nums">
            <span aria-hidden className="size-2.5 rounded-[2px]" style={{ backgroundColor: fill }} />
            {t(`bucket.${key}`)} <b className="font-semibold">{say.number(counts[key])}</b>
            {n > 0 && <span className="text-ink-2">{say.percent(shareEstimate(counts[key], n)?.value ?? 0)}</span>}
          </li>
        ))}
      </ul>
      <p className="mt-1 font-mono text-xs text-ink-2 tabular-nums">
        n = {say.number(n)}, S = {formatSum(say, s)}, Q = {formatSum(say, q)}
      </p>
    </section>
  )
}
