import { useWords } from '#words'
import { Row, Table, Td, Th } from '#ui/table'
import type { StageSeries } from './series'

/** The same numbers as the panels: a row a step of time, a column a stage, and at its head what the tests say. */
export function SeriesTable({ series, metric }: { series: readonly StageSeries[]; metric: string }) {
  const t = useWords('panel.time')
  const steps = series[0]?.points ?? []
  return (
    <Table caption={t('caption', { metric })}>
      <thead>
        <tr>
          <Th>{t('time')}</Th>
          {series.map(({ key, name }) => (
            <Th key={key} numeric>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row>
          <Th scope="row">{t('baseline')}</Th>
          {series.map(({ key, against, againstPointer, chip }) => (
            <Td key={key} numeric className="py-1.5 text-xs whitespace-normal! text-ink-2">
              <span data-number={againstPointer}>{against}</span>
              {chip && <span className="block font-medium text-ink">{chip.text}</span>}
            </Td>
          ))}
        </Row>
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
  const t = useWords('panel.time')
  if (!point || (point.state === 'ahead' && !point.ahead)) return <span className="text-ink-3">{t('noForecast')}</span>
  const said = [point.watch && `◇ ${t('watch')}`, point.confirmed && `▼ ${t('confirmed')}`].filter(Boolean).join(' · ')
  return (
    <>
      <Measured point={point} />
      {(point.z || said) && (
        <span className="block text-xs text-ink-2">
          {point.z && <span data-number={point.testPointer}>z {point.z}</span>}
          {point.z && said && ' · '}
          {said}
        </span>
      )}
      {point.ahead && (
        <span className="block text-xs text-ink-2">
          {t('ifNothing')} <span data-number={point.ahead.pointer}>{`${point.ahead.text} (${point.ahead.range})`}</span>
        </span>
      )}
    </>
  )
}

function Measured({ point }: { point: StageSeries['points'][number] }) {
  const t = useWords('panel.time')
  if (point.state === 'ahead') return null
  if (point.state === 'empty') return <span className="text-ink-3">{t('chip.empty')}</span>
  if (point.state === 'hidden') return <span data-number={point.pointer} className="text-ink-3">{t('few')}</span>
  return (
    <>
      <b data-number={point.pointer} className="font-semibold">
        {point.text}
      </b>
      <span className="block text-xs text-ink-2">
        {point.range} · n {point.n}
        {point.state === 'low' && `, ${t('low')}`}
      </span>
    </>
  )
}
