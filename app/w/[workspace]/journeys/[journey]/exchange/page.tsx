import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { Card, Page } from '#ui/card'
import { buttonClass } from '#ui/button'
import { Crumbs } from '#ui/crumbs'
import { pageContext } from '#lib/auth/session'
import type { Context } from '#lib/context'
import { readJourney } from '#lib/journeys/read'
import { readMap } from '#lib/maps/read-map'
import { can } from '#lib/permission'
import { readSay, readWords } from '../../../../../_words/server'
import { Bring } from '../../_start/bring/bring'
import { type Filter, filterQuery, MAP_PRESET } from '../_filter/address'
import { earlierFilter } from '../_filter/earlier'
import { readFilter, type SearchParams } from '../_filter/filter'
import { orNotFound } from '../_map/load'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('exchange'))('filesPage') })

/** What the map shows at this address: of the usual days, or of all before where these have no answers. */
async function shownOf(ctx: Context, journey: string, filter: Filter): Promise<Filter> {
  if (filter.period !== MAP_PRESET) return filter
  const { answers, timeZone } = await readMap(ctx, { journey })
  return (answers === 0 && (await earlierFilter(ctx, { key: journey, timeZone }, filter, MAP_PRESET))) || filter
}

/** A journey as a file, and a file as changes of its draft. */
export default async function ExchangePage({ params, searchParams }: Props) {
  const { workspace: slug, journey: key } = await params
  const { ctx } = await pageContext(slug)
  const journey = await orNotFound(readJourney(ctx, { journey: key }))
  const [t, say] = [await readWords('exchange'), await readSay()]
  const base = `/w/${slug}/journeys/${journey.key}`
  const { period, from, to, channel, variant, segment } = await shownOf(ctx, journey.key, readFilter(await searchParams).filter)
  const query = filterQuery({ period, from, to, channel, variant, segment })
  const fileOf = (format: string) => `${base}/exchange/file${query}${query === '' ? '?' : '&'}format=${format}`
  return (
    <Page className="mx-auto max-w-280">
      <Crumbs links={[{ href: `/w/${slug}/journeys`, name: (await readWords('journeys'))('title') }, { href: base + query, name: journey.name }]} here={t('files')} />
      <h1 className="mt-1 mb-4 text-2xl font-semibold tracking-tight">{t('files')}</h1>
      <h2 className="mb-2 text-lg font-semibold tracking-tight">{t('out.title')}</h2>
      <ul className="grid gap-4 wide:grid-cols-3">
        {(['json', 'mermaid', 'csv'] as const).map((format) => (
          <li key={format} className="flex">
            <Card className="flex flex-1 flex-col p-4.5">
              <h3 className="text-base font-semibold">{t(`out.${format}.name`)}</h3>
              <p className="mt-1 mb-4 text-sm text-ink-2">{t(`out.${format}.about`)}</p>
              <a href={fileOf(format)} download className={buttonClass({}, 'mt-auto self-start')}>
                <Download aria-hidden className="size-4" />
                {t('out.save', { name: t(`out.${format}.name`) })}
              </a>
            </Card>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-ink-3">
        {t('out.hidden', { days: from && to ? ` (${say.days(from, to)})` : '' })}
      </p>
      {can(ctx.actor, 'journey.write') && (
        <>
          <h2 className="mt-8 text-lg font-semibold tracking-tight">{t('into.title')}</h2>
          <p className="mt-1 mb-4 max-w-180 text-sm text-ink-2">{t('into.about')}</p>
          <Bring slug={slug} journey={{ key: journey.key, name: journey.name }} />
        </>
      )}
    </Page>
  )
}
