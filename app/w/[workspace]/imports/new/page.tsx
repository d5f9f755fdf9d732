import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page } from '#ui/card'
import { Crumbs } from '#ui/crumbs'
import { pageContext } from '#lib/auth/session'
import { listJourneys } from '#lib/journeys/read'
import { can } from '#lib/permission'
import { readWords } from '../../../../_words/server'
import { ImportForm } from './import-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('imports'))('new') }
}

type Props = { params: Promise<{ workspace: string }> }

export default async function NewImportPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await pageContext(slug)
  if (!can(ctx.actor, 'import.write')) redirect(`/w/${slug}/imports`)
  const { data: journeys } = await listJourneys(ctx, { limit: 200 })
  const t = await readWords('imports')
  return (
    <Page className="mx-auto max-w-240">
      <Crumbs links={[{ href: `/w/${slug}/imports`, name: t('title') }]} here={t('crumb')} />
      <h1 className="mt-1 mb-4 text-2xl font-semibold tracking-tight">{t('heading')}</h1>
      <ImportForm slug={slug} journeys={journeys.map(({ key, name }) => ({ key, name }))} />
    </Page>
  )
}
