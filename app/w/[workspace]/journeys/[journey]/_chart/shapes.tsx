'use client'

import type { ReactNode } from 'react'
import { type DotItemDotProps, useChartWidth, usePlotArea, useXAxisScale } from 'recharts'
import type { Drawn } from './drawn'
import { type MarkSpan, SPAN } from './marks'
import type { TimePoint } from './points'

type DotProps = { cx?: number; cy?: number; payload?: Drawn }

/** The point; around it a diamond for "watch", and a filled triangle below for "confirmed": shapes, as colour alone says nothing. */
export function Dot({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || !payload || payload.value === null) return null
  const low = payload.state === 'low'
  const [dx, dy] = payload.isCrowded ? [0, -13] : [9, 4.5]
  return (
    <>
      {payload.watch && <path d={diamond(cx, cy)} fill="none" stroke="var(--pain-text)" strokeWidth={1.5} />}
      <circle cx={cx} cy={cy} r={3.5} fill={low ? 'var(--surface)' : 'var(--curve)'} stroke="var(--curve)" strokeWidth={low ? 1.75 : 0} />
      {payload.confirmed && <path d={triangle(cx, cy + 11)} fill="var(--pain-text)" />}
      {/* A mouse need not meet the point itself. */}
      {payload.pointer && <circle data-number={payload.pointer} cx={cx} cy={cy} r={10} fill="transparent" />}
      {payload.isNewest && (
        <text x={cx + dx} y={cy + dy} fontSize={13} fontWeight={600} fill="var(--text)" textAnchor={payload.isCrowded ? 'middle' : 'start'} stroke="var(--surface)" strokeWidth={3} paintOrder="stroke">
          {payload.text}
        </text>
      )}
    </>
  )
}

export const diamond = (x: number, y: number, r = 8) => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
export const triangle = (x: number, y: number) => `M${x - 4.5} ${y}h9L${x} ${y + 7.5}Z`

export function HiddenMark({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || payload?.state !== 'hidden') return null
  if (!payload.saysHidden) return <circle cx={cx} cy={cy - 10} r={1} fill="var(--text-3)" />
  return (
    <text x={cx} y={cy - 6} textAnchor="middle" fontSize={12} fill="var(--text-3)" stroke="var(--surface)" strokeWidth={3} paintOrder="stroke">
      &lt;5
    </text>
  )
}

/** recharts hands each mark its place and its row. */
export const markOf = (Mark: (props: DotProps) => ReactNode) => ({ cx, cy, index, payload }: DotItemDotProps) => (
  <Mark key={index} cx={cx} cy={cy} payload={payload as Drawn} />
)

const ROOM = 38
const AXIS = 100

type TickProps = { x?: number | string; y?: number | string; index?: number; points: readonly TimePoint[] }

/** As many months as there is room for; the year stands below the first one and wherever it changes. */
export function Tick({ x = 0, y = 0, index = 0, points }: TickProps) {
  const width = useChartWidth() ?? 0
  const every = Math.max(1, Math.ceil((points.length * ROOM) / Math.max(1, width - AXIS)))
  const point = points[index]
  if (!point || index % every !== 0) return null
  const isNewYear = points[index - every]?.year !== point.year
  return (
    <text x={x} y={Number(y) + 10} textAnchor="middle" fontSize={12} fill="var(--text-3)">
      {point.tick}
      {isNewYear && (
        <tspan x={x} dy={15} fill="var(--text-2)">
          {point.year}
        </tspan>
      )}
    </text>
  )
}

/** How long campaigns ran: bars between the chart and the letters. */
export function Spans({ spans }: { spans: readonly MarkSpan[] }) {
  const [toX, plot] = [useXAxisScale(), usePlotArea()]
  if (!toX || !plot) return null
  return spans.map(({ id, from, to, row }) => {
    const [start, end] = [toX(from) ?? 0, toX(to) ?? 0]
    return <rect key={id} x={start - 5} y={plot.y - SPAN * (row + 1)} width={end - start + 10} height={3} rx={1.5} fill="var(--text-3)" opacity={0.55} />
  })
}

/** The letters of what happened at the top of its line, above the campaigns. */
export function Letters({ viewBox, text, dashed, lift }: { viewBox?: { x?: number; y?: number }; text: string; dashed: boolean; lift: number }) {
  const { x = 0, y: top = 0 } = viewBox ?? {}
  const y = top - lift
  const width = Math.max(18, 7 * text.length + 8)
  return (
    <g>
      <rect x={x - width / 2} y={y - 19} width={width} height={18} rx={9} fill="var(--surface)" stroke="var(--text-3)" strokeDasharray={dashed ? '2 2' : undefined} />
      <text x={x} y={y - 6} textAnchor="middle" fontSize={12} fontWeight={600} fill="var(--text-2)">
        {text}
      </text>
    </g>
  )
}
