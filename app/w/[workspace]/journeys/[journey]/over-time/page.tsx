import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Card, Page } from '#ui/card'
import { Chip } from '#ui/chip'
import { classes } from '#ui/classes'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { useWords } from '#words'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { OVER_TIME_PRESET, periodName } from '../_filter/address'
import { Star } from '../_beliefs/star'
import type { SearchParams } from '../_filter/filter'
import { explainAddress } from '../_explain/address'
import { Explain } from '../_explain/explain'
import { Filters } from '../_filter/filters'
import { Headline, JourneyHead } from '../_head/head'
import { readSay, readWords } from '../../../../../_words/server'
import { orNotFound } from '../_map/load'
import { TrendChart } from '../_chart/lazy-trend'
import { headroomOf, type Mark, markLines, marksOf, markSpans } from '../_chart/marks'
import { aligned, type TimePoint } from '../_chart/points'
import { Annotations } from './annotations'
import { Baseline } from './baseline'
import { type StageSeries, headlineOf, nameOf, seriesOf, spanOf } from './series'
import { loadTrend } from './load'
import { SeriesTable } from './table'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('panel.time'))('page') })

const METRICS = ['nps', 'csat', 'ces', 'sentiment', 'emotion'] as const
export default async function OverTimePage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { trend, channels, groups, filter, fault, earlier, baseline, moments } = await orNotFound(loadTrend(ctx, journey, await searchParams))
  const base = `/w/${slug}/journeys/${trend.journey.key}`
  const words = { t: await readWords('panel.time'), say: await readSay() }
  const { t, say } = words
  const days = say.days(trend.from, trend.to)
  const map = await readWords('map')
  const each = trend.series.map((one, place) => seriesOf(words, one, trend.every, `/series/${place}`))
  const lines = aligned(each.map(({ points }) => points))
  const series = each.map((one, place) => ({ ...one, points: lines[place] ?? one.points }))
  const marks = marksOf(words, trend.annotations, trend.campaigns)
  const headroom = Math.max(0, ...series.map((one) => above(one, marks)).map(({ lines, spans }) => headroomOf(lines, spans)))
  const stages = trend.series.map(({ key, name }) => ({ key, name }))
  const mayEdit = can(ctx.actor, 'journey.write')
  const compared = baseline.declared ? spanOf(words, baseline.from, baseline.to) : t('base.own')
  const explain = explainAddress(slug, 'trend', {
    journey: trend.journey.key,
    metric: trend.metric,
    every: trend.every,
    from: trend.from,
    to: trend.to,
    channel: filter.channel,
    variant: filter.variant,
    segment: filter.segment,
  })
  // Two and four stand in pairs: of three columns the last row would be all but empty.
  const inPairs = series.length === 2 || series.length === 4
  const isShare = trend.metric === 'csat' || trend.metric === 'ces'
  return (
    <Page>
      <JourneyHead base={base} view="over-time" title={trend.journey.name} mayEdit={mayEdit} filter={filter}>
        <Filters
          filter={filter}
          preset={OVER_TIME_PRESET}
          choices={[
            { name: 'metric', label: t('measure'), value: trend.metric, options: METRICS.map((value) => ({ value, label: nameOf(words, value) })) },
            { name: 'every', label: t('every'), value: trend.every, options: (['month', 'week'] as const).map((value) => ({ value, label: t(`step.${value}`) })) },
          ]}
          from={trend.from}
          to={trend.to}
          periodText={periodName(map, filter, days)}
          channels={channels}
          groups={groups}
        />
      </JourneyHead>
      {(fault || earlier) && (
        <Banner tone={fault ? 'warn' : 'note'} className="mt-3">
          {fault ?? map('earlier', { period: map('preset.12m') })}
        </Banner>
      )}
      <Headline
        detail={
          <>
            {t('detail', { axis: isShare ? t('axis.share') : t('axis.index'), baseline: compared, days })} <Explain address={explain} />
          </>
        }
      >
        {headlineOf(words, trend.metric, series)}
      </Headline>
      <Twin>
        <TwinBody
          chart={
            <div className={classes('grid gap-4', inPairs ? 'grid-cols-[minmax(0,1fr)] wide:grid-cols-[repeat(2,minmax(0,1fr))]' : 'grid-cols-[repeat(auto-fill,minmax(min(100%,360px),1fr))]')}>
              {series.map((one) => (
                <Small key={one.key} series={one} isMoment={moments[one.key] === true} unit={isShare ? 'share' : 'index'} metric={nameOf(words, trend.metric)} marks={marks} headroom={headroom} />
              ))}
            </div>
          }
          table={
            <Card>
              <SeriesTable series={series} metric={nameOf(words, trend.metric)} />
            </Card>
          }
        />
        <Signs points={lines.flat()} />
        <div className="mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line pt-3">
          <Annotations slug={slug} journey={trend.journey.key} marks={marks} stages={stages} today={trend.to} mayEdit={mayEdit} />
          <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2">
            {mayEdit && <Baseline slug={slug} journey={trend.journey.key} from={baseline.from} to={baseline.to} text={compared} />}
            <TwinButton of={t('byStage', { metric: nameOf(words, trend.metric) })} />
          </div>
        </div>
      </Twin>
    </Page>
  )
}

