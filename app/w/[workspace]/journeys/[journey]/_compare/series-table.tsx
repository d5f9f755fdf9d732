import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { useWords } from '#words'
import { WrittenCells, WrittenHeads } from '../_curve/written-columns'
import type { Curve } from './small-curves'

/** The numbers of several curves: a stage is a row, a series a column. `map`: whose beliefs and targets are drawn beside them. */
export function SeriesTable({ curves, map }: { curves: readonly Curve[]; map?: Pick<JourneyMap, 'beliefs'> }) {
  const t = useWords('compare.curves')
  const [first] = curves
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('stage')}</Th>
          {curves.map((curve) => (
            <Th key={curve.id} numeric>
              {curve.name}
            </Th>
          ))}
          {map && <WrittenHeads map={map} />}
        </tr>
      </thead>
      <tbody>
        {first?.points.map(({ key, name }, i) => (
          <Row key={key}>
            <Th scope="row">{name}</Th>
            {curves.map(({ id, points }) => {
              const point = points[i]
              return (
                <Td key={id} numeric>
                  <b data-number={point?.state === 'empty' ? undefined : point?.pointer} className="font-semibold">
                    {point?.text}
                  </b>{' '}
                  <span className="text-ink-2">
                    {point?.range} n {point?.n}
                  </span>
                </Td>
              )
            })}
            {map && <WrittenCells map={map} stage={key} />}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
