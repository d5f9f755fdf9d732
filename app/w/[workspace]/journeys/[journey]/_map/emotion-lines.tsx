'use client'

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { CurvePoint } from './curve'
import { rowsOf, segmentsOf } from './segments'

/** `ghost`: the curve that this one is compared with, thin and hollow behind it. */
type LinesProps = { points: readonly CurvePoint[]; ghost?: readonly CurvePoint[]; way: 'across' | 'down'; height: number; margin: { top: number; bottom: number; left: number; right: number } }

const ZERO = () => 0
const GHOST = { r: 3.5, fill: 'var(--surface)', stroke: 'var(--text-3)', strokeWidth: 1.5, fillOpacity: 1 } as const

/** The lines, band and interval bars of the emotion curve. Points and words are HTML above it, so this has no meaning of its own. */
export default function EmotionLines({ points, ghost = [], way, height, margin }: LinesProps) {
  const across = way === 'across'
  const stage = { type: 'number', dataKey: 'at', domain: [0, points.length], hide: true, allowDataOverflow: true } as const
  const emotion = { type: 'number', domain: [-100, 100], hide: true, ticks: [-100, -50, 0, 50, 100] } as const
  const shared = { isAnimationActive: false, type: 'linear', legendType: 'none', activeDot: false } as const
  const line = { ...shared, dot: false, stroke: 'var(--curve)', strokeWidth: 2.25 } as const
  const thin = { ...shared, dot: false, stroke: 'var(--text-3)', strokeWidth: 1.5 } as const
  const rows = rowsOf(points)
  const other = rowsOf(ghost)
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={rows} layout={across ? 'horizontal' : 'vertical'} margin={margin} accessibilityLayer={false} aria-hidden>
        <CartesianGrid horizontal={across} vertical={!across} stroke="var(--grid)" />
        {across ? <XAxis {...stage} /> : <YAxis {...stage} width={0} />}
        {across ? <YAxis {...emotion} width={0} /> : <XAxis {...emotion} height={0} />}
        <ReferenceLine {...(across ? { y: 0 } : { x: 0 })} stroke="var(--zero)" strokeWidth={1.25} />
        {/* Without a number in the data recharts draws no axis; an empty map keeps its own. */}
        <Line {...line} dataKey={ZERO} stroke="none" />
        {segmentsOf(rows).map((pair) => (
          <Area {...shared} key={`band ${pair[0].at}`} data={pair} dataKey="band" stroke="none" fill="var(--band)" fillOpacity={1} />
        ))}
        {segmentsOf(other).map((pair) => (
          <Line {...thin} key={`ghost ${pair[0].at}`} data={pair} dataKey="index" strokeDasharray={pair.some(({ isLow }) => isLow) ? '5 4' : undefined} />
        ))}
        {other.length > 0 && <Line {...thin} data={other} dataKey="index" stroke="none" dot={GHOST} />}
        {segmentsOf(rows).map((pair) => (
          <Line {...line} key={pair[0].at} data={pair} dataKey="index" strokeDasharray={pair.some(({ isLow }) => isLow) ? '5 4' : undefined} />
        ))}
        <Line {...line} dataKey="index" stroke="none">
          <ErrorBar dataKey="error" width={7} stroke="var(--curve)" strokeWidth={1.75} isAnimationActive={false} />
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  )
}
