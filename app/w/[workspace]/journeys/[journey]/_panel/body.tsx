import Link from 'next/link'
import { useSay, useWords } from '#words'
import { Chip } from '#ui/chip'
import { Distributions } from '#ui/distribution'
import { SkeletonLines } from '#ui/skeleton'
import type { Context } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import { listPeople } from '#lib/maps/people/list'
import type { PeoplePage } from '#lib/maps/people/types'
import { readStagePanel } from '#lib/maps/read-panel'
import { readTrend } from '#lib/maps/change/read-trend'
import type { Trend } from '#lib/maps/change/types'
import type { CommentPage } from '#lib/maps/comments/types'
import type { JourneyMap, StagePanel } from '#lib/maps/types'
import { can } from '#lib/permission'
import { addMonths, monthOf } from '#lib/time'
import { readInWords } from '../_headline/read'
import { type Filter, filterQuery, NO_COMMENTS } from '../_filter/address'
import type { Asked } from '../_map/load'
import { reachedOf } from '../_reach/rates'
import { Comments } from '../_comments/comments'
import { Numbers } from './numbers'
import { Part } from './part'
import { People } from './people'
import { Ranking } from './ranking'
import { PanelReach } from './reach'
import { TwelveMonths } from './twelve-months'

/** `map`: the one below, in whose answer the numbers of the panel stand, too. */
type Given = { slug: string; base: string; asked: Asked; filter: Filter; map: JourneyMap; stage: string }

const TREND_MONTHS = 12

const defined = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value] as const] : [])))

/** The panel's contents: numbers, spread, twelve months, touchpoints from the lowest, the comments and who answered. */
export async function PanelBody({ ctx, ...seen }: Given & { ctx: Context }) {
  const { asked, map, stage } = seen
  const filter = withKnown(seen.filter, map, stage)
  const given = { ...seen, filter }
  const place = defined({ ...asked, stage, touchpoint: filter.touchpoint })
  const { search, mood, via } = filter
  const said = defined({ ...place, touchpoint: filter.touchpoint ?? filter.at, search, mood, via })
  const year = { ...asked, from: addMonths(monthOf(map.to), 1 - TREND_MONTHS), to: map.to, metric: 'emotion', every: 'month', ...(filter.touchpoint ? { by: 'touchpoint', stage } : {}) }
  const [panel, trend, page, people] = await readInWords(Promise.all([
    readStagePanel(ctx, { ...place, compare: map.compared.map(({ compare }) => compare) }),
    readTrend(ctx, year),
    listComments(ctx, said),
    can(ctx.actor, 'person.read') ? listPeople(ctx, place) : null,
  ]))
  return <Drawn {...given} lost={filter.touchpoint ? undefined : seen.filter.touchpoint} panel={panel} trend={trend} year={year} page={page} people={people} place={place} said={said} mayPin={can(ctx.actor, 'journey.write')} />
}

/** A touchpoint that is no longer here (archived, moved, mistyped) is left out: the stage is shown whole. */
function withKnown(filter: Filter, map: JourneyMap, stage: string): Filter {
  const touchpoints = map.stages.find(({ key }) => key === stage)?.touchpoints ?? []
  const known = (wanted: string | undefined) => touchpoints.find(({ key }) => key === wanted)?.key
  return { ...filter, touchpoint: known(filter.touchpoint), at: known(filter.at) }
}

type DrawnProps = Given & {
  /** The touchpoint that was asked for and is not here. */
  lost?: string
  panel: StagePanel
  trend: Trend
  year: Readonly<Record<string, string | undefined>>
  page: CommentPage
  people: PeoplePage | null
  /** What comments and people were asked for. */
  place: Readonly<Record<string, string>>
  said: Readonly<Record<string, string>>
  mayPin: boolean
}

function Drawn({ slug, base, asked, filter, lost, map, stage, panel, trend, year, page, people, place, said, mayPin }: DrawnProps) {
  const t = useWords('panel')
  const say = useSay()
  const { stages } = map
  const reached = reachedOf(map, true).find(({ row }) => row.stage === stage && row.touchpoint === (panel.touchpoint?.key ?? null))
  const at = stages.findIndex(({ key }) => key === stage)
  const touchpointAt = (key: string) => `/stages/${at}/touchpoints/${stages[at]?.touchpoints.findIndex((each) => each.key === key)}`
  const root = panel.touchpoint ? touchpointAt(panel.touchpoint.key) : `/stages/${at}`
  const query = (change: Partial<Filter>) => base + filterQuery({ ...filter, ...change, ...NO_COMMENTS })
  const series = trend.series.findIndex(({ key }) => key === (panel.touchpoint?.key ?? stage))
  const days = say.days(panel.from, panel.to)
  const answered = panel.touchpoints.filter(({ overall, emotion }) => !overall || emotion.n !== 0)
  return (
    <>
      {panel.touchpoint && (
        <p className="border-b border-line bg-accent-soft px-5 py-2 text-sm">
          {t.rich('only', { name: panel.touchpoint.name, b: (text) => <b className="font-semibold">{text}</b> })}{' '}
          <Link href={query({ touchpoint: undefined })} scroll={false} className="link">
            {t('whole')}
          </Link>
        </p>
      )}
      {lost && <p className="border-b border-line bg-warn-soft px-5 py-2 text-sm text-warn">{t('noTouchpoint', { key: lost })}</p>}
      <Numbers numbers={panel.numbers} before={panel.before} root={root} />
      <PanelReach held={panel.held} answers={panel.numbers.emotion.n} reached={reached} name={panel.touchpoint?.name ?? panel.stage.name} surveys={`/w/${slug}/surveys`} />
      <Part
        title={t('spread.title')}
        note={panel.before && panel.distributions.some(({ before }) => before) ? t('spread.note', { days, before: say.days(panel.before.from, panel.before.to) }) : days}
        aside={panel.distributions.some(({ isPolarised }) => isPolarised) && <Chip>{t('spread.polarised')}</Chip>}
      >
        <Distributions distributions={panel.distributions} />
      </Part>
      <TwelveMonths slug={slug} base={base} trend={trend} place={series} stage={stage} asked={year} />
      <Part title={t('touchpoints.title')} note={t('touchpoints.note')}>
        <Ranking touchpoints={answered} moments={map.lanes.moment.touchpoint} hrefOf={(touchpoint) => query({ touchpoint })} pointerOf={(key) => `${touchpointAt(key)}/emotion`} current={panel.touchpoint?.key} />
      </Part>
      <section id="comments" className="scroll-mt-14 border-b border-line px-5 py-3.5 last:border-b-0">
        <Comments
          slug={slug}
          journey={asked.journey}
          asked={said}
          said={{ search: filter.search ?? '', mood: filter.mood ?? '', via: filter.via ?? '', at: filter.at ?? '' }}
          channels={map.filter?.dimension === 'channel' ? [] : map.channels.map(({ value }) => value)}
          touchpoints={panel.touchpoint ? [] : answered.map(({ key, name }) => ({ key, name }))}
          mayPin={mayPin}
          timeZone={panel.timeZone}
          first={page}
        />
      </section>
      {people && (
        <Part title={t('people.title')} note={people.why ? undefined : t('people.note')}>
          <People key={Object.values(place).join(' ')} slug={slug} asked={place} timeZone={panel.timeZone} first={people} />
        </Part>
      )}
    </>
  )
}

export function PanelSkeleton() {
  return (
    <div className="grid gap-6 px-5 py-4">
      {[2, 5, 6, 4].map((lines, place) => (
        <SkeletonLines key={place} lines={lines} />
      ))}
    </div>
  )
}
