import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '#ui/button'
import { Card, Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { listJourneys } from '#lib/journeys/read'
import { listTotals } from '#lib/maps/list-totals'
import { can } from '#lib/permission'
import { JourneyTable } from './_list/journey-table'
import { Start } from './_start/start'
import { offers } from './_start/templates'

export const metadata: Metadata = { title: 'Journeys' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ archived?: string; cursor?: string }> }

export default async function JourneysPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, { archived, cursor }] = [await params, await searchParams]
  const { ctx, workspace } = await pageContext(slug)
  const base = `/w/${slug}/journeys`
  const isArchive = archived === '1'
  const { data: journeys, nextCursor } = await listJourneys(ctx, { archived: String(isArchive), cursor })
  const totals = await listTotals(ctx, { journeys: journeys.map(({ key, timeZone }) => ({ key, timeZone })) })
  const mayEdit = can(ctx.actor, 'journey.write')
  const hasArchive = !isArchive && (await listJourneys(ctx, { archived: 'true', limit: 1 })).data.length > 0
  if (journeys.length === 0 && !isArchive && !hasArchive && mayEdit) {
    return (
      <Page className="mx-auto max-w-292 pt-11 max-wide:pt-6">
        <h1 className="text-3xl font-semibold tracking-tight text-balance max-wide:text-2xl">See how customers feel, stage by stage</h1>
        <p className="mt-2 text-lg text-ink-2">Three steps. The first point of your curve appears after 5 answers.</p>
        <Start slug={slug} offers={offers()} company={workspace.name} />
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title={isArchive ? 'Archived journeys' : 'Journeys'} count={nextCursor ? undefined : journeys.length}>
        {mayEdit && !isArchive && (
          <ButtonLink href={`${base}/new`} look="primary">
            <Plus aria-hidden className="size-4" />
            New journey
          </ButtonLink>
        )}
      </PageHead>
      {journeys.length === 0 ? (
        <EmptyState title={isArchive ? 'Nothing is archived' : 'No journeys yet'}>
          {mayEdit ? 'An archived journey keeps its answers and can be restored here.' : 'Somebody who may edit this workspace can make the first one.'}
        </EmptyState>
      ) : (
        <Card>
          <JourneyTable slug={slug} journeys={journeys} totals={totals} mayEdit={mayEdit} />
        </Card>
      )}
      <p className="mt-3 flex flex-wrap gap-x-5 text-sm [&>a]:py-2">
        {nextCursor && (
          <Link href={`${base}?${new URLSearchParams({ ...(isArchive && { archived: '1' }), cursor: nextCursor })}`} className="link">
            Older journeys
          </Link>
        )}
        {isArchive && (
          <Link href={base} className="link">
            All journeys
          </Link>
        )}
        {hasArchive && (
          <Link href={`${base}?archived=1`} className="link">
            Archived journeys
          </Link>
        )}
      </p>
    </Page>
  )
}
