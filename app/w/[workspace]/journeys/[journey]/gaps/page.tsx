import type { Metadata } from 'next'
import { pageContext } from '#lib/auth/session'
import { readGaps } from '#lib/maps/gaps/read-gaps'
import { can } from '#lib/permission'
import { Page } from '#ui/card'
import { readWords } from '../../../../../_words/server'
import { MAP_PRESET } from '../_filter/address'
import { Headline, JourneyHead } from '../_head/head'
import { orNotFound } from '../_map/load'
import { GapCards, GapTable } from './gap-table'

type Props = { params: Promise<{ workspace: string; journey: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('campaigns'))('gap.title') })

/** What the stages of the published map lack, each with the way to mend it. */
export default async function GapsPage({ params }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const found = await orNotFound(readGaps(ctx, { journey }))
  const t = await readWords('campaigns')
  const mayEdit = can(ctx.actor, 'journey.write')
  const stages = new Set(found.gaps.map(({ stage }) => stage)).size
  const shown = { found, slug, mayEdit }
  return (
    <Page>
      <JourneyHead base={`/w/${slug}/journeys/${found.journey.key}`} view="gaps" title={found.journey.name} mayEdit={mayEdit} filter={{ period: MAP_PRESET }} />
      <Headline detail={t('gap.detail', { days: found.staleDays })}>{found.gaps.length === 0 ? t('gap.clear') : t('gap.count', { n: found.gaps.length, stages })}</Headline>
      <GapTable {...shown} />
      <GapCards {...shown} />
    </Page>
  )
}
