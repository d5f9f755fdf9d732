'use client'

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { type Drawn, rowsOf } from './drawn'
import type { MarkLine } from './marks'
import type { TimePoint } from './points'
import { Dot, HiddenMark, Letters, markOf, Tick } from './shapes'

/** Both ends of the axis, the same for every chart of a metric: never fitted to the answers. */
export type Axis = { lowest: -100 | 0; ticks: readonly number[]; label: Readonly<Record<number, string>> }

/** The value that later steps are compared with, and the steps of it that are shown. */
export type BaselineLine = { value: number; from: string | null; to: string | null }

export type TrendProps = { name: string; points: readonly TimePoint[]; height: number; baseline?: BaselineLine | null; lines?: readonly MarkLine[] }

const ZERO = () => 0

/** One series over time with its intervals, its baseline, what happened, and how it would go on. */
export default function Trend({ name, points, axis, height, baseline, lines = [] }: TrendProps & { axis: Axis }) {
  const rows = rowsOf(points, axis.lowest)
  const quiet = { isAnimationActive: false, type: 'linear', legendType: 'none', activeDot: false } as const
  const line = { ...quiet, dot: false, stroke: 'var(--curve)', strokeWidth: 2 } as const
  const plain = { tickLine: false, axisLine: false }
  const steps = points.filter(({ state }) => state !== 'ahead').length
  return (
    <div role="img" aria-label={`${name}: ${steps} steps of time; the table has the numbers`}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={{ top: lines.length > 0 ? 22 : 8, right: points.at(-1)?.state === 'ahead' ? 8 : 40, bottom: 0, left: 0 }} accessibilityLayer={false}>
          {baseline?.from && baseline.to && <ReferenceArea x1={baseline.from} x2={baseline.to} fill="var(--sunken)" fillOpacity={0.7} stroke="none" />}
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis dataKey="id" tick={<Tick points={points} />} interval={0} height={36} {...plain} padding={{ left: 14, right: 14 }} />
          <YAxis domain={[axis.lowest, 100]} ticks={[...axis.ticks]} tickFormatter={(at: number) => axis.label[at] ?? ''} tick={{ fontSize: 12, fill: 'var(--text-3)' }} {...plain} width={44} />
          {axis.lowest < 0 && <ReferenceLine y={0} stroke="var(--zero)" strokeWidth={1.25} />}
          {lines.map(({ at, letters, dashed }) => (
            <ReferenceLine key={at} x={at} stroke="var(--border-strong)" strokeDasharray={dashed ? '4 3' : undefined} label={letters ? <Letters text={letters} dashed={dashed} /> : undefined} />
          ))}
          {/* Without a number in the data recharts draws no axis; an empty chart keeps its own. */}
          <Line {...quiet} dataKey={ZERO} stroke="none" dot={false} />
          <Area {...quiet} dataKey="band" stroke="none" fill="var(--band)" fillOpacity={1} />
          <Area {...quiet} dataKey="aheadBand" stroke="var(--text-3)" strokeWidth={1} strokeDasharray="1 3" fill="var(--text-3)" fillOpacity={0.1} />
          {baseline && <ReferenceLine y={baseline.value} stroke="var(--text-2)" strokeWidth={1.25} strokeDasharray="1 3" strokeLinecap="round" />}
          <Line {...line} dataKey="aheadLine" stroke="var(--text-3)" strokeWidth={1.25} strokeDasharray="5 4" />
          <Line {...line} dataKey="dashed" strokeDasharray="4 3" />
          <Line {...line} dataKey="solid" />
          <Line {...quiet} dataKey="floor" stroke="none" dot={markOf(HiddenMark)} />
          <Line {...quiet} dataKey="value" stroke="none" dot={markOf(Dot)}>
            <ErrorBar dataKey="error" width={0} stroke="var(--curve)" strokeWidth={1.25} opacity={0.55} isAnimationActive={false} />
          </Line>
          <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--border-strong)' }} content={({ payload }) => <Tip row={payload?.[0]?.payload as Drawn | undefined} />} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

function Tip({ row }: { row?: Drawn }) {
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
      {row.z && <p>{row.z} standard errors from the baseline</p>}
      {row.watch && <p>◇ Watch: the slow average fell out of its limit</p>}
      {row.confirmed && <p>▼ Confirmed: the last three months together lie below the baseline</p>}
      {row.ahead && (
        <p>
          If nothing changes <b className="font-semibold">{row.ahead.text}</b> ({row.ahead.range})
        </p>
      )}
    </div>
  )
}
