'use client'

import dynamic from 'next/dynamic'
import { useWords } from '#words'
import { Row, Table, Td, Th } from '#ui/table'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { TimePoint } from './points'
import type { Axis, TrendProps } from './trend'

// recharts is fetched where a line over time is first looked at, and holds its height until then.
const Trend = dynamic(() => import('./trend'), { ssr: false })

const INDEX: Axis = { lowest: -100, ticks: [-100, -50, 0, 50, 100], label: { '-100': '−100', '-50': '−50', 0: '0', 50: '+50', 100: '+100' } }
const SHARE: Axis = { lowest: 0, ticks: [0, 25, 50, 75, 100], label: { 0: '0 %', 25: '25 %', 50: '50 %', 75: '75 %', 100: '100 %' } }

type ChartProps = TrendProps & { unit: 'index' | 'share' }

export function TrendChart({ unit, ...props }: ChartProps) {
  return (
    <div style={{ minHeight: props.height }}>
      <Trend {...props} axis={unit === 'index' ? INDEX : SHARE} />
    </div>
  )
}

/** A chart that can be turned into its table. */
export function TrendTwin(props: ChartProps) {
  const t = useWords('panel.time')
  return (
    <Twin>
      <TwinBody chart={<TrendChart {...props} />} table={<TrendTable name={props.name} points={props.points} />} />
      <p className="text-right">
        <TwinButton of={t('overTime', { name: props.name })} />
      </p>
    </Twin>
  )
}

export function TrendTable({ name, points }: { name: string; points: readonly TimePoint[] }) {
  const t = useWords('panel.time')
  return (
    <Table caption={t('overTime', { name })}>
      <thead>
        <tr>
          <Th>{t('time')}</Th>
          <Th numeric>{t('value')}</Th>
          <Th numeric>{t('interval')}</Th>
          <Th numeric>{t('answers')}</Th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <Row key={point.id}>
            <Th scope="row">{point.when}</Th>
            <Td numeric>
              <span data-number={point.pointer || undefined}>{point.text}</span>
            </Td>
            <Td numeric>{point.range}</Td>
            <Td numeric>
              {point.n}
              {point.state === 'low' && ` (${t('low')})`}
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