/** Beside the shapes in the charts the words for them, of those that are drawn. */
function Signs({ points }: { points: readonly TimePoint[] }) {
  const t = useWords('panel.time')
  const signs = [
    ...(points.some(({ watch }) => watch) ? [['◇', t('sign.watch')]] : []),
    ...(points.some(({ confirmed }) => confirmed) ? [['▼', t('sign.confirmed')]] : []),
    ...(points.some(({ ahead }) => ahead !== null) ? [['- -', t('sign.ahead')]] : []),
  ]
  if (signs.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink-2">
      {signs.map(([sign, words]) => (
        <li key={sign}>
          <span aria-hidden className="mr-1.5 text-ink">
            {sign}
          </span>
          {words}
        </li>
      ))}
    </ul>
  )
}

type SmallProps = { series: StageSeries; isMoment: boolean; unit: 'index' | 'share'; metric: string; marks: readonly Mark[]; headroom: number }

/** What happened at a stage, placed on the steps that are shown. */
function above({ key, points }: StageSeries, marks: readonly Mark[]) {
  const steps = points.flatMap(({ id, state }) => (state === 'ahead' ? [] : id))
  return { lines: markLines(marks, key, steps), spans: markSpans(marks, key, steps) }
}

function Small({ series, isMoment, unit, metric, marks, headroom }: SmallProps) {
  const { name, points, last, chip, baseline, against, againstPointer, ahead } = series
  const t = useWords('panel')
  const time = useWords('panel.time')
  return (
    <Card className="flex flex-col px-3.5 pt-3 pb-2.5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="flex min-w-0 items-center gap-1.5 text-base font-semibold">
          <span className="truncate">{name}</span>
          {isMoment && <Star label={t('moment')} />}
        </h2>
        {chip && <Chip tone={chip.tone}>{chip.text}</Chip>}
      </div>
      <p className="text-xs text-ink-2">
        {last ? <span data-number={last.pointer}>{time('last', { metric, value: last.text, range: last.range, n: last.n, when: last.when })}</span> : time('noValue')}
      </p>
      <p className={chip?.tone === 'worse' ? 'mb-1.5 text-xs font-semibold text-pain-text' : 'mb-1.5 text-xs text-ink-2'}>
        <span data-number={againstPointer}>{against}</span>
      </p>
      <TrendChart name={time('metricOf', { metric, stage: name })} points={points} unit={unit} height={272} baseline={baseline} {...above(series, marks)} headroom={headroom} />
      <p className="mt-1 text-xs text-ink-3">{ahead}</p>
    </Card>
  )
}
