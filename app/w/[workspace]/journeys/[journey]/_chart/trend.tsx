'use client'

import type { ReactNode } from 'react'
import { Area, CartesianGrid, ComposedChart, type DotItemDotProps, ErrorBar, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { TimePoint } from './points'

/** Both ends of the axis, the same for every chart of a metric: never fitted to the answers. */
export type Axis = { lowest: -100 | 0; ticks: readonly number[]; label: Readonly<Record<number, string>> }

type TrendProps = { name: string; points: readonly TimePoint[]; axis: Axis; height: number }

/** A segment is dashed where one of its ends has few answers; a hidden or empty step breaks the line. */
function rowsOf(points: readonly TimePoint[], floor: number) {
  const low = (place: number) => points[place]?.state === 'low'
  const newest = points.findLastIndex(({ value }) => value !== null)
  return points.map((point, place) => {
    const { value, low: from, high: to } = point
    const whole = value !== null && from !== null && to !== null
    return {
      ...point,
      band: whole ? [from, to] : null,
      error: whole ? [value - from, to - value] : null,
      solid: low(place) ? null : value,
      dashed: low(place) || low(place - 1) || low(place + 1) ? value : null,
      floor: point.state === 'hidden' ? floor : null,
      isNewest: place === newest,
    }
  })
}

const ZERO = () => 0

type RowShape = ReturnType<typeof rowsOf>[number]
type DotProps = { cx?: number; cy?: number; payload?: RowShape }

function Dot({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || !payload || payload.value === null) return null
  const low = payload.state === 'low'
  return (
    <>
      <circle cx={cx} cy={cy} r={3.5} fill={low ? 'var(--surface)' : 'var(--curve)'} stroke="var(--curve)" strokeWidth={low ? 1.75 : 0} />
      {payload.isNewest && (
        <text x={cx + 9} y={cy + 4.5} fontSize={13} fontWeight={600} fill="var(--text)">
          {payload.text}
        </text>
      )}
    </>
  )
}

function HiddenMark({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || payload?.state !== 'hidden') return null
  return (
    <text x={cx} y={cy - 6} textAnchor="middle" fontSize={12} fill="var(--text-3)">
      &lt;5
    </text>
  )
}

/** recharts hands each mark its place and its row. */
const markOf = (Mark: (props: DotProps) => ReactNode) => ({ cx, cy, index, payload }: DotItemDotProps) => (
  <Mark key={index} cx={cx} cy={cy} payload={payload as RowShape} />
)

/** One series over time with its intervals. */
export default function Trend({ name, points, axis, height }: TrendProps) {
  const rows = rowsOf(points, axis.lowest)
  const quiet = { isAnimationActive: false, type: 'linear', legendType: 'none', activeDot: false } as const
  const line = { ...quiet, dot: false, stroke: 'var(--curve)', strokeWidth: 2 } as const
  const plain = { tick: { fontSize: 12, fill: 'var(--text-3)' }, tickLine: false, axisLine: false }
  const ticks = new Map(points.map((point) => [point.id, point.tick]))
  return (
    <div role="img" aria-label={`${name}: ${points.length} steps of time; the table below it has the numbers`}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={{ top: 8, right: 40, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis dataKey="id" tickFormatter={(id: string) => ticks.get(id) ?? ''} interval="equidistantPreserveStart" minTickGap={3} {...plain} padding={{ left: 14, right: 14 }} />
          <YAxis domain={[axis.lowest, 100]} ticks={[...axis.ticks]} tickFormatter={(at: number) => axis.label[at] ?? ''} {...plain} width={44} />
          {axis.lowest < 0 && <ReferenceLine y={0} stroke="var(--zero)" strokeWidth={1.25} />}
          {/* Without a number in the data recharts draws no axis; an empty chart keeps its own. */}
          <Line {...quiet} dataKey={ZERO} stroke="none" dot={false} />
          <Area {...quiet} dataKey="band" stroke="none" fill="var(--band)" fillOpacity={1} />
          <Line {...line} dataKey="dashed" strokeDasharray="4 3" />
          <Line {...line} dataKey="solid" />
          <Line {...quiet} dataKey="floor" stroke="none" dot={markOf(HiddenMark)} />
          <Line {...quiet} dataKey="value" stroke="none" dot={markOf(Dot)}>
            <ErrorBar dataKey="error" width={0} stroke="var(--curve)" strokeWidth={1.25} opacity={0.55} isAnimationActive={false} />
          </Line>
          <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--border-strong)' }} content={({ payload }) => <Tip row={payload?.[0]?.payload as RowShape | undefined} />} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

function Tip({ row }: { row?: RowShape }) {
  if (!row) return null
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-xs shadow-md">
      <p className="font-semibold">{row.when}</p>
      {row.state === 'hidden' && <p>Fewer than 5 answers, hidden for privacy</p>}
      {row.state === 'empty' && <p>No answers</p>}
      {row.value !== null && (
        <p>
          <b className="font-semibold">{row.text}</b>, 95 % interval {row.range}, n {row.n}
        </p>
      )}
    </div>
  )
}
