import { Pin } from 'lucide-react'
import Link from 'next/link'
import { useWords } from '#words'
import { classes } from '#ui/classes'
import type { StageQuotes } from '#lib/maps/quotes/types'
import type { MapStage } from '#lib/maps/types'
import { type Columns, Lane } from '../_lanes/lane'
import { tintOf } from '../_lanes/tint'
import { QuoteText } from './quote'

type LaneProps = { quotes: readonly StageQuotes[]; stages: readonly MapStage[]; columns: Columns; selected?: string; hrefOf: (stage: string) => string }

/** What people say at each stage, in their own words. */
export function QuotesLane({ quotes, stages, columns, selected, hrefOf }: LaneProps) {
  const t = useWords('panel')
  const n = quotes.reduce((sum, { quotes: here }) => sum + here.length, 0)
  return (
    <Lane
      id="quotes"
      title={t('quotes.title')}
      columns={columns}
      summary={t('quotes.summary', { n })}
      gutter={<p className="text-xs text-ink-2">{t('quotes.note')}</p>}
    >
      {stages.map(({ key, name }) => (
        <div key={key} className={classes('map-cell px-3 py-1.5', tintOf(key, selected))}>
          <StageQuotesList quotes={quotes.find(({ stage }) => stage === key)} name={name} href={hrefOf(key)} />
        </div>
      ))}
    </Lane>
  )
}

/** The quotes of one stage; nothing where it was not read. */
export function StageQuotesList({ quotes, name, href }: { quotes?: StageQuotes; name: string; href: string }) {
  const t = useWords('panel')
  if (!quotes) return null
  if (quotes.hidden) return <p className="text-xs text-ink-3">{t('quotes.few')}</p>
  if (quotes.quotes.length === 0) return <p className="text-xs text-ink-3">{t('quotes.none')}</p>
  return (
    <ul className="grid gap-1.5">
      {quotes.quotes.map((quote) => (
        <li key={quote.id}>
          <Link href={`${href}#comments`} scroll={false} prefetch={false} className="block rounded-sm hover:bg-hover" title={t('quotes.all', { stage: name })}>
            <QuoteText quote={quote} mood={t('quotes.mood', { mood: quote.mood ?? 'none' })} mark={quote.pinned && <Pin role="img" aria-label={t('quotes.pinned')} className="mr-1 inline size-3 align-[-1px] text-ink-3" />} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
