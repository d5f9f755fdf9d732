import { Row, Table, Td, Th } from '#ui/table'
import { useWords } from '#words'
import type { Difference } from './difference'

type TableProps = { differences: readonly Difference[]; names: { base: string; other: string } }

/** The numbers of the difference lane, as a table. */
export function DifferenceTable({ differences, names }: TableProps) {
  const [t, stage] = [useWords('compare.difference'), useWords('compare.curves')('stage')]
  return (
    <Table caption={t('caption', names)} captionShown>
      <thead>
        <tr>
          <Th>{stage}</Th>
          <Th numeric>{names.base}</Th>
          <Th numeric>{names.other}</Th>
          <Th numeric>{t('title')}</Th>
          <Th numeric>{t('interval')}</Th>
          <Th numeric>q</Th>
          <Th>{t('says')}</Th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { stage: key, name, pointer, base, other, text, range, q, says, why } = difference
          return (
            <Row key={key}>
              <Th scope="row">{name}</Th>
              <Td numeric>{base}</Td>
              <Td numeric>{other}</Td>
              <Td numeric>{text === '' ? '–' : <span data-number={pointer}>{text}</span>}</Td>
              <Td numeric>{range || '–'}</Td>
              <Td numeric>{q || '–'}</Td>
              <Td className="whitespace-nowrap">
                {says}
                {why && `: ${why}`}
              </Td>
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}
