import { Row, Table, Td, Th } from '#ui/table'
import { useWords } from '#words'
import type { Curve } from './small-curves'

/** The numbers of several curves: a stage is a row, a series a column. */
export function SeriesTable({ curves }: { curves: readonly Curve[] }) {
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
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
