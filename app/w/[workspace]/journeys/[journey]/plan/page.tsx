import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Page } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { readSay, readWords } from '../../../../../_words/server'
import { explainAddress } from '../_explain/address'
import { Explain } from '../_explain/explain'
import { periodName } from '../_filter/address'
import type { SearchParams } from '../_filter/filter'
import { Filters } from '../_filter/filters'
import { Headline, JourneyHead } from '../_head/head'
import { orNotFound } from '../_map/load'
import { loadPlan } from './load'
import { PlanCards, PlanTable } from './table'
import { headlineOf, rowsOf } from './words'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('trends.plan'))('page') })

const METRICS = ['emotion', 'nps', 'csat', 'ces', 'sentiment'] as const

/** How many answers each stage still needs before its number can be relied on. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { plan, asked, channels, filter, fault, earlier } = await orNotFound(loadPlan(ctx, journey, await searchParams))
  const base = `/w/${slug}/journeys/${plan.journey.key}`
  const words = { t: await readWords('trends.plan'), say: await readSay() }
  const { t, say } = words
  const days = say.days(plan.from, plan.to)
  const map = await readWords('map')
  const rows = { rows: rowsOf(words, plan), margin: plan.margin, change: plan.change }
  return (
    <Page>
      <JourneyHead base={base} view="plan" title={plan.journey.name} mayEdit={can(ctx.actor, 'journey.write')} filter={filter}>
        <Filters
          filter={filter}
          choices={[{ name: 'metric', label: t('measure'), value: plan.metric, options: METRICS.map((value) => ({ value, label: t(`metric.${value}`) })) }]}
          from={plan.from}
          to={plan.to}
          periodText={periodName(map, filter, days)}
          channels={channels}
        />
      </JourneyHead>
      {(fault || earlier) && (
        <Banner tone={fault ? 'warn' : 'note'} className="mt-3">
          {fault ?? map('earlier', { period: map('preset.90d') })}
        </Banner>
      )}
      <Headline
        detail={
          <>
            {t('detail', { margin: plan.margin, change: plan.change, power: say.percent(100 * plan.power), days })}{' '}
            <Explain address={explainAddress(slug, 'plan', { ...asked, metric: plan.metric, from: plan.from, to: plan.to })} />
          </>
        }
      >
        {headlineOf(words, plan)}
      </Headline>
      {plan.stages.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <>
          <PlanTable {...rows} />
          <PlanCards {...rows} />
        </>
      )}
    </Page>
  )
}
