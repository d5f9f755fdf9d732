import Link from 'next/link'
import { Chip } from '#ui/chip'
import type { VersionRow as Version } from '#lib/maps/versions/list'
import { useSay, useWords } from '#words'
import { Moment } from './moment'
import { noteText } from './note'

/** One version: when, by whom and what was said of it. */
export function VersionRow({ base, version: { version, note, publishedAt, by, replacedAt }, timeZone }: { base: string; version: Version; timeZone: string }) {
  const [t, say] = [useWords('versions'), useSay()]
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line px-4 py-3.5 last:border-0 wide:grid-cols-[minmax(0,260px)_minmax(0,1fr)]">
      <div>
        <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
          <Link href={`${base}/versions/${version}`} className="link max-wide:py-2">
            {t('version', { version })}
          </Link>
          {replacedAt === null && <Chip tone="accent">{t('current')}</Chip>}
        </h2>
        <p className="text-xs text-ink-2">
          <Moment at={publishedAt} timeZone={timeZone} /> {replacedAt !== null && t('replaced', { when: say.moment(replacedAt, timeZone) })}
        </p>
        <p className="text-xs text-ink-3">{by ? t('by', { who: by }) : version === 1 ? t('first') : t('nobody')}</p>
      </div>
      <p className={note ? 'min-w-0 text-sm wrap-anywhere' : 'text-sm text-ink-3'}>{noteText(t, note) ?? t('noNote')}</p>
    </li>
  )
}
