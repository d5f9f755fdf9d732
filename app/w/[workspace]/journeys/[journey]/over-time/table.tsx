import { Row, Table, Td, Th } from '#ui/table'
import type { StageSeries } from './series'

/** The same numbers as the panels: a row a step of time, a column a stage. */
export function SeriesTable({ series, metric }: { series: readonly StageSeries[]; metric: string }) {
  const steps = series[0]?.points ?? []
  return (
    <Table caption={`${metric} by stage over time, with 95 % interval and answers`}>
      <thead>
        <tr>
          <Th>Time</Th>
          {series.map(({ key, name }) => (
            <Th key={key} numeric>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, place) => (
          <Row key={step.id}>
            <Th scope="row">{step.when}</Th>
            {series.map(({ key, points }) => (
              <Td key={key} numeric className="py-1.5">
                <Cell point={points[place]} />
              </Td>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function Cell({ point }: { point?: StageSeries['points'][number] }) {
  if (!point || point.state === 'empty') return <span className="text-ink-3">no answers</span>
  if (point.state === 'hidden') return <span className="text-ink-3">&lt;5, hidden</span>
  return (
    <>
      <b className="font-semibold">{point.text}</b>
      <span className="block text-xs text-ink-2">
        {point.range} · n {point.n}
        {point.state === 'low' && ', low'}
      </span>
    </>
  )
}
