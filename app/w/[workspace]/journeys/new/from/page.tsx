import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Page } from '#ui/card'
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
  const t = await readWords('exchange')
  return (
    <Page className="mx-auto max-w-280">
      <p className="text-sm">
        <Link href={`/w/${slug}/journeys/new`} className="link">
          {t('bring.back')}
        </Link>
        <span className="text-ink-3"> / {t('bring.title')}</span>
      </p>
      <h1 className="mt-2 text-2xl font-semibold tracking-tight">{t('bring.title')}</h1>
      <p className="mt-1 mb-5 max-w-180 text-sm text-ink-2">{t('bring.intro')}</p>
      <Bring slug={slug} />
    </Page>
  )
}
