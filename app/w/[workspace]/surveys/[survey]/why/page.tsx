import { notFound } from 'next/navigation'
import { Card, Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { ifFound } from '#lib/errors'
import { isId } from '#lib/ids'
import { readJourney } from '#lib/journeys/read'
import { can } from '#lib/permission'
import { readSurvey } from '#lib/surveys/read'
import { readLanguage, readWords } from '../../../../../_words/server'
import { SurveyState } from '../../_list/state'
import { Crumb } from '../_tabs/crumb'
import { SurveyTabs } from '../_tabs/tabs'
import { type Asked, readAsked } from './address'
import { WhyForm } from './form'
import { loadWhy } from './load'
import { Result } from './result'

export async function generateMetadata() {
  const t = await readWords('answers.why')
  return { title: t('title') }
}

type Props = { params: Promise<{ workspace: string; survey: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const BLANK: Asked = { person: '', at: '', by: 'itself', event: '', url: '', attributes: '' }

export default async function WhyPage({ params, searchParams }: Props) {
  const { workspace: slug, survey: id } = await params
  const { ctx } = await pageContext(slug)
  if (!isId(id)) notFound()
  const survey = await ifFound(readSurvey(ctx, { id }))
  if (!survey) notFound()
  const mayLook = can(ctx.actor, 'person.read')
  const asked = readAsked(await searchParams)
  const t = await readWords('answers.why')
  const told = asked && mayLook ? await loadWhy(await readLanguage(), ctx, id, asked) : null
  const { timeZone } = await readJourney(ctx, { journey: survey.journey.key })
  const surveys = `/w/${slug}/surveys`
  const first = { ...BLANK, event: survey.published?.rules?.event ?? '' }
  return (
    <Page className="mx-auto max-w-300">
      <Crumb slug={slug} />
      <PageHead title={survey.name} count={<SurveyState state={survey.state} />} />
      <SurveyTabs slug={slug} id={id} current="why" mayEdit={can(ctx.actor, 'survey.write')} className="mb-4" />
      {mayLook ? (
        <div className="grid items-start gap-4 wide:grid-cols-[20rem_1fr]">
          <Card className="p-4">
            <h2 className="text-lg font-semibold tracking-tight">{t('heading')}</h2>
            <p className="mt-0.5 mb-4 text-sm text-ink-2">{t('detail')}</p>
            <WhyForm key={JSON.stringify(asked)} address={`${surveys}/${id}/why`} asked={asked ?? first} faults={told && 'faults' in told ? told.faults : {}} timeZone={timeZone} />
          </Card>
          {told && 'why' in told && asked ? (
            <Result why={told.why} person={asked.person.trim()} surveys={surveys} />
          ) : (
            <EmptyState title={told ? t('notYet') : t('ask')}>{told ? t('notYetSays') : t('askSays')}</EmptyState>
          )}
        </div>
      ) : (
        <EmptyState title={t('closed')}>{t('closedSays')}</EmptyState>
      )}
    </Page>
  )
}
