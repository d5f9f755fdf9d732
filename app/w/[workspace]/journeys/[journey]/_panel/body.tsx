import Link from 'next/link'
import type { ReactNode } from 'react'
import { Distributions } from '#ui/distribution'
import { SkeletonLines } from '#ui/skeleton'
import { Row, Table, Td, Th } from '#ui/table'
import { listAnnotations } from '#lib/annotations/read'
import type { Context } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import { readStagePanel } from '#lib/maps/read-panel'
import type { JourneyMap, MapTouchpoint, PlaceNumbers } from '#lib/maps/types'
import { formatNumber, formatRange, formatValue } from '#lib/stats/format'
import { formatDays } from '#lib/stats/format-date'
import type { Measured } from '#lib/stats/measure'
import { type Filter, filterQuery } from '../_map/address'
import type { Asked } from '../_map/load'
import { explainAddress } from '../_explain/address'
import { TrendTwin } from '../_chart/lazy-trend'
import { MarkText } from '../_chart/mark-text'
import { markLines, marksOf } from '../_chart/marks'
import { timePoints } from '../_chart/points'
import { reachedOf } from '../_reach/rates'
import { Comments } from './comments'
import { PanelReach } from './reach'

/** `map`: the one below, in whose answer the numbers of the panel stand, too. */
type BodyProps = { ctx: Context; slug: string; base: string; asked: Asked; filter: Filter; map: Pick<JourneyMap, 'stages' | 'reach'>; stage: string }

