import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Card, Page } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { SegmentLinks } from '#ui/segment'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { pageContext } from '#lib/auth/session'
import type { Drivers } from '#lib/maps/drivers/read-drivers'
import { MIN_CASES } from '#lib/stats/drivers/johnson'
import { useSay, useWords } from '#words'
import { MAP_PRESET } from '../_filter/address'
import { explainAddress } from '../_explain/address'
import { Explain } from '../_explain/explain'
import type { SearchParams } from '../_filter/filter'
import { Headline, JourneyHead } from '../_head/head'
import { orNotFound } from '../_map/load'
import { Watch } from '../../../imports/watch'
import { axisOf, type Dot, dotOf, type DriverWords, formatR, outcomeName, shareOf } from './dots'
import { headlineOf } from './headline'
import { LazyQuadrant } from './lazy-quadrant'
import { readSay, readWords } from '../../../../../_words/server'
import { loadDrivers } from './load'
import { OutcomeChooser } from './outcome'
import { DriverTable } from './table'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('trends.drivers'))('page') })

export default async function DriversPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { drivers, choices } = await orNotFound(loadDrivers(ctx, journey, await searchParams))
  const base = `/w/${slug}/journeys/${drivers.journey.key}`
  const words = { t: await readWords('trends.drivers'), say: await readSay() }
  const { t } = words
  const outcome = outcomeName(t, drivers.outcome)
  const isCounting = drivers.state === 'waiting' || drivers.state === 'running'
  const links = [
    { value: 'stage', label: t('stages'), href: `${base}/drivers` },
    { value: 'touchpoint', label: t('touchpoints'), href: `${base}/drivers?by=touchpoint` },
  ]
  return (
    <Page>
      <JourneyHead base={base} view="drivers" title={drivers.journey.name} mayEdit={choices !== null} filter={{ period: MAP_PRESET }}>
        {choices && <OutcomeChooser slug={slug} journey={drivers.journey.key} text={outcome} outcome={drivers.outcome} choices={choices} />}
        <SegmentLinks label={t('places')} current={drivers.by} links={links} />
      </JourneyHead>
      {isCounting && <Watch />}
      {drivers.drivers.length === 0 ? <Nothing drivers={drivers} /> : <Found slug={slug} drivers={drivers} outcome={outcome} isCounting={isCounting} />}
    </Page>
  )
}

/** Nothing to draw yet: being counted, or no answers at all. */
function Nothing({ drivers }: { drivers: Drivers }) {
  const t = useWords('trends.drivers')
  const share = shareOf(drivers)
  const counting = share === null ? t('empty.waiting') : t('empty.read', { percent: share })
  const words = {
    none: [t('empty.none'), t('empty.later')],
    waiting: [t('empty.counting'), counting],
    running: [t('empty.counting'), counting],
    done: [t('empty.done'), t('empty.later')],
    failed: [t('empty.failed'), t('empty.again')],
  } as const
  const [title, text] = words[drivers.state]
  return (
    <div className="mt-4" role="status">
      <EmptyState title={title}>{text}</EmptyState>
    </div>
  )
}

function Found({ slug, drivers, outcome, isCounting }: { slug: string; drivers: Drivers; outcome: string; isCounting: boolean }) {
  const words = { t: useWords('trends.drivers'), say: useSay() }
  const { t, say } = words
  const dots = drivers.drivers.map((driver) => dotOf(words, driver, drivers))
  const axis = axisOf(dots)
  const left = dots.filter(({ x }) => x === null)
  const name = t(`name.${drivers.by}`)
  const days = drivers.window ? say.days(drivers.window.from, drivers.window.to) : ''
  const shown = dots.length - left.length
  return (
    <>
      <Headline
        detail={
          <>
            {shown > 0 && `${t('detail', { outcome, lowest: formatR(say, axis.lowest), highest: formatR(say, axis.highest) })} `}
            {days && `${days}. `}
            <Explain address={explainAddress(slug, 'drivers', { journey: drivers.journey.key, by: drivers.by })} />
          </>
        }
      >
        {headlineOf(words, drivers)}
      </Headline>
      {isCounting && (
        <Banner tone="note" className="mb-3">
          {t('anew')}
        </Banner>
      )}
      <Twin>
        <TwinBody
          chart={
            shown === 0 ? (
              <EmptyState title={t('few.title')}>{t('few.text', { n: drivers.minPairs })}</EmptyState>
            ) : (
              <Card className="p-3.5">
                <figure>
                  <p className="mb-1 text-xs text-ink-3">↑ {t('axis.importance', { outcome })}</p>
                  <LazyQuadrant dots={dots} axis={axis} lines={drivers.lines} name={name} height={460} />
                  <p className="mt-1 text-right text-xs text-ink-3">{t('axis.performance')} →</p>
                </figure>
              </Card>
            )
          }
          table={
            <Card className="p-3.5">
              <DriverTable dots={dots} by={drivers.by} outcome={outcome} weighted={drivers.johnson !== null} />
            </Card>
          }
        />
        <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-2 text-xs text-ink-2">
          <div className="grid max-w-3xl gap-1">
            {left.length > 0 && shown > 0 && <p>{t('notDrawn', { places: left.map((dot) => nameAndWhy(t, dot)).join('; ') })}</p>}
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

/** Why there are no weights, in the words of the page: the read model says it in English. */
const noteOf = (t: DriverWords['t'], { outcome }: Drivers) => `${t('note.always')} ${outcome.kind === 'overall_nps' ? t('note.undeclared') : t('note.weights', { n: MIN_CASES })}`

const nameAndWhy = (t: DriverWords['t'], { name, why }: Dot) => `${name} (${why || t('why.noIndex')})`

function Weights({ drivers, dots }: { drivers: Drivers; dots: readonly Dot[] }) {
  const [t, say] = [useWords('trends.drivers'), useSay()]
  if (!drivers.johnson) return <p>{noteOf(t, drivers)}</p>
  const { r2, cases, places } = drivers.johnson
  const nameOf = new Map(dots.map(({ key, name, weight }) => [key, `${name} ${weight}`]))
  const weights = places.map((key) => nameOf.get(key) ?? key).join(', ')
  return (
    <p>
      {t.rich('weights', {
        people: say.number(cases),
        weights,
        percent: say.number(100 * r2),
        r2: say.number(r2, 2),
        r: (chunks) => <span data-number="/johnson/r2">{chunks}</span>,
      })}
    </p>
  )
}
