import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Card, Page } from '#ui/card'
import { Chip } from '#ui/chip'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { formatDays } from '#lib/stats/format-date'
import { OVER_TIME_PRESET, PRESETS } from '../_map/address'
import type { SearchParams } from '../_map/filter'
import { Filters } from '../_map/filters'
import { Headline, JourneyHead } from '../_map/head'
import { orNotFound } from '../_map/load'
import { TrendChart } from '../_chart/lazy-trend'
import { type StageSeries, headlineOf, nameOf, seriesOf } from './series'
import { loadTrend } from './load'
import { SeriesTable } from './table'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Stages over time' }

const METRICS = [
  { value: 'nps', label: 'NPS' },
  { value: 'csat', label: 'CSAT' },
  { value: 'ces', label: 'CES' },
  { value: 'sentiment', label: 'Sentiment' },
  { value: 'emotion', label: 'Emotion index' },
]
const STEPS = [
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
]

export default async function OverTimePage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { trend, channels, filter, fault } = await orNotFound(loadTrend(ctx, journey, await searchParams))
  const base = `/w/${slug}/journeys/${trend.journey.key}`
  const days = formatDays(trend.from, trend.to)
  const series = trend.series.map((each) => seriesOf(each, trend.every))
  const axis = trend.metric === 'csat' || trend.metric === 'ces' ? '0 to 100 %' : '−100 to +100'
  return (
    <Page>
      <JourneyHead base={base} view="over-time" title={trend.journey.name} mayEdit={can(ctx.actor, 'journey.write')} filter={filter}>
        <Filters
          filter={filter}
          preset={OVER_TIME_PRESET}
          choices={[
            { name: 'metric', label: 'Measure', value: trend.metric, options: METRICS },
            { name: 'every', label: 'Every', value: trend.every, options: STEPS },
          ]}
          from={trend.from}
          to={trend.to}
          periodText={PRESETS.find(({ value }) => value === filter.period)?.label ?? days}
          channels={channels}
        />
      </JourneyHead>
      {fault && (
        <Banner tone="warn" className="mt-3">
          {fault}
        </Banner>
      )}
      <Headline detail={`Same axis in every panel, ${axis}. Bars are 95 % intervals, open points have fewer than 30 answers. ${days}.`}>
        {headlineOf(trend.metric, series)}
      </Headline>
      <Twin>
        <TwinBody
          chart={
            <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,360px),1fr))] gap-4">
              {series.map((each) => (
                <Small key={each.key} series={each} unit={axis.startsWith('0') ? 'share' : 'index'} metric={nameOf(trend.metric)} />
              ))}
            </div>
          }
          table={
            <Card>
              <SeriesTable series={series} metric={nameOf(trend.metric)} />
            </Card>
          }
        />
        <p className="mt-3 text-right">
          <TwinButton of={`${nameOf(trend.metric)} by stage over time`} />
        </p>
      </Twin>
    </Page>
  )
}

function Small({ series, unit, metric }: { series: StageSeries; unit: 'index' | 'share'; metric: string }) {
  const { name, points, last, chip } = series
  return (
    <Card className="px-3.5 pt-3 pb-2">
      <div className="flex items-center justify-between gap-2">
        <h2 className="truncate text-base font-semibold">{name}</h2>
        {chip && <Chip>{chip}</Chip>}
      </div>
      <p className="mb-1.5 text-xs text-ink-2">
        {last ? `${metric} ${last.text} (${last.range}), n ${last.n}, ${last.when}` : 'No value to show in these days'}
      </p>
      <TrendChart name={`${metric} of ${name}`} points={points} unit={unit} height={262} />
    </Card>
  )
}
