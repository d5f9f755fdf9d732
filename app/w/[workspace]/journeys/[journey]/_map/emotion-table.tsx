import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { formatIndex, formatNumber, formatRange, formatValue } from '#lib/stats/format'
import type { Measured } from '#lib/stats/measure'
import { useWords } from '#words'

/** The numbers of the emotion curve, as a table; beside them what the team assumed and means to reach, where it wrote something. */
export function EmotionTable({ map: { stages, beliefs } }: { map: Pick<JourneyMap, 'stages' | 'beliefs'> }) {
  const t = useWords('map')
  const isAssumed = beliefs.places.some(({ touchpoint, assumed }) => touchpoint === null && assumed !== null)
  const targets = beliefs.targets.filter(({ metric }) => metric === 'emotion')
  return (
    <Table caption="Emotion index by stage, from −100 to +100, with 95 % interval">
      <thead>
        <tr>
          <Th>Stage</Th>
          <Th numeric>Emotion index</Th>
          <Th numeric>95 % interval</Th>
          <Th numeric>Answers</Th>
          {isAssumed && <Th numeric>{t('legend.assumed')}</Th>}
          {targets.length > 0 && <Th numeric>{t('legend.target')}</Th>}
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, i) => {
          const belief = beliefs.places.find((place) => place.stage === stage.key && place.touchpoint === null)
          const target = targets.find((one) => one.stage === stage.key)
          return (
            <Row key={stage.key}>
              <Th scope="row">{stage.name}</Th>
              <Td numeric>
                <span data-number={`/stages/${i}/emotion`}>{formatValue(stage.emotion)}</span>
              </Td>
              <Td numeric>{formatRange(stage.emotion)}</Td>
              <Td numeric>{countOf(stage.emotion)}</Td>
              {isAssumed && <Td numeric>{belief?.assumed == null ? '–' : `${formatIndex(belief.assumed)}, ${t(`verdict.${belief.verdict}`)}`}</Td>}
              {targets.length > 0 && <Td numeric>{target ? formatIndex(target.target) : '–'}</Td>}
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}

const countOf = ({ n, lowN }: Measured) => (n === null ? '<5, hidden' : `${formatNumber(n)}${lowN ? ' (low n)' : ''}`)
