import { Row, Table, Td, Th } from '#ui/table'
import type { MapStage } from '#lib/maps/types'
import { formatNumber, formatRange, formatValue } from '#lib/stats/format'
import type { Measured } from '#lib/stats/measure'

/** The numbers of the emotion curve, as a table. */
export function EmotionTable({ stages }: { stages: readonly MapStage[] }) {
  return (
    <Table caption="Emotion index by stage, from −100 to +100, with 95 % interval">
      <thead>
        <tr>
          <Th>Stage</Th>
          <Th numeric>Emotion index</Th>
          <Th numeric>95 % interval</Th>
          <Th numeric>Answers</Th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, i) => (
          <Row key={stage.key}>
            <Th scope="row">{stage.name}</Th>
            <Td numeric>
              <span data-number={`/stages/${i}/emotion`}>{formatValue(stage.emotion)}</span>
            </Td>
            <Td numeric>{formatRange(stage.emotion)}</Td>
            <Td numeric>{countOf(stage.emotion)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

const countOf = ({ n, lowN }: Measured) => (n === null ? '<5, hidden' : `${formatNumber(n)}${lowN ? ' (low n)' : ''}`)
