import { Row, Table, Td, Th } from '#ui/table'
import { useWords } from '#words'
import type { Dot } from './dots'

/** The same numbers as the quadrant, and those that it leaves out. */
export function DriverTable({ dots, by, outcome, weighted }: { dots: readonly Dot[]; by: 'stage' | 'touchpoint'; outcome: string; weighted: boolean }) {
  const t = useWords('trends.drivers')
  return (
    <Table caption={t(`caption.${by}`, { outcome })}>
      <thead>
        <tr>
          <Th>{t(`place.${by}`)}</Th>
          <Th numeric>{t('column.r')}</Th>
          <Th numeric>{t('column.interval')}</Th>
          <Th numeric>{t('column.people')}</Th>
          <Th numeric>{t('column.spearman')}</Th>
          {weighted && <Th numeric>{t('column.weight')}</Th>}
          <Th numeric>{t('column.index')}</Th>
          <Th>{t('column.quadrant')}</Th>
        </tr>
      </thead>
      <tbody>
        {dots.map((dot) => (
          <Row key={dot.key}>
            <Th scope="row">{dot.name}</Th>
            <Td numeric className="font-semibold">
              <span data-number={dot.pointer}>{dot.r}</span>
            </Td>
            <Td numeric>{dot.range || <span className="text-ink-3">{dot.why}</span>}</Td>
            <Td numeric>{dot.n}</Td>
            <Td numeric>
              <span data-number={`${dot.pointer}/spearman`}>{dot.spearman}</span>
            </Td>
            {weighted && (
              <Td numeric>
                <span data-number={`${dot.pointer}/weight`}>{dot.weight}</span>
              </Td>
            )}
            <Td numeric>
              <span data-number={`${dot.pointer}/performance`}>{dot.performance}</span>
            </Td>
            <Td>{dot.quadrant}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
