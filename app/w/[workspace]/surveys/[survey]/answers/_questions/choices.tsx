import type { QuestionResult } from '#lib/collect/results/result'
import { catalogueOf } from '#lib/surveys/words/catalogue'
import { useSay, useWords } from '#words'

type ChoicesProps = Pick<QuestionResult, 'instrument' | 'chosen'> & { n: number }

/** Each choice with how many took it and the share of those who answered; the most taken first, a consent as it is asked. */
export function Choices({ instrument, chosen, n }: ChoicesProps) {
  const [say, t] = [useSay(), useWords('answers')]
  const ours: Readonly<Record<string, string>> =
    instrument === 'emotions' ? catalogueOf(say.language).words.emotions : instrument === 'consent' ? { yes: t('each.yes'), no: t('each.no') } : {}
  const sorted = instrument === 'consent' ? chosen : chosen.toSorted((a, b) => b.n - a.n)
  const isAny = instrument === 'choices' || instrument === 'emotions'
  return (
    <>
      <table className="w-full text-sm">
        <caption className="sr-only">{t('choices.caption')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('choices.choice')}</th>
            <th scope="col">{t('choices.share')}</th>
            <th scope="col">{t('choices.interval')}</th>
            <th scope="col">{t('choices.people')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, label, n: count, value, low, high }) => (
            <tr key={id}>
              <th scope="row" className="w-full py-1.5 pr-4 text-left align-top font-normal wrap-anywhere">
                {ours[id] ?? label}
                <span aria-hidden className="mt-1 block h-1.5 rounded-full bg-bar-2">
                  <span className="block h-full rounded-full bg-curve" style={{ width: `${value ?? 0}%` }} />
                </span>
              </th>
              <td className="py-1.5 text-right align-top font-semibold whitespace-nowrap tabular-nums">{say.percent(value ?? 0)}</td>
              <td className="px-2.5 py-1.5 text-right align-top text-xs leading-5 whitespace-nowrap text-ink-3 tabular-nums">
                {say.between(say.number(low ?? 0), say.number(high ?? 0))}
              </td>
              <td className="w-px py-1.5 text-right align-top whitespace-nowrap text-ink-2 tabular-nums">{say.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-ink-3">
        {t('choices.says', { count: say.number(n) })}
        {isAny && ` ${t('choices.any')}`}
      </p>
    </>
  )
}
