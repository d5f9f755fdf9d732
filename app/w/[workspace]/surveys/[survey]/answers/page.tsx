import { notFound } from 'next/navigation'
import { ButtonLink } from '#ui/button'
import { Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { SegmentLinks } from '#ui/segment'
import { pageContext } from '#lib/auth/session'
import { isId } from '#lib/ids'
import { can } from '#lib/permission'
import { useWords } from '#words'
import { readSay, readWords } from '../../../../../_words/server'
import { SurveyState } from '../../_list/state'
import { Crumb } from '../_tabs/crumb'
import { SurveyTabs } from '../_tabs/tabs'
import { EachAnswer } from './_each/each-answer'
import { Counted } from './_questions/counted'
import { Period } from './_questions/period'
import { QuestionCard } from './_questions/question-card'
import { type AnswersFilter, answersQuery, readAnswersFilter } from './address'
import { loadAnswers } from './load'

export async function generateMetadata() {
  const t = await readWords('answers')
  return { title: t('title') }
}

type Props = { params: Promise<{ workspace: string; survey: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AnswersPage({ params, searchParams }: Props) {
  const { workspace: slug, survey: id } = await params
  const { ctx } = await pageContext(slug)
  if (!isId(id)) notFound()
  const filter = readAnswersFilter(await searchParams)
  const t = await readWords('answers')
  const loaded = await loadAnswers(await readSay(), t, ctx, id, filter)
  if (!loaded) notFound()
  const { survey, results, each } = loaded
  const base = `/w/${slug}/surveys/${id}/answers`
  const href = (change: Partial<AnswersFilter>) => base + answersQuery({ ...filter, cursor: undefined, ...change })
  const mayEdit = can(ctx.actor, 'survey.write')
  return (
    <Page className="mx-auto max-w-300">
      <Crumb slug={slug} />
      <PageHead title={survey.name} count={<SurveyState state={survey.state} />} />
      <SurveyTabs slug={slug} id={id} current="answers" mayEdit={mayEdit} className="mb-4" />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentLinks
          label={t('view.label')}
          current={filter.view}
          links={[
            { value: 'questions', label: t('view.questions'), href: href({ view: 'questions', held: undefined }) },
            { value: 'each', label: t('view.each'), href: href({ view: 'each', held: undefined }) },
          ]}
        />
        <Counted results={results} days={filter.days} heldHref={href({ view: 'each', held: true })} />
        {filter.view === 'questions' && (
          <div className="ml-auto max-wide:ml-0">
            <Period days={filter.days} />
          </div>
        )}
      </div>
      {each ? (
        <EachAnswer
          slug={slug}
          versionsHref={`/w/${slug}/surveys/${id}/versions`}
          answers={each.shown}
          filter={filter}
          hrefs={{ all: href({ held: undefined }), counted: href({ held: false }), held: href({ held: true }), older: each.nextCursor ? href({ cursor: each.nextCursor }) : null }}
          mayReview={can(ctx.actor, 'response.write')}
        />
      ) : results.counted === 0 ? (
        <NoAnswers draft={survey.state === 'draft'} edit={mayEdit ? `/w/${slug}/surveys/${id}` : null} days={filter.days} />
      ) : (
        <div className="gap-4 *:mb-4 *:break-inside-avoid wide:columns-2">
          {results.questions.map((question, i) => (
            <QuestionCard key={question.id} result={question} place={i + 1} eachHref={href({ view: 'each', held: undefined })} />
          ))}
        </div>
      )}
    </Page>
  )
}

function NoAnswers({ draft, edit, days }: { draft: boolean; edit: string | null; days: number }) {
  const t = useWords('answers')
  const action = edit && <ButtonLink href={edit}>{draft ? t('empty.finish') : t('empty.share')}</ButtonLink>
  return (
    <EmptyState title={draft ? t('empty.draft') : t('empty.none', { days })} action={action}>
      {draft ? t('empty.draftSays') : t('empty.noneSays')}
    </EmptyState>
  )
}
