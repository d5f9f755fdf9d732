import { Row, Table, Td, Th } from '#ui/table'
import type { Difference } from './difference'

type TableProps = { differences: readonly Difference[]; names: { base: string; other: string } }

/** The numbers of the difference lane, as a table. */
export function DifferenceTable({ differences, names }: TableProps) {
  return (
    <Table caption={`Emotion index by stage: ${names.base} minus ${names.other}`} captionShown>
      <thead>
        <tr>
          <Th>Stage</Th>
          <Th numeric>{names.base}</Th>
          <Th numeric>{names.other}</Th>
          <Th numeric>Difference</Th>
          <Th numeric>95 % interval</Th>
          <Th numeric>q</Th>
          <Th>Says</Th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { stage, name, pointer, base, other, text, range, q, says, why } = difference
          return (
            <Row key={stage}>
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
