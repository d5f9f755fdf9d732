import Link from 'next/link'
import { Chip } from '#ui/chip'
import { LiveDot } from '#ui/live-dot'
import type { VersionRow as Version } from '#lib/surveys/versions'
import { useSay, useWords } from '#words'
import { changeIn } from '../../_editor/changes-for'
import { PublishedAt } from './published-at'

type RowProps = { base: string; version: Version; place: string | undefined; isLast: boolean; isLive: boolean }

const SHOWN = 6

/** One version: when, by whom, for which place, and what was new in it. */
export function VersionRow({ base, version: { version, publishedAt, publishedBy, changes }, place, isLast, isLive }: RowProps) {
  const [t, words, say] = [useWords('answers.versions'), useWords('questions'), useSay()]
  const said = changes.map((change) => changeIn(words, say, change))
  const more = said.length - SHOWN
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-b border-line px-4 py-3.5 last:border-0 wide:grid-cols-[220px_minmax(0,1fr)]">
      <div>
        <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
          <Link href={`${base}/versions/${version}`} className="link max-wide:py-2">
            {t('name', { version })}
          </Link>
          {isLast && (isLive ? <LiveDot state="live">{t('live')}</LiveDot> : <Chip>{t('last')}</Chip>)}
        </h2>
        <p className="text-xs text-ink-2">
          <PublishedAt at={publishedAt} />
        </p>
        <p className="text-xs text-ink-3">{publishedBy ? t('by', { name: publishedBy }) : t('byOthers')}</p>
      </div>
      <div className="min-w-0 text-sm">
        <ul className="grid gap-0.5">
          {(said.length > 0 ? said : [t('unchanged')]).slice(0, SHOWN).map((change, i) => (
            <li key={i} className="wrap-anywhere">
              {change}
            </li>
          ))}
        </ul>
        {more > 0 && <p className="text-xs text-ink-3">{t('more', { n: more })}</p>}
        {place && <p className="mt-1 text-xs text-ink-3">{t('place', { place })}</p>}
      </div>
    </li>
  )
}
