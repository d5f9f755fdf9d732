import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Page, PageHead } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import { isId } from '#lib/ids'
import { can } from '#lib/permission'
import { readWords } from '../../../../../../_words/server'
import { Crumb } from '../../_tabs/crumb'
import { SurveyTabs } from '../../_tabs/tabs'
import { PublishedAt } from '../_list/published-at'
import { loadVersion } from '../load'
import { VersionView } from './version-view'

export async function generateMetadata() {
  const t = await readWords('answers')
  return { title: t('version.title') }
}

type Props = { params: Promise<{ workspace: string; survey: string; version: string }> }

export default async function VersionPage({ params }: Props) {
  const { workspace: slug, survey: id, version: number } = await params
  const { ctx } = await pageContext(slug)
  if (!isId(id)) notFound()
  const loaded = await loadVersion(ctx, id, number)
  if (!loaded) notFound()
  const { survey, version, stages } = loaded
  const t = await readWords('answers')
  const mayEdit = can(ctx.actor, 'survey.write')
  return (
    <Page className="mx-auto max-w-300">
      <Crumb slug={slug}>
        <span aria-hidden className="text-ink-3">
          /
        </span>
        <Link href={`/w/${slug}/surveys/${id}/versions`} className="link truncate max-wide:py-2">
          {survey.name}
        </Link>
      </Crumb>
      <PageHead title={t('versions.name', { version: version.version })} count={<PublishedAt at={version.publishedAt} />} />
      <SurveyTabs slug={slug} id={id} current="versions" mayEdit={mayEdit} className="mb-4" />
      <VersionView
        slug={slug}
        id={id}
        version={{ version: version.version, definition: version.definition, touchpoint: version.touchpoint }}
        draft={{ name: survey.name, touchpoint: survey.touchpoint?.key ?? null, definition: survey.definition }}
        updatedAt={survey.updatedAt}
        stages={stages}
        mayEdit={mayEdit}
      />
    </Page>
  )
}
