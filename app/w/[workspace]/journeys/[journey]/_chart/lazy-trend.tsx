'use client'

import dynamic from 'next/dynamic'
import { useSay, useWords } from '#words'
import { Row, Table, Td, Th } from '#ui/table'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { remarksOf } from './tip'
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
      <TwinBody chart={<TrendChart {...props} />} table={<TrendTable {...props} />} />
      <p className="text-right">
        <TwinButton of={t('overTime', { name: props.name })} />
      </p>
    </Twin>
  )
}

/** The steps with what the tests say of each and what happened, and above them what they are compared with. */
export function TrendTable({ name, points, unit, baseline, lines = [] }: Omit<ChartProps, 'height'>) {
  const [t, say] = [useWords('panel.time'), useSay()]
  const noted = new Map(lines.map(({ at, says }) => [at, says]))
  const remarks = points.map((point) => remarksOf(t, point, noted.get(point.id)))
  const hasRemarks = remarks.some((remark) => remark !== '')
  return (
    <Table caption={t('overTime', { name })}>
      <thead>
        <tr>
          <Th>{t('time')}</Th>
          <Th numeric>{t('value')}</Th>
          <Th numeric>{t('interval')}</Th>
          <Th numeric>{t('answers')}</Th>
          {hasRemarks && <Th>{t('remarks')}</Th>}
        </tr>
      </thead>
      <tbody>
        {baseline && (
          <Row>
            <Th scope="row">{t('base.title')}</Th>
            <Td numeric>{unit === 'index' ? say.index(baseline.value) : say.percent(baseline.value)}</Td>
            <Td />
            <Td />
            {hasRemarks && <Td />}
          </Row>
        )}
        {points.map((point, place) => (
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
            {hasRemarks && <Td className="py-1.5 text-xs whitespace-normal! text-ink-2">{remarks[place]}</Td>}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
