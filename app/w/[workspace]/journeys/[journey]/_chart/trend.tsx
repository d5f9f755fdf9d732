'use client'

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useWords } from '#words'
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
  const t = useWords('panel.time')
  const rows = rowsOf(points, axis.lowest)
  const quiet = { isAnimationActive: false, type: 'linear', legendType: 'none', activeDot: false } as const
  const line = { ...quiet, dot: false, stroke: 'var(--curve)', strokeWidth: 2 } as const
  const plain = { tickLine: false, axisLine: false }
  const steps = points.filter(({ state }) => state !== 'ahead').length
  return (
    <div role="img" aria-label={t('chart', { name, steps })}>
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
  const t = useWords('panel.time')
  if (!row) return null
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-xs shadow-md">
      <p className="font-semibold">{row.when}</p>
      {row.state === 'hidden' && <p>{t('hidden')}</p>}
      {row.state === 'empty' && <p>{t('none')}</p>}
      {row.value !== null && (
        <p>
          {t.rich('tip', { value: row.text, range: row.range, n: row.n, b: (text) => <b className="font-semibold">{text}</b> })}
        </p>
      )}
      {row.z && <p>{t('tipZ', { z: row.z })}</p>}
      {row.watch && <p>◇ {t('sign.watch')}</p>}
      {row.confirmed && <p>▼ {t('sign.confirmed')}</p>}
      {row.ahead && (
        <p>
          {t.rich('tipAhead', { value: row.ahead.text, range: row.ahead.range, b: (text) => <b className="font-semibold">{text}</b> })}
        </p>
      )}
    </div>
  )
}
