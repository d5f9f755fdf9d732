import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ButtonLink } from '#ui/button'
import { Card, Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { listQuery, readListFilter } from './_list/address'
import { Filters } from './_list/filters'
import { loadList } from './_list/load'
import { SurveyTable } from './_list/survey-table'

export const metadata: Metadata = { title: 'Surveys' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SurveysPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await pageContext(slug)
  const { filter, journeys, stages, surveys, counts, waiting, nextCursor } = await loadList(ctx, readListFilter(await searchParams))
  const base = `/w/${slug}/surveys`
  const mayEdit = can(ctx.actor, 'survey.write')
  const isFiltered = [filter.search, filter.journey, filter.stage].some((part) => part !== undefined)
  const create = (
    <ButtonLink href={`${base}/new${listQuery({ journey: filter.journey })}`} look="primary" className="max-wide:ml-auto">
      <Plus aria-hidden className="size-4" />
      New survey
    </ButtonLink>
  )
  return (
    <Page>
      <PageHead title="Surveys" count={nextCursor || filter.cursor ? undefined : surveys.length}>
        <Filters filter={filter} journeys={journeys.map(({ key, name }) => ({ value: key, label: name }))} stages={stages} />
        {mayEdit && journeys.length > 0 && create}
      </PageHead>
      {surveys.length > 0 ? (
        <Card>
          <SurveyTable base={base} surveys={surveys} counts={counts} waiting={waiting} withJourney={journeys.length > 1 && !filter.journey} mayEdit={mayEdit} />
        </Card>
      ) : isFiltered ? (
        <EmptyState title="No survey matches" action={<ButtonLink href={base}>Show all surveys</ButtonLink>}>
          Nothing has this name at this place.
        </EmptyState>
      ) : (
        <Empty slug={slug} hasJourney={journeys.length > 0} mayEdit={mayEdit} create={create} />
      )}
      {nextCursor && (
        <p className="mt-3 text-sm">
          <Link href={base + listQuery({ ...filter, cursor: nextCursor })} className="link py-2">
            Older surveys
          </Link>
        </p>
      )}
    </Page>
  )
}

function Empty({ slug, hasJourney, mayEdit, create }: { slug: string; hasJourney: boolean; mayEdit: boolean; create: ReactNode }) {
  if (!mayEdit) return <EmptyState title="No surveys yet">Somebody who may edit this workspace can make the first one.</EmptyState>
  if (hasJourney) {
    return (
      <EmptyState title="No surveys yet" action={create}>
        A survey asks at one touchpoint of a journey; its answers land there on the map.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="First a journey, then its surveys"
      action={
        <ButtonLink look="primary" href={`/w/${slug}/journeys`}>
          Choose a journey
        </ButtonLink>
      }
    >
      Every survey belongs to a touchpoint. A journey from a template brings a ready draft for each stage.
    </EmptyState>
  )
}
