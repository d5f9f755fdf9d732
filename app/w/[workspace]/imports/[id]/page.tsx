import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Banner } from '#ui/banner'
import { ButtonLink } from '#ui/button'
import { Card, Page } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { isId } from '#lib/ids'
import { readImport } from '#lib/imports/read'
import { listJourneys } from '#lib/journeys/read'
import { listTotals } from '#lib/maps/list-totals'
import { readVoice } from '../../../../_refusals/refusal'
import { readWords } from '../../../../_words/server'
import { mapAddress } from '../../journeys/_list/map-address'
import { isOver, StateChip } from '../state'
import { Watch } from '../watch'
import { Counts } from './counts'
import { Problems } from './problems'
import { Progress } from './progress'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('imports'))('one.title') }
}

type Props = { params: Promise<{ workspace: string; id: string }> }

async function mapOf(ctx: Context, slug: string, word: string): Promise<string | null> {
  const { data: journeys } = await listJourneys(ctx, { limit: 200 })
  const journey = journeys.find(({ key }) => key === word) ?? journeys.find(({ name }) => name === word)
  if (!journey) return null
  const { key, timeZone } = journey
  return mapAddress(slug, key, (await listTotals(ctx, { journeys: [{ key, timeZone }] }))[key])
}

async function foundOr404(ctx: Context, id: string) {
  if (!isId(id)) notFound()
  try {
    return await readImport(ctx, { id }, await readVoice())
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') notFound()
    throw error
  }
}

export default async function ImportPage({ params }: Props) {
  const { workspace: slug, id } = await params
  const { ctx } = await pageContext(slug)
  const found = await foundOr404(ctx, id)
  const map = found.state === 'done' ? await mapOf(ctx, slug, found.journey) : null
  const t = await readWords('imports')
  return (
    <Page className="mx-auto max-w-240">
      <p className="text-sm">
        <Link href={`/w/${slug}/imports`} className="link">
          {t('title')}
        </Link>
        <span className="text-ink-3"> / {found.journey}</span>
      </p>
      <div className="mt-1 mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 text-2xl font-semibold tracking-tight break-words">{found.fileName}</h1>
        <StateChip state={found.state} />
        {map && (
          <ButtonLink href={map} look="primary" className="ml-auto max-wide:ml-0">
            {t('one.map')}
          </ButtonLink>
        )}
      </div>
      {!isOver(found.state) && <Watch />}
      {found.error && <Banner className="mb-4">{found.error.message}</Banner>}
      <Card className="p-5 max-wide:p-4">
        <Progress state={found.state} share={found.progress} />
        <Counts counts={found} />
      </Card>
      {found.problems.length > 0 && <Problems problems={found.problems} total={found.rejected + found.changed + found.empty} />}
    </Page>
  )
}
