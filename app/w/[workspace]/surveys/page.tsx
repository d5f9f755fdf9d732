import { Plus } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '#ui/button'
import { Card, Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { useWords } from '#words'
import { readWords } from '../../../_words/server'
import { listQuery, readListFilter } from './_list/address'
import { Filters } from './_list/filters'
import { loadList } from './_list/load'
import { SurveyTable } from './_list/survey-table'

export async function generateMetadata() {
  const t = await readWords('surveys')
  return { title: t('title') }
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SurveysPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await pageContext(slug)
  const { filter, journeys, stages, surveys, counts, waiting, nextCursor } = await loadList(ctx, readListFilter(await searchParams))
  const t = await readWords('surveys')
  const base = `/w/${slug}/surveys`
  const mayEdit = can(ctx.actor, 'survey.write')
  const isFiltered = [filter.search, filter.journey, filter.stage].some((part) => part !== undefined)
  const create = (
    <ButtonLink href={`${base}/new${listQuery({ journey: filter.journey })}`} look="primary" className="max-wide:ml-auto">
      <Plus aria-hidden className="size-4" />
      {t('list.new')}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHead title={t('title')} count={nextCursor || filter.cursor ? undefined : surveys.length}>
        <Filters filter={filter} journeys={journeys.map(({ key, name }) => ({ value: key, label: name }))} stages={stages} />
        {mayEdit && journeys.length > 0 && create}
      </PageHead>
      {surveys.length > 0 ? (
        <Card>
          <SurveyTable base={base} surveys={surveys} counts={counts} waiting={waiting} withJourney={journeys.length > 1 && !filter.journey} mayEdit={mayEdit} />
        </Card>
      ) : isFiltered ? (
        <EmptyState title={t('list.noMatch.title')} action={<ButtonLink href={base}>{t('list.noMatch.all')}</ButtonLink>}>
          {t('list.noMatch.text')}
        </EmptyState>
      ) : (
        <Empty slug={slug} hasJourney={journeys.length > 0} mayEdit={mayEdit} create={create} />
      )}
      {nextCursor && (
        <p className="mt-3 text-sm">
          <Link href={base + listQuery({ ...filter, cursor: nextCursor })} className="link py-2">
            {t('list.older')}
          </Link>
        </p>
      )}
    </Page>
  )
}

function Empty({ slug, hasJourney, mayEdit, create }: { slug: string; hasJourney: boolean; mayEdit: boolean; create: ReactNode }) {
  const t = useWords('surveys')
  if (!mayEdit) return <EmptyState title={t('list.empty.title')}>{t('list.empty.viewer')}</EmptyState>
  if (hasJourney) {
    return (
      <EmptyState title={t('list.empty.title')} action={create}>
        {t('list.empty.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('list.empty.journeyFirst')}
      action={
        <ButtonLink look="primary" href={`/w/${slug}/journeys`}>
          {t('list.empty.chooseJourney')}
        </ButtonLink>
      }
    >
      {t('list.empty.why')}
    </EmptyState>
  )
}
