import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '#ui/button'
import { Page, PageHead } from '#ui/card'
import { Crumbs } from '#ui/crumbs'
import { pageContext } from '#lib/auth/session'
import { readJourney } from '#lib/journeys/read'
import { listVersions } from '#lib/maps/versions/list'
import { can } from '#lib/permission'
import { readWords } from '../../../../../_words/server'
import { orNotFound } from '../_map/load'
import { VersionRow } from './_list/version-row'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('versions'))('page') })

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<{ cursor?: string | string[] }> }

export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ workspace: slug, journey: key }, { cursor: asked }] = [await params, await searchParams]
  const { ctx } = await pageContext(slug)
  const journey = await orNotFound(readJourney(ctx, { journey: key }))
  // An address that somebody has broken shows the newest.
  const cursor = typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? asked : undefined
  const { data, nextCursor } = await listVersions(ctx, { journey: key, ...(cursor && { cursor }) })
  const base = `/w/${slug}/journeys/${journey.key}`
  const t = await readWords('versions')
  return (
    <Page className="mx-auto max-w-300">
      <Crumbs links={[{ href: `/w/${slug}/journeys`, name: t('journeys') }, { href: base, name: journey.name }]} here={t('title')} />
      <PageHead title={t('title')}>
        {can(ctx.actor, 'journey.write') && <ButtonLink href={`${base}/edit`}>{t('edit')}</ButtonLink>}
      </PageHead>
      <p className="mb-3 max-w-prose text-sm text-ink-2">{t('about')}</p>
      <ol className="rounded-lg border border-line bg-surface">
        {data.map((version) => (
          <VersionRow key={version.version} base={base} version={version} timeZone={journey.timeZone} />
        ))}
      </ol>
      {nextCursor && (
        <p className="mt-3 text-sm">
          <Link href={`${base}/versions?cursor=${nextCursor}`} className="link py-2">
            {t('older')}
          </Link>
        </p>
      )}
    </Page>
  )
}
