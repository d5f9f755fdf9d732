'use client'

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import { useWords } from '#words'
import { useStops } from '../_keys/use-stops'
import { type Drawn, rowsOf } from './drawn'
import { headroomOf, type MarkLine, type MarkSpan, roomOf } from './marks'
import type { TimePoint } from './points'
import { Dot, HiddenMark, Letters, markOf, Spans, Tick } from './shapes'
import { PointStop, type StopHandlers } from './stop'
import { sentenceOf, StepLines } from './tip'

/** Both ends of the axis, the same for every chart of a metric: never fitted to the answers. */
export type Axis = { lowest: -100 | 0; ticks: readonly number[]; label: Readonly<Record<number, string>> }

/** The value that later steps are compared with, and the steps of it that are shown. */
export type BaselineLine = { value: number; from: string | null; to: string | null }

export type TrendProps = { name: string; points: readonly TimePoint[]; height: number; baseline?: BaselineLine | null; lines?: readonly MarkLine[]; spans?: readonly MarkSpan[]; headroom?: number }

const ZERO = () => 0

/** One series over time with its intervals, its baseline, what happened, and how it would go on. */
export default function Trend({ name, points, axis, height, baseline, lines = [], spans = [], headroom = headroomOf(lines, spans) }: TrendProps & { axis: Axis }) {
  const t = useWords('panel.time')
  const rows = rowsOf(points, axis.lowest)
  const quiet = { isAnimationActive: false, type: 'linear', legendType: 'none', activeDot: false } as const
  const line = { ...quiet, dot: false, stroke: 'var(--curve)', strokeWidth: 2 } as const
  const plain = { tickLine: false, axisLine: false }
  const notes = new Map(lines.map(({ at, says }) => [at, says]))
  const { box, onKeyDown, stop } = useStops(rows.length)
  const steps = points.filter(({ state }) => state !== 'ahead').length
  return (
    <div ref={box} onKeyDown={onKeyDown} role="group" aria-label={t('chart', { name, steps })}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={{ top: headroom, right: points.at(-1)?.state === 'ahead' ? 8 : 40, bottom: 0, left: 0 }} accessibilityLayer={false}>
          {baseline?.from && baseline.to && <ReferenceArea x1={baseline.from} x2={baseline.to} fill="var(--sunken)" fillOpacity={0.7} stroke="none" />}
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis dataKey="id" tick={<Tick points={points} />} interval={0} height={36} {...plain} padding={{ left: 14, right: 14 }} />
          <YAxis domain={[axis.lowest, 100]} ticks={[...axis.ticks]} tickFormatter={(at: number) => axis.label[at] ?? ''} tick={{ fontSize: 12, fill: 'var(--text-3)' }} {...plain} width={44} />
          {axis.lowest < 0 && <ReferenceLine y={0} stroke="var(--zero)" strokeWidth={1.25} />}
          {lines.map(({ at, letters, dashed, bare }) => (
            <ReferenceLine key={at} x={at} stroke={bare ? 'none' : 'var(--border-strong)'} strokeDasharray={dashed ? '4 3' : undefined} label={letters ? <Letters text={letters} dashed={dashed} lift={roomOf(spans)} /> : undefined} />
          ))}
          <Spans spans={spans} />
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
          <Steps rows={rows} floor={axis.lowest} notes={notes} stop={stop} />
          <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--border-strong)' }} content={({ payload }) => <MouseTip row={payload?.[0]?.payload as Drawn | undefined} notes={notes} />} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

type StopsProps = { rows: readonly Drawn[]; floor: number; notes: ReadonlyMap<string, string>; stop: (place: number) => StopHandlers }

/** Each step where its point is drawn, an empty one at the foot. */
function Steps({ rows, floor, notes, stop }: StopsProps) {
  const t = useWords('panel.time')
  const [toX, toY] = [useXAxisScale(), useYAxisScale()]
  if (!toX || !toY) return null
  return rows.map((row, place) => (
    <PointStop
      key={row.id}
      x={toX(row.id) ?? 0}
      y={toY(row.value ?? row.ahead?.value ?? floor) ?? 0}
      pointer={row.pointer}
      says={sentenceOf(t, row, notes.get(row.id))}
      tip={<StepLines point={row} noted={notes.get(row.id)} />}
      stop={stop(place)}
    />
  ))
}

const MouseTip = ({ row, notes }: { row?: Drawn; notes: ReadonlyMap<string, string> }) =>
  row && (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-xs shadow-md">
      <StepLines point={row} noted={notes.get(row.id)} />
    </div>
  )
