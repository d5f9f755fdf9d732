import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Page } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { formatPercent } from '#lib/stats/format'
import { formatDays } from '#lib/stats/format-date'
import { explainAddress } from '../_explain/address'
import { Explain } from '../_explain/explain'
import { PRESETS } from '../_map/address'
import type { SearchParams } from '../_map/filter'
import { Filters } from '../_map/filters'
import { Headline, JourneyHead } from '../_map/head'
import { orNotFound } from '../_map/load'
import { loadPlan } from './load'
import { PlanCards, PlanTable } from './table'
import { headlineOf, rowsOf } from './words'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Plan' }

const METRICS = [
  { value: 'emotion', label: 'Emotion index' },
  { value: 'nps', label: 'NPS' },
  { value: 'csat', label: 'CSAT' },
  { value: 'ces', label: 'CES' },
  { value: 'sentiment', label: 'Faces' },
]

/** How many answers each stage still needs before its number can be relied on. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { plan, asked, channels, filter, fault } = await orNotFound(loadPlan(ctx, journey, await searchParams))
  const base = `/w/${slug}/journeys/${plan.journey.key}`
  const days = formatDays(plan.from, plan.to)
  const rows = { rows: rowsOf(plan), margin: plan.margin, change: plan.change }
  return (
    <Page>
      <JourneyHead base={base} view="plan" title={plan.journey.name} mayEdit={can(ctx.actor, 'journey.write')} filter={filter}>
        <Filters
          filter={filter}
          choices={[{ name: 'metric', label: 'Measure', value: plan.metric, options: METRICS }]}
          from={plan.from}
          to={plan.to}
          periodText={PRESETS.find(({ value }) => value === filter.period)?.label ?? days}
          channels={channels}
        />
      </JourneyHead>
      {fault && (
        <Banner tone="warn" className="mt-3">
          {fault}
        </Banner>
      )}
      <Headline
        detail={
          <>
            Narrow enough: the 95 % interval is at most ±{plan.margin} points. A change of {plan.change} points is found with a chance of {formatPercent(100 * plan.power)}. The
            pace is that of {days}. <Explain address={explainAddress(slug, 'plan', { ...asked, metric: plan.metric, from: plan.from, to: plan.to })} />
          </>
        }
      >
        {headlineOf(plan)}
      </Headline>
      {plan.stages.length === 0 ? (
        <EmptyState title="No stages yet">As soon as the journey has a stage, this page says how many answers it needs.</EmptyState>
      ) : (
        <>
          <PlanTable {...rows} />
          <PlanCards {...rows} />
        </>
      )}
    </Page>
  )
}
