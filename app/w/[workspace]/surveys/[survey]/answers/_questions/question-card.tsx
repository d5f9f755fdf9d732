import Link from 'next/link'
import { Card } from '#ui/card'
import { Chip } from '#ui/chip'
import { Distribution } from '#ui/distribution'
import type { QuestionResult } from '#lib/collect/result'
import { formatAnswers, formatNumber, formatRange, formatValue, metricName } from '#lib/stats/format'
import { Choices } from './choices'

const NAMES: Record<QuestionResult['instrument'], string> = {
  nps: 'NPS', csat: 'CSAT', ces: 'CES', sentiment: 'Five faces', emotions: 'Emotion words', choice: 'One of several', choices: 'Any of several',
  short: 'Short text', comment: 'Comment', consent: 'Consent',
}

type CardProps = { result: QuestionResult; place: number; eachHref: string }

/** How one question was answered: its number with interval and spread, or the share of each choice, or how many wrote. */
export function QuestionCard({ result, place, eachHref }: CardProps) {
  const { id, text, instrument, n, suppressed, lowN } = result
  return (
    <Card aria-labelledby={`q-${id}`} className="px-4 pt-3 pb-4">
      <h2 id={`q-${id}`} className="text-base font-semibold wrap-anywhere">
        <span className="font-normal text-ink-3 tabular-nums">{place}.</span> {text}
      </h2>
      <p className="mt-0.5 mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        {NAMES[instrument]}
        {!suppressed && n !== 0 && <> · {formatAnswers(n)}</>}
        {lowN && <Chip>low n</Chip>}
      </p>
      <Body result={result} eachHref={eachHref} />
    </Card>
  )
}

function Body({ result: { n, suppressed, instrument, score, steps, buckets, chosen }, eachHref }: Omit<CardProps, 'place'>) {
  if (suppressed) return <p className="hatch rounded-sm px-3 py-4 text-sm text-ink-2">Fewer than 5 answers, hidden for privacy</p>
  if (n === 0) return <p className="text-sm text-ink-2">Nobody has answered this one yet.</p>
  if (score && buckets) {
    return (
      <>
        <p className="mb-3 flex flex-wrap items-baseline gap-x-2.5">
          <b className="text-2xl font-semibold tabular-nums">{formatValue(score)}</b>
          <span className="text-sm text-ink-2 tabular-nums">
            {metricName(score.metric)}, 95 % interval {formatRange(score)}
          </span>
        </p>
        <Distribution distribution={{ score, steps, buckets }} />
      </>
    )
  }
  if (chosen.length > 0) return <Choices instrument={instrument} chosen={chosen} n={n ?? 0} />
  return (
    <p className="text-sm text-ink-2">
      {n === 1 ? 'One person wrote' : `${formatNumber(n ?? 0)} people wrote`} something.{' '}
      <Link href={eachHref} className="link">
        Read them one by one
      </Link>
    </p>
  )
}
