import Link from 'next/link'
import { classes } from '#ui/classes'
import { severityShade } from '#ui/heat-cell'
import type { StudyNow } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { outcomeName } from '../drivers/dots'
import { Persistence } from './badge'
import { formatSeverity, type RankedCell, whyParts } from './words'

type RowProps = RankedCell & { place: number; stage: string; href: string; study: StudyNow }

/** One of the worst pain points: where, how severe, and why. */
export function PainRow({ cell, pain, index, place, stage, href, study }: RowProps) {
  const [t, say] = [useWords('pain'), useSay()]
  const { instrument, score } = cell
  // What was said of a stage as a whole goes by the stage's name.
  const [name, beneath] = cell.touchpoint === `${cell.stage}.overall` ? [stage, cell.name] : [cell.name, stage]
  return (
    <li className="relative grid grid-cols-[24px_56px_1fr] items-start gap-x-3 gap-y-1 border-t border-grid px-4 py-2.5 first:border-t-0 hover:bg-hover wide:grid-cols-[24px_56px_minmax(200px,300px)_1fr]">
      <span className="pt-1 text-right text-sm text-ink-3 tabular-nums">{place}</span>
      {pain.severity === null ? (
        <span className="rounded-sm bg-sunken py-1 text-center text-base text-ink-2">
          <span aria-hidden>–</span>
          <span className="sr-only">{t('ranked.unknown')}</span>
        </span>
      ) : (
        <span className="rounded-sm py-1 text-center text-base font-semibold tabular-nums" style={severityShade(pain.severity, score.lowN)}>
          <span className="sr-only">{t('ranked.severity')} </span>
          <span data-number={`/pain/${index}/pain/severity`}>{formatSeverity(say, pain.severity)}</span>
        </span>
      )}
      <div className="min-w-0">
        <Link href={href} scroll={false} prefetch={false} className="rounded-sm text-base font-semibold wrap-anywhere hover:underline max-wide:inline-block max-wide:py-1">
          {name}
        </Link>
        <p className="text-xs text-ink-2">
          {beneath} · {t(`instrument.${instrument}`)}{' '}
          <span data-number={`/pain/${index}/score`} className="tabular-nums">
            {say.value(score)}
          </span>
          , {t('ranked.answers', { n: say.number(score.n ?? 0) })}
          {score.lowN && `, ${t('low')}`}
        </p>
        <Persistence months={pain.persistence} />
      </div>
      <Why pain={pain} index={index} study={study} />
    </li>
  )
}

function Why({ pain, index, study }: Pick<RowProps, 'pain' | 'index' | 'study'>) {
  const [words, drivers] = [{ t: useWords('pain'), say: useSay() }, useWords('trends.drivers')]
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 pt-0.5 text-sm text-ink-2 max-wide:col-start-3">
      {whyParts(words, pain, index, outcomeName(drivers, study.outcome)).map(({ factor, text, stands, pointer }, place) => (
        <li key={factor}>
          <span data-number={pointer} className={classes(stands !== '' && 'text-ink', stands !== '' && place === 0 && 'font-semibold')}>
            {text}
          </span>
          {stands !== '' && <span className="text-xs"> ({stands})</span>}
        </li>
      ))}
    </ul>
  )
}