/** The panel's contents: numbers, spread, twelve months, touchpoints from the lowest, and the comments. */
export async function PanelBody({ ctx, slug, base, asked, filter, map, stage }: BodyProps) {
  const place = filter.touchpoint ? { stage, touchpoint: filter.touchpoint } : { stage }
  const [panel, page] = await Promise.all([
    readStagePanel(ctx, { ...asked, ...place }),
    listComments(ctx, { ...asked, ...place, ...(filter.search ? { search: filter.search } : {}) }),
  ])
  const { stages } = map
  const reached = reachedOf(map, true).find(({ row }) => row.stage === stage && row.touchpoint === (panel.touchpoint?.key ?? null))
  const at = stages.findIndex(({ key }) => key === stage)
  const touchpointAt = (key: string) => `/stages/${at}/touchpoints/${stages[at]?.touchpoints.findIndex((each) => each.key === key)}`
  const root = panel.touchpoint ? touchpointAt(panel.touchpoint.key) : `/stages/${at}`
  // The series of a stage stands in the trend as the stage does on the map; that of a touchpoint has no place there.
  const points = timePoints(panel.trend, 'month', panel.touchpoint ? '' : `/series/${at}`)
  const year = { from: panel.trend[0]?.from ?? panel.from, to: panel.to }
  const happened = await listAnnotations(ctx, { journey: asked.journey, ...year })
  const marks = marksOf(happened.filter((one) => one.stage === null || one.stage === stage))
  const lines = markLines(marks, stage, points.map(({ id }) => id))
  const query = (change: Partial<Filter>) => base + filterQuery({ ...filter, ...change, search: undefined })
  return (
    <>
      {panel.touchpoint && (
        <p className="border-b border-line bg-accent-soft px-5 py-2 text-sm">
          Only <b className="font-semibold">{panel.touchpoint.name}</b>.{' '}
          <Link href={query({ touchpoint: undefined })} scroll={false} className="link">
            Show the whole stage
          </Link>
        </p>
      )}
      <Numbers numbers={panel.numbers} root={root} />
      <PanelReach held={panel.held} answers={panel.numbers.emotion.n} reached={reached} name={panel.touchpoint?.name ?? panel.stage.name} surveys={`/w/${slug}/surveys`} />
      <Part title="How the answers spread" note={formatDays(panel.from, panel.to)}>
        <Distributions distributions={panel.distributions} />
      </Part>
      <Part title="Twelve months" note="emotion index, 95 % interval, axis −100 to +100">
        <div data-explain={explainAddress(slug, 'trend', { ...asked, ...year, metric: 'emotion', every: 'month' })}>
          <TrendTwin name={panel.stage.name} points={points} unit="index" height={lines.length > 0 ? 212 : 198} lines={lines} />
        </div>
        <ul className="mt-1 grid gap-1.5 text-sm">
          {marks.map((mark) => (
            <li key={mark.id} className="flex items-start gap-2">
              <MarkText mark={mark} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Touchpoints" note="lowest emotion first">
        <Ranking touchpoints={panel.touchpoints.filter(({ overall, emotion }) => !overall || emotion.n !== 0)} hrefOf={(touchpoint) => query({ touchpoint })} pointerOf={(key) => `${touchpointAt(key)}/emotion`} current={panel.touchpoint?.key} />
      </Part>
      <section id="comments" className="scroll-mt-14 px-5 py-3.5">
        <Comments slug={slug} asked={{ ...asked, ...place }} search={filter.search ?? ''} timeZone={panel.timeZone} first={page} />
      </section>
    </>
  )
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-5 py-3.5">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        {title} <span className="text-xs font-normal text-ink-3">{note}</span>
      </h3>
      {children}
    </section>
  )
}

const SHOWN = [
  ['emotion', 'Emotion index'],
  ['nps', 'NPS'],
  ['csat', 'CSAT'],
  ['ces', 'CES'],
] as const

function Numbers({ numbers, root }: { numbers: PlaceNumbers; root: string }) {
  return (
    <dl className="grid grid-cols-4 gap-x-3 gap-y-3 border-b border-line px-5 py-3.5 max-wide:grid-cols-2">
      {SHOWN.map(([key, name]) => (
        <div key={key}>
          <dt className="text-xs text-ink-2">{name}</dt>
          <dd>
            <span
              data-number={numbers[key].n === 0 ? undefined : `${root}/${key}`}
              className={numbers[key].value === null ? 'block py-1 text-sm text-ink-3' : 'block w-fit text-2xl font-semibold tracking-tight'}
            >
              {valueOf(numbers[key])}
            </span>
            <span className="block text-xs text-ink-3">{formatRange(numbers[key])}</span>
            <span className="block text-xs text-ink-3">{nOf(numbers[key])}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function valueOf(m: Measured): string {
  if (m.suppressed) return '<5 answers, hidden'
  return m.value === null ? 'no answers' : formatValue(m)
}

const nOf = ({ n, value, lowN }: Measured) => (value === null ? '' : `n ${formatNumber(n ?? 0)}${lowN ? ', low n' : ''}`)

type RankingProps = { touchpoints: readonly MapTouchpoint[]; hrefOf: (touchpoint: string) => string; pointerOf: (touchpoint: string) => string; current?: string }

function Ranking({ touchpoints, hrefOf, pointerOf, current }: RankingProps) {
  return (
    <Table caption="Touchpoints of this stage, the lowest emotion first" className="-mx-3.5 w-[calc(100%+28px)]">
      <thead>
        <tr>
          <Th>Touchpoint</Th>
          <Th numeric>Emotion</Th>
          <Th numeric>95 % interval</Th>
          <Th numeric>Answers</Th>
        </tr>
      </thead>
      <tbody>
        {touchpoints.map(({ key, name, emotion }) => (
          <Row key={key} selected={key === current || undefined}>
            <Th scope="row">
              <Link href={hrefOf(key)} scroll={false} prefetch={false} className="link block max-w-56 truncate">
                {name}
              </Link>
            </Th>
            <Td numeric className="font-semibold">
              <span data-number={emotion.n === 0 ? undefined : pointerOf(key)}>{formatValue(emotion)}</span>
            </Td>
            <Td numeric className="text-ink-2">
              {formatRange(emotion)}
            </Td>
            <Td numeric>{emotion.n === null ? '<5' : formatNumber(emotion.n)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
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
