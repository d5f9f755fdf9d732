import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { ButtonLink } from '#ui/button'
import { Page } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import { readWords } from '../../../../../_words/server'
import { filterQuery } from '../_filter/address'
import { readFilter, type SearchParams } from '../_filter/filter'
import { orNotFound } from '../_map/load'
import { loadPoster } from '../poster/load'
import { PrintButton } from './print-button'
import './print.css'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('show'))('printPage') })

/** The whole map on one sheet of paper: what is seen here is what comes out of the printer. */
export default async function PrintPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const asked = await searchParams
  const { ctx } = await pageContext(slug)
  const { map, svg, fault, t } = await orNotFound(loadPoster(ctx, journey, asked))
  const base = `/w/${slug}/journeys/${map.journey.key}`
  const query = filterQuery({ ...readFilter(asked).filter, stage: undefined, touchpoint: undefined, search: undefined, compare: undefined, heat: undefined })
  const file = (type: string, more = '') => `${base}/poster.${type}${query}${query === '' ? '?' : '&'}file=1${more}`
  return (
    <Page>
      <div className="no-print flex flex-wrap items-center gap-2">
        <h1 className="mr-auto text-xl font-semibold tracking-tight">{t('onePage')}</h1>
        <ButtonLink href={base + query} look="ghost">
          {t('back')}
        </ButtonLink>
        <ButtonLink href={file('svg')} prefetch={false} download>
          SVG
        </ButtonLink>
        <ButtonLink href={file('png', '&scale=3')} prefetch={false} download>
          PNG
        </ButtonLink>
        <PrintButton />
      </div>
      <p className="no-print mt-1 mb-3 text-sm text-ink-2">{t('printHint')}</p>
      {fault && (
        <Banner tone="warn" className="no-print mb-3">
          {fault}
        </Banner>
      )}
      <section aria-label={t('sheet')} tabIndex={0} className="print-sheet overflow-x-auto rounded-lg border border-line bg-white" dangerouslySetInnerHTML={{ __html: svg }} />
    </Page>
  )
}
