import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ButtonLink } from '#ui/button'
import { Page } from '#ui/card'
import { Crumbs } from '#ui/crumbs'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { readWords } from '../../../../_words/server'
import { Start } from '../_start/start'
import { readOffers } from '../_start/templates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('journeys'))('start.page') }
}

type Props = { params: Promise<{ workspace: string }> }

export default async function NewJourneyPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx, workspace } = await pageContext(slug)
  if (!can(ctx.actor, 'journey.write')) redirect(`/w/${slug}/journeys`)
  const [t, words] = [await readWords('journeys'), await readWords('exchange')]
  return (
    <Page className="mx-auto max-w-292">
      <Crumbs links={[{ href: `/w/${slug}/journeys`, name: t('title') }]} here={t('start.crumb')} />
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-2xl font-semibold tracking-tight">{t('start.title')}</h1>
        <ButtonLink href={`/w/${slug}/journeys/new/from`} prefetch={false}>
          {words('bring.link')}
        </ButtonLink>
      </div>
      <Start slug={slug} offers={await readOffers()} company={workspace.name} />
    </Page>
  )
}
