import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page } from '#ui/card'
import { Crumbs } from '#ui/crumbs'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { readWords } from '../../../../../_words/server'
import { Bring } from '../../_start/bring/bring'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('exchange'))('newPage') })

type Props = { params: Promise<{ workspace: string }> }

export default async function FromFilePage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await pageContext(slug)
  if (!can(ctx.actor, 'journey.write')) redirect(`/w/${slug}/journeys`)
  const [t, journeys] = [await readWords('exchange'), await readWords('journeys')]
  return (
    <Page className="mx-auto max-w-280">
      <Crumbs links={[{ href: `/w/${slug}/journeys`, name: journeys('title') }, { href: `/w/${slug}/journeys/new`, name: journeys('start.crumb') }]} here={t('bring.link')} />
      <h1 className="mt-1 text-2xl font-semibold tracking-tight">{t('bring.title')}</h1>
      <p className="mt-1 mb-5 max-w-180 text-sm text-ink-2">{t('bring.intro')}</p>
      <Bring slug={slug} />
    </Page>
  )
}
