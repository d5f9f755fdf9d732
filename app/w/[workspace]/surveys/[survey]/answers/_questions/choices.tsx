import type { QuestionResult } from '#lib/collect/result'
import { formatNumber, formatPercent } from '#lib/stats/format'

type ChoicesProps = Pick<QuestionResult, 'instrument' | 'chosen'> & { n: number }

/** Each choice with how many took it and the share of those who answered; the most taken first, a consent as it is asked. */
export function Choices({ instrument, chosen, n }: ChoicesProps) {
  const sorted = instrument === 'consent' ? chosen : chosen.toSorted((a, b) => b.n - a.n)
  const isAny = instrument === 'choices' || instrument === 'emotions'
  return (
    <>
      <table className="w-full text-sm">
        <caption className="sr-only">How often each was chosen</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Choice</th>
            <th scope="col">Share</th>
            <th scope="col">95 % interval</th>
            <th scope="col">People</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, label, n: count, value, low, high }) => (
            <tr key={id}>
              <th scope="row" className="w-full py-1.5 pr-4 text-left align-top font-normal wrap-anywhere">
                {label}
                <span aria-hidden className="mt-1 block h-1.5 rounded-full bg-bar-2">
                  <span className="block h-full rounded-full bg-curve" style={{ width: `${value ?? 0}%` }} />
                </span>
              </th>
              <td className="py-1.5 text-right align-top font-semibold whitespace-nowrap tabular-nums">{formatPercent(value ?? 0)}</td>
              <td className="px-2.5 py-1.5 text-right align-top text-xs leading-5 whitespace-nowrap text-ink-3 tabular-nums">
                {formatNumber(low ?? 0)} to {formatNumber(high ?? 0)}
              </td>
              <td className="w-px py-1.5 text-right align-top whitespace-nowrap text-ink-2 tabular-nums">{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-ink-3">
        Share of the {formatNumber(n)} who answered, its 95 % interval, and how many.{isAny && ' More than one could be chosen.'}
      </p>
    </>
  )
}
