'use client'

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { CurvePoint } from './curve'

type LinesProps = { points: readonly CurvePoint[]; way: 'across' | 'down'; height: number; margin: { top: number; bottom: number; left: number; right: number } }

type Row = { at: number; index: number | null; band: [number, number] | null; solid: number | null; dashed: number | null; error: [number, number] | null }

/** A segment is dashed where one of its ends has few answers; a point that is hidden or empty breaks the line. */
function rowsOf(points: readonly CurvePoint[]): Row[] {
  const low = (place: number) => points[place]?.state === 'low'
  return points.map((point, place) => {
    const { index, low: from, high: to } = point
    const whole = index !== null && from !== null && to !== null
    return {
      at: place + 0.5,
      index,
      band: whole ? [from, to] : null,
      solid: low(place) ? null : index,
      dashed: low(place) || low(place - 1) || low(place + 1) ? index : null,
      error: whole ? [index - from, to - index] : null,
    }
  })
}

/** The lines, band and interval bars of the emotion curve. Points and words are HTML above it, so this has no meaning of its own. */
export default function EmotionLines({ points, way, height, margin }: LinesProps) {
  const across = way === 'across'
  const stage = { type: 'number', dataKey: 'at', domain: [0, points.length], hide: true, allowDataOverflow: true } as const
  const emotion = { type: 'number', domain: [-100, 100], hide: true, ticks: [-100, -50, 0, 50, 100] } as const
  const shared = { isAnimationActive: false, type: 'linear', legendType: 'none', activeDot: false } as const
  const line = { ...shared, dot: false, stroke: 'var(--curve)', strokeWidth: 2.25 } as const
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={rowsOf(points)} layout={across ? 'horizontal' : 'vertical'} margin={margin} accessibilityLayer={false} aria-hidden>
        <CartesianGrid horizontal={across} vertical={!across} stroke="var(--grid)" />
        {across ? <XAxis {...stage} /> : <YAxis {...stage} reversed width={0} />}
        {across ? <YAxis {...emotion} width={0} /> : <XAxis {...emotion} height={0} />}
        <ReferenceLine {...(across ? { y: 0 } : { x: 0 })} stroke="var(--zero)" strokeWidth={1.25} />
        <Area {...shared} dataKey="band" stroke="none" fill="var(--band)" fillOpacity={1} />
        <Line {...line} dataKey="dashed" strokeDasharray="5 4" />
        <Line {...line} dataKey="solid" />
        <Line {...line} dataKey="index" stroke="none">
          <ErrorBar dataKey="error" width={5} stroke="var(--curve)" strokeWidth={1.75} isAnimationActive={false} />
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  )
}
