import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#ui/button'
import { Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { isId } from '#lib/ids'
import { can } from '#lib/permission'
import { readWords } from '../../../../../_words/server'
import { SurveyState } from '../../_list/state'
import { Crumb } from '../_tabs/crumb'
import { SurveyTabs } from '../_tabs/tabs'
import { loadVersions } from './load'
import { VersionRow } from './_list/version-row'

export async function generateMetadata() {
  const t = await readWords('answers.versions')
  return { title: t('title') }
}

type Props = { params: Promise<{ workspace: string; survey: string }>; searchParams: Promise<{ cursor?: string | string[] }> }

export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ workspace: slug, survey: id }, { cursor }] = [await params, await searchParams]
  const { ctx } = await pageContext(slug)
  if (!isId(id)) notFound()
  const t = await readWords('answers.versions')
  const loaded = await loadVersions(t, ctx, id, typeof cursor === 'string' ? cursor : undefined)
  if (!loaded) notFound()
  const { survey, versions, places, nextCursor } = loaded
  const base = `/w/${slug}/surveys/${id}`
  const mayEdit = can(ctx.actor, 'survey.write')
  return (
    <Page className="mx-auto max-w-300">
      <Crumb slug={slug} />
      <PageHead title={survey.name} count={<SurveyState state={survey.state} />} />
      <SurveyTabs slug={slug} id={id} current="versions" mayEdit={mayEdit} className="mb-4" />
      {versions.length === 0 ? (
        <EmptyState title={t('none')} action={mayEdit && <ButtonLink href={base}>{t('edit')}</ButtonLink>}>
          {t('noneSays')}
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 max-w-prose text-sm text-ink-2">{t('says')}</p>
          <ol className="rounded-lg border border-line bg-surface">
            {versions.map((version) => (
              <VersionRow key={version.version} base={base} version={version} place={places[version.touchpoint ?? '']} isLast={version.version === survey.version} isLive={survey.state === 'live'} />
            ))}
          </ol>
          {nextCursor && (
            <p className="mt-3 text-sm">
              <Link href={`${base}/versions?cursor=${nextCursor}`} className="link py-2">
                {t('older')}
              </Link>
            </p>
          )}
        </>
      )}
    </Page>
  )
}
