'use client'

import { type DotItemDotProps, CartesianGrid, ErrorBar, ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, Tooltip, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import { useSay, useWords } from '#words'
import { PointStop, type StopHandlers } from '../_chart/stop'
import { useStops } from '../_keys/use-stops'
import type { Dot, DriverWords } from './dots'
import { placeLabels } from './labels'

export type QuadrantProps = {
  dots: readonly Dot[]
  axis: { lowest: number; highest: number; ticks: readonly number[] }
  lines: { importance: number; performance: number } | null
  name: string
  height: number
}

type Drawn = Dot & { x: number; y: number }

type PlotArea = NonNullable<ReturnType<typeof usePlotArea>>

const isDrawn = (dot: Dot): dot is Drawn => dot.x !== null && dot.y !== null
const INDEX_TICKS = [-100, -50, 0, 50, 100]

/** Importance against performance: each place a point with the interval of its r, the medians as lines between the quadrants. */
export default function Quadrant({ dots, axis, lines, name, height }: QuadrantProps) {
  const [t, say] = [useWords('trends.drivers'), useSay()]
  const drawn = dots.filter(isDrawn).map((dot) => ({ ...dot, error: [dot.y - (dot.low ?? dot.y), (dot.high ?? dot.y) - dot.y] }))
  const { box, onKeyDown, stop } = useStops(drawn.length)
  const plain = { tick: { fontSize: 12, fill: 'var(--text-3)' }, tickLine: false, axisLine: false }
  return (
    <div ref={box} onKeyDown={onKeyDown} role="group" aria-label={t('chart', { name, n: drawn.length })}>
      <ResponsiveContainer width="100%" height={height}>
        <ScatterChart margin={{ top: 12, right: 16, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--grid)" />
          <XAxis type="number" dataKey="x" domain={[-100, 100]} ticks={INDEX_TICKS} tickFormatter={say.index} {...plain} />
          <YAxis type="number" dataKey="y" domain={[axis.lowest, axis.highest]} ticks={[...axis.ticks]} tickFormatter={(tick: number) => say.number(tick, 1)} width={40} {...plain} />
          {/* Under the names, which they would strike through. */}
          <ReferenceLine zIndex={-50} y={0} stroke="var(--zero)" strokeWidth={1.25} />
          {lines && <ReferenceLine zIndex={-50} x={lines.performance} stroke="var(--zero)" strokeDasharray="5 4" />}
          {lines && <ReferenceLine zIndex={-50} y={lines.importance} stroke="var(--zero)" strokeDasharray="5 4" />}
          <Corners lines={lines} />
          <Scatter data={drawn} isAnimationActive={false} shape={Point}>
            <ErrorBar dataKey="error" direction="y" width={0} stroke="var(--curve)" strokeWidth={1.25} opacity={0.4} isAnimationActive={false} />
          </Scatter>
          <Names dots={drawn} />
          <Stops dots={drawn} stop={stop} />
          <Tooltip isAnimationActive={false} cursor={false} content={({ payload }) => <MouseTip dot={payload?.[0]?.payload as Dot | undefined} />} />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  )
}

const Point = ({ cx, cy }: Pick<DotItemDotProps, 'cx' | 'cy'>) => <circle cx={cx} cy={cy} r={4.5} fill="var(--curve)" stroke="var(--surface)" strokeWidth={1.25} />

// Inter at 12 px, a little wider than its mean letter, so that a name is never longer than thought.
const LETTER = 6.5

/** The names beside the points, moved apart; recharts tells the pixels. */
function Names({ dots }: { dots: readonly Drawn[] }) {
  const [plot, toX, toY] = [usePlotArea(), useXAxisScale(), useYAxisScale()]
  const t = useWords('trends.drivers')
  if (!plot || !toX || !toY) return null
  const spots = dots.map(({ key, name, x, y }) => ({ key, x: toX(x) ?? 0, y: toY(y) ?? 0, width: name.length * LETTER }))
  const box = { left: plot.x, top: plot.y, right: plot.x + plot.width, bottom: plot.y + plot.height }
  const nameOf = new Map(dots.map(({ key, name }) => [key, name]))
  const spotOf = new Map(spots.map((spot) => [spot.key, spot]))
  return placeLabels(spots, box, cornersOf(t, plot)).map(({ key, x, y, anchor, line }) => (
    <g key={key}>
      {line && <line x1={spotOf.get(key)?.x} y1={spotOf.get(key)?.y} x2={line.x} y2={line.y} stroke="var(--text-3)" strokeWidth={1} />}
      <text x={x} y={y} textAnchor={anchor} fontSize={12} fill="var(--text)" stroke="var(--surface)" strokeWidth={3} paintOrder="stroke">
        {nameOf.get(key)}
      </text>
    </g>
  ))
}

const CORNER = { width: 82, height: 20 }

/** What each quadrant says stands small in its outer corner, and no name there. */
function cornersOf(t: DriverWords['t'], { x, y, width, height }: PlotArea) {
  const [right, bottom] = [x + width, y + height]
  const at = (words: string, left: number, top: number) => ({ words, left, top, right: left + CORNER.width, bottom: top + CORNER.height })
  return [
    at(t('quadrant.fix'), x, y),
    at(t('quadrant.keep'), right - CORNER.width, y),
    at(t('quadrant.watch'), x, bottom - CORNER.height),
    at(t('quadrant.over'), right - CORNER.width, bottom - CORNER.height),
  ]
}

function Corners({ lines }: Pick<QuadrantProps, 'lines'>) {
  const t = useWords('trends.drivers')
  const plot = usePlotArea()
  if (!plot || !lines) return null
  return cornersOf(t, plot).map(({ words, left, right, top }) => {
    const isLeft = left === plot.x
    return (
      <text key={words} x={isLeft ? left + 6 : right - 6} y={top + 14} textAnchor={isLeft ? 'start' : 'end'} fontSize={12} fontWeight={600} fill="var(--text-3)">
        {words}
      </text>
    )
  })
}

/** The places as the table has them, the most important first. */
function Stops({ dots, stop }: { dots: readonly Drawn[]; stop: (place: number) => StopHandlers }) {
  const t = useWords('trends.drivers')
  const [toX, toY] = [useXAxisScale(), useYAxisScale()]
  if (!toX || !toY) return null
  return dots.map((dot, place) => (
    <PointStop
      key={dot.key}
      x={toX(dot.x) ?? 0}
      y={toY(dot.y) ?? 0}
      pointer={dot.pointer}
      says={`${dot.name}: ${t.markup('tip', { ...factsOf(dot), b: (text) => text })}. ${t('tipIndex', factsOf(dot))}`}
      tip={<Words dot={dot} />}
      stop={stop(place)}
    />
  ))
}

const factsOf = ({ r, range, n, performance, quadrant }: Dot) => ({ r, range, n, index: performance, quadrant })

function Words({ dot }: { dot: Dot }) {
  const t = useWords('trends.drivers')
  return (
    <>
      <p className="font-semibold">{dot.name}</p>
      <p>{t.rich('tip', { ...factsOf(dot), b: (chunks) => <b className="font-semibold">{chunks}</b> })}</p>
      <p>{t('tipIndex', factsOf(dot))}</p>
    </>
  )
}

const MouseTip = ({ dot }: { dot?: Dot }) =>
  dot && (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-xs shadow-md">
      <Words dot={dot} />
    </div>
  )
