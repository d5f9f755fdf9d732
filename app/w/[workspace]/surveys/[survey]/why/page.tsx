import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Card, Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { ifFound } from '#lib/errors'
import { isId } from '#lib/ids'
import { readJourney } from '#lib/journeys/read'
import { can } from '#lib/permission'
import { readSurvey } from '#lib/surveys/read'
import { SurveyState } from '../../_list/state'
import { SurveyTabs } from '../_tabs/tabs'
import { type Asked, readAsked } from './address'
import { WhyForm } from './form'
import { loadWhy } from './load'
import { Result } from './result'

export const metadata: Metadata = { title: 'Why was it shown?' }

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
  const told = asked && mayLook ? await loadWhy(ctx, id, asked) : null
  const { timeZone } = await readJourney(ctx, { journey: survey.journey.key })
  const surveys = `/w/${slug}/surveys`
  const first = { ...BLANK, event: survey.published?.rules?.event ?? '' }
  return (
    <Page className="mx-auto max-w-300">
      <nav aria-label="Breadcrumb" className="flex h-8 items-center text-sm">
        <Link href={surveys} className="link max-wide:py-2">
          Surveys
        </Link>
      </nav>
      <PageHead title={survey.name} count={<SurveyState state={survey.state} />} />
      <SurveyTabs slug={slug} id={id} current="why" mayEdit={can(ctx.actor, 'survey.write')} className="mb-4" />
      {mayLook ? (
        <div className="grid items-start gap-4 wide:grid-cols-[20rem_1fr]">
          <Card className="p-4">
            <h2 className="text-lg font-semibold tracking-tight">Why was it, or was it not, shown?</h2>
            <p className="mt-0.5 mb-4 text-sm text-ink-2">To one person, in one moment.</p>
            <WhyForm key={JSON.stringify(asked)} address={`${surveys}/${id}/why`} asked={asked ?? first} faults={told && 'faults' in told ? told.faults : {}} timeZone={timeZone} />
          </Card>
          {told && 'why' in told && asked ? (
            <Result why={told.why} person={asked.person.trim()} surveys={surveys} />
          ) : (
            <EmptyState title={told ? 'This question cannot be answered yet' : 'Ask about somebody'}>
              {told
                ? 'See what is said at the fields.'
                : 'You see every rule in the order in which it was asked, the one that decided, and what this person had been shown before. The address of the answer can be shared with your team.'}
            </EmptyState>
          )}
        </div>
      ) : (
        <EmptyState title="Only those who may edit can look somebody up">It tells what one person was asked and when. Ask an owner or an editor of this workspace.</EmptyState>
      )}
    </Page>
  )
}
