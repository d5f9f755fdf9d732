'use client'

import Link from 'next/link'
import { useSay, useWords } from '#words'
import { Tooltip } from '#ui/tooltip'
import type { StageSpread } from '#lib/maps/personas/types'

type BadgesProps = { spread: StageSpread | undefined; stage: string; hrefs: { all: string | null; stage: string } }

/** Where people are of different minds: between personas by more than chance, or in two camps. Each leads to what shows it. */
export function SpreadBadges({ spread, stage, hrefs }: BadgesProps) {
  const [t, say] = [useWords('personas'), useSay()]
  if (!spread) return null
  const { differ, polarised } = spread
  return (
    <>
      {differ && (
        <Badge
          text={t('badge.differ')}
          says={t('badge.differAt', { stage, from: differ.from.name, low: say.index(differ.from.value), to: differ.to.name, high: say.index(differ.to.value) })}
          href={hrefs.all ?? hrefs.stage}
        />
      )}
      {polarised && (
        <Badge
          text={t('badge.polarised')}
          says={t('badge.polarisedAt', { stage, negative: say.percent(polarised.negative), positive: say.percent(polarised.positive) })}
          href={hrefs.stage}
        />
      )}
    </>
  )
}

const Badge = ({ text, says, href }: { text: string; says: string; href: string }) => (
  <Tooltip content={<p>{says}</p>}>
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-label={`${text}. ${says}`}
      className="inline-flex h-5 items-center rounded-full border border-line-strong px-1.5 text-xs whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink max-wide:relative max-wide:px-2 max-wide:after:absolute max-wide:after:inset-x-0 max-wide:after:-inset-y-3"
    >
      {text}
    </Link>
  </Tooltip>
)
