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
import { readWords } from '../../../_words/server'
import { JourneyTable } from './_list/journey-table'
import { Start } from './_start/start'
import { readOffers } from './_start/templates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('journeys'))('title') }
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ archived?: string; cursor?: string }> }

export default async function JourneysPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, { archived, cursor }] = [await params, await searchParams]
  const { ctx, workspace } = await pageContext(slug)
  const t = await readWords('journeys')
  const base = `/w/${slug}/journeys`
  const isArchive = archived === '1'
  const { data: journeys, nextCursor } = await listJourneys(ctx, { archived: String(isArchive), cursor })
  const totals = await listTotals(ctx, { journeys: journeys.map(({ key, timeZone }) => ({ key, timeZone })) })
  const mayEdit = can(ctx.actor, 'journey.write')
  const hasArchive = !isArchive && (await listJourneys(ctx, { archived: 'true', limit: 1 })).data.length > 0
  if (journeys.length === 0 && !isArchive && !hasArchive && mayEdit) {
    return (
      <Page className="mx-auto max-w-292 pt-11 max-wide:pt-6">
        <h1 className="text-3xl font-semibold tracking-tight text-balance max-wide:text-2xl">{t('first')}</h1>
        <p className="mt-2 text-lg text-ink-2">{t('firstSays')}</p>
        <p className="mt-1 text-sm text-ink-2">
          {t.rich('firstElse', {
            answers: (chunks) => <Link href={`/w/${slug}/imports/new`} className="link">{chunks}</Link>,
            map: (chunks) => <Link href={`${base}/new/from`} className="link">{chunks}</Link>,
          })}
        </p>
        <Start slug={slug} offers={await readOffers()} company={workspace.name} />
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title={t(isArchive ? 'archivedTitle' : 'title')} count={nextCursor ? undefined : journeys.length}>
        {mayEdit && !isArchive && (
          <ButtonLink href={`${base}/new`} look="primary">
            <Plus aria-hidden className="size-4" />
            {t('new')}
          </ButtonLink>
        )}
      </PageHead>
      {journeys.length === 0 ? (
        <EmptyState title={t(isArchive ? 'noneArchived' : 'none')}>
          {t(mayEdit ? 'restorable' : 'askSomebody')}
        </EmptyState>
      ) : (
        <Card>
          <JourneyTable slug={slug} journeys={journeys} totals={totals} mayEdit={mayEdit} />
        </Card>
      )}
      <p className="mt-3 flex flex-wrap gap-x-5 text-sm [&>a]:py-2">
        {nextCursor && (
          <Link href={`${base}?${new URLSearchParams({ ...(isArchive && { archived: '1' }), cursor: nextCursor })}`} className="link">
            {t('older')}
          </Link>
        )}
        {isArchive && (
          <Link href={base} className="link">
            {t('all')}
          </Link>
        )}
        {hasArchive && (
          <Link href={`${base}?archived=1`} className="link">
            {t('archivedTitle')}
          </Link>
        )}
      </p>
    </Page>
  )
}
