import { X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useWords } from '#words'

type BarProps = { series: readonly { id: string; name: string; answers: string; pointer: string; remove: string }[]; stop: string; children?: ReactNode }

/** What the map is compared with, each with its count and a way to take it away. */
export function ComparedBar({ series, stop, children }: BarProps) {
  const t = useWords('compare')
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 text-sm">
      <span className="text-ink-2">{t('bar.with')}</span>
      <ul className="contents">
        {series.map(({ id, name, answers, pointer, remove }) => (
          <li key={id} className="inline-flex min-h-7 max-w-full items-center rounded-md border border-line bg-surface pl-2.5 max-wide:min-h-11">
            <span className="min-w-0 wrap-anywhere">
              <span className="inline-block font-medium first-letter:uppercase">{name}</span>{' '}
              <span data-number={pointer} className="text-xs whitespace-nowrap text-ink-2">
                {answers}
              </span>
            </span>
            <Link href={remove} scroll={false} prefetch={false} aria-label={t('bar.remove', { name })} className="grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:text-ink max-wide:size-11">
              <X aria-hidden className="size-3.5" />
            </Link>
          </li>
        ))}
      </ul>
      {series.length > 1 && (
        <Link href={stop} scroll={false} prefetch={false} className="link text-xs max-wide:py-3">
          {t('menu.stop')}
        </Link>
      )}
      {children}
    </div>
  )
}
