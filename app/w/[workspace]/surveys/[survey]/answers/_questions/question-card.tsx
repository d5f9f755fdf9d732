import Link from 'next/link'
import { Card } from '#ui/card'
import { Chip } from '#ui/chip'
import { Distribution } from '#ui/distribution'
import type { QuestionResult } from '#lib/collect/results/result'
import { useSay, useWords } from '#words'
import { Choices } from './choices'

type CardProps = { result: QuestionResult; place: number; eachHref: string }

/** How one question was answered: its number with interval and spread, or the share of each choice, or how many wrote. */
export function QuestionCard({ result, place, eachHref }: CardProps) {
  const [say, t] = [useSay(), useWords('answers')]
  const { id, text, instrument, n, suppressed, lowN } = result
  return (
    <Card aria-labelledby={`q-${id}`} className="px-4 pt-3 pb-4">
      <h2 id={`q-${id}`} className="text-base font-semibold wrap-anywhere">
        <span className="font-normal text-ink-3 tabular-nums">{place}.</span> {text}
      </h2>
      <p className="mt-0.5 mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        {t(`question.instruments.${instrument}`)}
        {!suppressed && n !== 0 && <> · {say.answers(n)}</>}
        {lowN && <Chip>{t('question.low')}</Chip>}
      </p>
      <Body result={result} eachHref={eachHref} />
    </Card>
  )
}

function Body({ result: { n, suppressed, instrument, score, steps, buckets, chosen }, eachHref }: Omit<CardProps, 'place'>) {
  const [say, t] = [useSay(), useWords('answers')]
  if (suppressed) return <p className="hatch rounded-sm px-3 py-4 text-sm text-ink-2">{t('question.hidden')}</p>
  if (n === 0) return <p className="text-sm text-ink-2">{t('question.nobody')}</p>
  if (score && buckets) {
    return (
      <>
        <p className="mb-3 flex flex-wrap items-baseline gap-x-2.5">
          <b className="text-2xl font-semibold tabular-nums">{say.value(score)}</b>
          <span className="text-sm text-ink-2 tabular-nums">
            {t('question.interval', { metric: say.metricName(score.metric), range: say.range(score) })}
          </span>
        </p>
        <Distribution distribution={{ score, steps, buckets }} />
      </>
    )
  }
  if (chosen.length > 0) return <Choices instrument={instrument} chosen={chosen} n={n ?? 0} />
  return (
    <p className="text-sm text-ink-2">
      {t('question.wrote', { n: n ?? 0, count: say.number(n ?? 0) })}{' '}
      <Link href={eachHref} className="link">
        {t('question.read')}
      </Link>
    </p>
  )
}
