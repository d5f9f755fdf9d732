import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { Page } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import { listJourneys, readJourney } from '#lib/journeys/read'
import { can } from '#lib/permission'
import { listSurveys, readSurvey } from '#lib/surveys/read'
import { readWords } from '../../../../_words/server'
import { NewSurveyForm } from './form'
import { setIds, SETS } from './sets'

export async function generateMetadata() {
  const t = await readWords('surveys')
  return { title: t('new.title') }
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ journey?: string; touchpoint?: string; stage?: string }> }

export default async function NewSurveyPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, asked] = [await params, await searchParams]
  const { ctx, workspace } = await pageContext(slug)
  if (!can(ctx.actor, 'survey.write')) notFound()
  const { data: journeys } = await listJourneys(ctx, { limit: 200 })
  const chosen = journeys.find(({ key }) => key === asked.journey) ?? journeys[0]
  if (!chosen) redirect(`/w/${slug}/surveys`)
  const { stages } = await readJourney(ctx, { journey: chosen.key })
  // Who asks is mostly who asked before: the name that customers know is not always the workspace's.
  const [last] = (await listSurveys(ctx, { journey: chosen.key, limit: 1 })).data
  const company = last ? (await readSurvey(ctx, { id: last.id })).definition.company : workspace.name
  const t = await readWords('surveys')
  const sets = setIds.map((id) => {
    const { name, says, kind = null } = SETS[id]
    return { id, name: t(`sets.${name}.name`), about: says ?? t(`sets.${name}.about`), kind }
  })
  return (
    <Page className="mx-auto max-w-180">
      <nav aria-label={t('breadcrumb')} className="mb-1 text-sm text-ink-3">
        <Link href={`/w/${slug}/surveys`} className="link">
          {t('title')}
        </Link>
      </nav>
      <h1 className="mb-5 text-2xl font-semibold tracking-tight">{t('new.title')}</h1>
      <NewSurveyForm
        key={chosen.key}
        slug={slug}
        journeys={journeys.map(({ key, name }) => ({ value: key, label: name }))}
        journey={chosen.key}
        stages={stages.filter((stage) => !stage.archived)}
        asked={asked}
        company={company}
        sets={sets}
      />
    </Page>
  )
}
