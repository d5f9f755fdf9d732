import Link from 'next/link'
import { useSay, useWords } from '#words'
import type { Freshness } from '#lib/maps/freshness/types'

/** How old the map is, in one quiet line. Who may plan reviews finds the way to it here. */
export function FreshLine({ freshness, href }: { freshness: Freshness | null; href: string | null }) {
  const [t, say] = [useWords('shares'), useSay()]
  if (!freshness) return null
  const { review, stages, today } = freshness
  const stale = stages.filter(({ isStale }) => isStale).length
  const due = review.nextOn === today ? t('fresh.dueToday') : t('fresh.due', { day: say.day(review.nextOn ?? '') })
  const next = review.nextOn === null ? null : review.isDue ? due : t('fresh.next', { day: say.day(review.nextOn) })
  // Where nothing was ever planned and nothing is old there is nothing to say, but to whoever may plan it.
  if (next === null && stale === 0 && href === null) return null
  const words = (
    <span className={review.isDue ? 'font-medium text-warn' : undefined}>{next ?? t('fresh.none')}</span>
  )
  return (
    <p className="flex flex-wrap gap-x-1.5 text-xs text-ink-3">
      {href ? (
        <Link href={href} prefetch={false} className="rounded-sm underline decoration-line-strong underline-offset-2 hover:text-ink max-wide:py-2.5">
          {words}
        </Link>
      ) : (
        words
      )}
      {review.days !== null && <span className="max-wide:py-2.5">· {t('fresh.last', { days: review.days })}</span>}
      {stale > 0 && <span className="text-warn max-wide:py-2.5">· {t('fresh.stale', { n: stale })}</span>}
    </p>
  )
}

/** On a stage's header: that nobody has answered there for long, or not at all; where nobody answered anywhere the page says it once. `says`: how old the answers are also where they are not (where there is no tooltip). */
export function StaleMark({ freshness, stage, says = false }: { freshness: Freshness | null; stage: string; says?: boolean }) {
  const t = useWords('shares')
  const found = freshness?.stages.find((one) => one.stage === stage)
  if (!found || freshness?.stages.every(({ days }) => days === null)) return null
  if (found.days === null) return <p className="mt-0.5 text-xs text-ink-2">○ {t('fresh.noneYet')}</p>
  if (!found.isStale) return says && <p className="mt-0.5 text-xs text-ink-3">{t('fresh.says', { when: t('fresh.ago', { days: found.days }) })}</p>
  return <p className="mt-0.5 text-xs text-warn">{t('fresh.mark', { days: found.days })}</p>
}
