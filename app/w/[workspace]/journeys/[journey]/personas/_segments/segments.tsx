import Link from 'next/link'
import type { ReactNode } from 'react'
import { useSay, useWords } from '#words'
import type { DimensionBook } from '#lib/collect/dimensions/book'
import { capital, type Dimension, dimensionName } from '../../_compare/groups'
import { Declare } from './declare'
import { type SegmentRow, rowsOf, type Segmented } from './rows'
import { Withdraw } from './withdraw'

type SegmentsProps = { slug: string; base: string; journey: string; book: DimensionBook; dimensions: readonly Dimension[]; map: Segmented; mayEdit: boolean }

const MOST_SHOWN = 12

/** By which values answers are counted besides personas: what is always counted, and what the team declared. */
export function Segments({ slug, base, journey, book, dimensions, map, mayEdit }: SegmentsProps) {
  const [t, say] = [useWords('personas'), useSay()]
  const rows = rowsOf(base, book.declared, dimensions, map)
  return (
    <section id="segments" aria-labelledby="segments-title" className="mt-8 scroll-mt-16">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="max-w-2xl">
          <h2 id="segments-title" className="text-lg font-semibold tracking-tight">
            {t('segments.title')}
          </h2>
          <p className="mt-0.5 text-sm text-ink-2">{t('segments.text', { days: say.days(map.from, map.to) })}</p>
        </div>
        {mayEdit && (book.room > 0 ? <Declare slug={slug} journey={journey} offers={book.offers} /> : <p className="max-w-72 text-xs text-ink-2">{t('segments.full')}</p>)}
      </div>
      {rows.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-ink-2">{t('segments.none')}</p>
      ) : (
        <ul aria-label={t('segments.list')} className="rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <Row key={row.name} row={row} withdraw={mayEdit && row.isDeclared ? <Withdraw slug={slug} journey={journey} name={row.name} /> : null} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ row, withdraw }: { row: SegmentRow; withdraw: ReactNode }) {
  const [t, compare] = [useWords('personas'), useWords('compare')]
  const { name, isDeclared, values, all } = row
  return (
    <li className="flex items-start gap-2.5 border-b border-line py-3 pr-3 pl-4 last:border-b-0">
      <div className="min-w-0 flex-1">
        <h3 className="text-base font-semibold wrap-anywhere">
          {isDeclared ? name : capital(dimensionName(compare, name))}
          {!isDeclared && <span className="ml-2 text-xs font-normal text-ink-3">{t('segments.always')}</span>}
        </h3>
        <Covered row={row} />
        {values.length > 0 && (
          <ul aria-label={t('segments.valuesOf', { name })} className="mt-2 flex flex-wrap items-center gap-1.5">
            {values.slice(0, MOST_SHOWN).map(({ label, detail, href }) => (
              <li key={href} className="min-w-0">
                <Link href={href} prefetch={false} title={t('show')} className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line px-2.5 text-xs hover:bg-hover max-wide:h-11 max-wide:px-4">
                  <span className="truncate">{label}</span> <span className="text-ink-3 tabular-nums">{detail}</span>
                </Link>
              </li>
            ))}
            {values.length > MOST_SHOWN && <li className="text-xs text-ink-3">{t('segments.more', { n: values.length - MOST_SHOWN })}</li>}
            {all && (
              <li>
                <Link href={all} prefetch={false} className="link ml-1 text-xs max-wide:inline-flex max-wide:min-h-11 max-wide:items-center">
                  {t('segments.compare')}
                </Link>
              </li>
            )}
          </ul>
        )}
      </div>
      {withdraw}
    </li>
  )
}

/** How much it says, or how far its count is. */
function Covered({ row: { ready, recounted, values, n, answers } }: { row: SegmentRow }) {
  const [t, say] = [useWords('personas'), useSay()]
  if (!ready) {
    return (
      <p role="status" className="mt-0.5 text-sm text-ink-2">
        {t('segments.counting', { n: recounted })}
      </p>
    )
  }
  const covers = n === null || answers === null || answers === 0 ? t('segments.few') : t('segments.covers', { n: say.number(n), all: answers, share: say.percent((100 * n) / answers) })
  return <p className="mt-0.5 text-sm text-ink-2 tabular-nums">{values.length === 0 ? t('segments.silent') : `${t('segments.values', { n: values.length })}, ${covers}`}</p>
}
