import { notFound } from 'next/navigation'
import { pageContext } from '#lib/auth/session'
import { appUrl } from '#lib/env'
import { ifFound } from '#lib/errors'
import { isId } from '#lib/ids'
import { readJourney } from '#lib/journeys/read'
import { can } from '#lib/permission'
import { readSurvey } from '#lib/surveys/read'
import { readWords } from '../../../../_words/server'
import { blanks } from './_editor/blanks'
import { Editor } from './_editor/editor'
import { Viewer } from './_editor/viewer'

export async function generateMetadata() {
  const t = await readWords('surveys')
  return { title: t('survey') }
}

type Props = { params: Promise<{ workspace: string; survey: string }> }

export default async function SurveyPage({ params }: Props) {
  const { workspace: slug, survey: id } = await params
  const { ctx } = await pageContext(slug)
  if (!isId(id)) notFound()
  const survey = await ifFound(readSurvey(ctx, { id }))
  if (!survey) notFound()
  const { stages } = await readJourney(ctx, { journey: survey.journey.key })
  const draft = { name: survey.name, touchpoint: survey.touchpoint?.key ?? null, definition: survey.definition }
  const shown = {
    survey: { id, draft, updatedAt: survey.updatedAt },
    publication: { state: survey.state, published: survey.published, place: survey.publishedTouchpoint },
    journey: survey.journey,
    stages,
  }
  if (!can(ctx.actor, 'survey.write')) return <Viewer slug={slug} {...shown} />
  return <Editor key={id} slug={slug} {...shown} ready={blanks(survey.definition.company)} link={`${appUrl()}/s/${id}`} />
}
