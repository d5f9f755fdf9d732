import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { formatNumber } from '#lib/stats/format'
import { formatRate, formatRateRange } from '#lib/stats/format-rate'
import { ratesOf, reachedOf } from './rates'

/** The numbers of reach as a table, each stage followed by its touchpoints. */
export function ReachTable({ map }: { map: JourneyMap }) {
  const rows = reachedOf(map, true)
  const rates = ratesOf(rows)
  const nameOf = (stage: string, touchpoint: string | null) => {
    const found = map.stages.find(({ key }) => key === stage)
    return (touchpoint === null ? found?.name : found?.touchpoints.find(({ key }) => key === touchpoint)?.name) ?? ''
  }
  return (
    <Table caption="Reach by stage and touchpoint, with 95 % intervals">
      <thead>
        <tr>
          <Th>Stage, touchpoint</Th>
          <Th numeric>Exposed</Th>
          {rates.map(({ key, name }) => (
            <Th key={key} numeric>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.filter(({ row }) => row.touchpoint === null || row.exposed !== 0 || row.dropOff.n !== 0).map(({ row, pointer }) => (
          <Row key={`${row.stage} ${row.touchpoint}`}>
            <Th scope="row" className={row.touchpoint === null ? 'font-semibold' : 'pl-7 font-normal'}>
              {nameOf(row.stage, row.touchpoint)}
            </Th>
            <Td numeric>
              <span data-number={row.exposed === 0 ? undefined : `${pointer}/exposed`}>{row.exposed === null ? '<5' : formatNumber(row.exposed)}</span>
            </Td>
            {rates.map(({ key }) => (
              <Td key={key} numeric>
                <span data-number={row[key].n === 0 || row[key].reason === 'not_told' ? undefined : `${pointer}/${key}`} className="font-semibold">
                  {formatRate(row[key])}
                </span>{' '}
                <span className="text-xs text-ink-2">{formatRateRange(row[key])}</span>
              </Td>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
