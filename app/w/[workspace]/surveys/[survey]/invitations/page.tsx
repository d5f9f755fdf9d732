import { notFound } from 'next/navigation'
import { Card, Page, PageHead } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import { ifFound } from '#lib/errors'
import { isId } from '#lib/ids'
import { listBatches } from '#lib/people/invitation-list'
import { can } from '#lib/permission'
import { readSurvey } from '#lib/surveys/read'
import { settingsOf } from '#lib/surveys/settings'
import { readWords } from '../../../../../_words/server'
import { SurveyState } from '../../_list/state'
import { Crumb } from '../_tabs/crumb'
import { SurveyTabs } from '../_tabs/tabs'
import { MakeLinks } from './_make/make-links'
import { Batches } from './batches'

export async function generateMetadata() {
  const t = await readWords('answers.links')
  return { title: t('title') }
}

type Props = { params: Promise<{ workspace: string; survey: string }> }

export default async function InvitationsPage({ params }: Props) {
  const { workspace: slug, survey: id } = await params
  const { ctx } = await pageContext(slug)
  if (!isId(id)) notFound()
  const survey = await ifFound(readSurvey(ctx, { id }))
  if (!survey) notFound()
  const batches = await listBatches(ctx, { id })
  const mayMake = can(ctx.actor, 'survey.write')
  const base = `/w/${slug}/surveys/${id}`
  const { mode } = settingsOf(survey.published ?? survey.definition).privacy
  return (
    <Page className="mx-auto max-w-300">
      <Crumb slug={slug} />
      <PageHead title={survey.name} count={<SurveyState state={survey.state} />} />
      <SurveyTabs slug={slug} id={id} current="invitations" mayEdit={mayMake} className="mb-5" />
      <div className="grid grid-cols-1 items-start gap-5 min-[1100px]:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        {mayMake && (
          <Card className="p-5 max-wide:p-4">
            <MakeLinks base={base} isDraft={survey.state === 'draft'} isClosed={survey.state === 'closed'} isIdentified={mode === 'identified'} />
          </Card>
        )}
        <Batches slug={slug} id={id} batches={batches} mayRead={mayMake} />
      </div>
    </Page>
  )
}
