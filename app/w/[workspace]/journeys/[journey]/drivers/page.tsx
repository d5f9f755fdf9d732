import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Card, Page } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { SegmentLinks } from '#ui/segment'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { pageContext } from '#lib/auth/session'
import type { Drivers } from '#lib/maps/drivers/read-drivers'
import { formatNumber } from '#lib/stats/format'
import { formatDays } from '#lib/stats/format-date'
import { MAP_PRESET } from '../_map/address'
import { explainAddress } from '../_explain/address'
import { Explain } from '../_explain/explain'
import type { SearchParams } from '../_map/filter'
import { Headline, JourneyHead } from '../_map/head'
import { orNotFound } from '../_map/load'
import { Watch } from '../../../imports/watch'
import { axisOf, type Dot, dotOf, formatR, outcomeName, shareOf } from './dots'
import { headlineOf } from './headline'
import { LazyQuadrant } from './lazy-quadrant'
import { loadDrivers } from './load'
import { OutcomeChooser } from './outcome'
import { DriverTable } from './table'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Drivers' }

export default async function DriversPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { drivers, choices } = await orNotFound(loadDrivers(ctx, journey, await searchParams))
  const base = `/w/${slug}/journeys/${drivers.journey.key}`
  const outcome = outcomeName(drivers.outcome)
  const isCounting = drivers.state === 'waiting' || drivers.state === 'running'
  const links = [
    { value: 'stage', label: 'Stages', href: `${base}/drivers` },
    { value: 'touchpoint', label: 'Touchpoints', href: `${base}/drivers?by=touchpoint` },
  ]
  return (
    <Page>
      <JourneyHead base={base} view="drivers" title={drivers.journey.name} mayEdit={choices !== null} filter={{ period: MAP_PRESET }}>
        {choices && <OutcomeChooser slug={slug} journey={drivers.journey.key} text={outcome} outcome={drivers.outcome} choices={choices} />}
        <SegmentLinks label="Places" current={drivers.by} links={links} />
      </JourneyHead>
      {isCounting && <Watch />}
      {drivers.drivers.length === 0 ? <Nothing drivers={drivers} /> : <Found slug={slug} drivers={drivers} outcome={outcome} isCounting={isCounting} />}
    </Page>
  )
}

/** Nothing to draw yet: being counted, or no answers at all. */
function Nothing({ drivers }: { drivers: Drivers }) {
  const share = shareOf(drivers)
  const counting = share === null ? 'Waiting for its turn.' : `About ${share} % of the answers are read.`
  const words = {
    none: ['No answers yet', 'As soon as people answer at several places, this page shows which of them go together with the outcome.'],
    waiting: ['The drivers are being counted', counting],
    running: ['The drivers are being counted', counting],
    done: ['No answers in the last year', 'As soon as people answer at several places, this page shows which of them go together with the outcome.'],
    failed: ['The drivers could not be counted', 'It is tried again within ten minutes.'],
  } as const
  const [title, text] = words[drivers.state]
  return (
    <div className="mt-4" role="status">
      <EmptyState title={title}>{text}</EmptyState>
    </div>
  )
}

function Found({ slug, drivers, outcome, isCounting }: { slug: string; drivers: Drivers; outcome: string; isCounting: boolean }) {
  const dots = drivers.drivers.map((driver) => dotOf(driver, drivers))
  const axis = axisOf(dots)
  const place = drivers.by === 'stage' ? 'Stage' : 'Touchpoint'
  const left = dots.filter(({ x }) => x === null)
  const name = `${place}s by importance and performance`
  const days = drivers.window ? formatDays(drivers.window.from, drivers.window.to) : ''
  const shown = dots.length - left.length
  return (
    <>
      <Headline
        detail={
          <>
            {`r says how strongly a place goes together with ${outcome}, which does not mean that it causes it. Bars are 95 % intervals; dashed lines are the medians. The r axis runs from ${formatR(axis.lowest)} to ${formatR(axis.highest)}. ${days}. `}
            <Explain address={explainAddress(slug, 'drivers', { journey: drivers.journey.key, by: drivers.by })} />
          </>
        }
      >
        {headlineOf(drivers)}
      </Headline>
      {isCounting && (
        <Banner tone="note" className="mb-3">
          New answers have come: the drivers are being counted anew.
        </Banner>
      )}
      <Twin>
        <Card className="p-3.5">
          <TwinBody
            chart={
              shown === 0 ? (
                <EmptyState title="Too few people yet">
                  {`A place is drawn from ${drivers.minPairs} people on who answered there and have an outcome. The table says how many there are.`}
                </EmptyState>
              ) : (
                <figure>
                  <p className="mb-1 text-xs text-ink-3">↑ r with {outcome} (importance)</p>
                  <LazyQuadrant dots={dots} axis={axis} lines={drivers.lines} name={name} height={460} />
                  <p className="mt-1 text-right text-xs text-ink-3">Emotion index (performance) →</p>
                </figure>
              )
            }
            table={<DriverTable dots={dots} place={place} outcome={outcome} weighted={drivers.johnson !== null} />}
          />
        </Card>
        <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-2 text-xs text-ink-2">
          <div className="grid max-w-3xl gap-1">
            {left.length > 0 && shown > 0 && <p>Not drawn: {left.map(nameAndWhy).join('; ')}.</p>}
            <Weights drivers={drivers} dots={dots} />
          </div>
          <div className="ml-auto">
            <TwinButton of={name} />
          </div>
        </div>
      </Twin>
    </>
  )
}

const nameAndWhy = ({ name, why }: Dot) => `${name} (${why || 'no index to show'})`

function Weights({ drivers, dots }: { drivers: Drivers; dots: readonly Dot[] }) {
  if (!drivers.johnson) return <p>{drivers.note}</p>
  const { r2, cases, places } = drivers.johnson
  const nameOf = new Map(dots.map(({ key, name, weight }) => [key, `${name} ${weight}`]))
  const weights = places.map((key) => nameOf.get(key) ?? key).join(', ')
  return (
    <p>
      Relative weights (Johnson) among {formatNumber(cases)} people with a value at each of these: {weights}. Together they explain {formatNumber(100 * r2)} % of the
      differences in the outcome (<span data-number="/johnson/r2">R² {formatNumber(r2, 2)}</span>).
    </p>
  )
}
