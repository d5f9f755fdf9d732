import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { formatNumber, formatRange, formatValue } from '#lib/stats/format'
import { useSay, useWords } from '#words'
import { formatSeverity } from '../_pain/words'

/** The numbers of the heat map as a table: a touchpoint and instrument is a row, what is not known yet a dash. */
export function PainList({ map }: { map: Pick<JourneyMap, 'stages' | 'pain' | 'study'> }) {
  const [words, say] = [useWords('pain'), useSay()]
  const nameOf = new Map(map.stages.map(({ key, name }) => [key, name]))
  return (
    <Table caption="Pain points by stage, touchpoint and instrument, with emotion index, answers and severity">
      <thead>
        <tr>
          <Th>Stage</Th>
          <Th>Touchpoint</Th>
          <Th>Instrument</Th>
          <Th numeric>Score</Th>
          <Th numeric>Emotion index</Th>
          <Th numeric>Answers</Th>
          {map.study && <Th numeric>Severity</Th>}
        </tr>
      </thead>
      <tbody>
        {map.pain.map(({ stage, touchpoint, name, instrument, score, index, pain }, at) => (
          <Row key={`${touchpoint} ${instrument}`}>
            <Th scope="row">{nameOf.get(stage)}</Th>
            <Td>{name}</Td>
            <Td>{words(`instrument.${instrument}`)}</Td>
            <Td numeric>
              <span data-number={`/pain/${at}/score`}>{formatValue(score)}</span>
            </Td>
            <Td numeric>
              <span data-number={`/pain/${at}/index`}>{formatValue(index)}</span> <span className="text-xs text-ink-2">{formatRange(index)}</span>
            </Td>
            <Td numeric>{score.n === null ? '<5, hidden' : `${formatNumber(score.n)}${score.lowN ? ' (low n)' : ''}`}</Td>
            {map.study && (
              <Td numeric>
                {pain?.severity == null ? '–' : <span data-number={`/pain/${at}/pain/severity`}>{formatSeverity(say, pain.severity)}</span>}
              </Td>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
