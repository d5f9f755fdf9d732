import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import { useSay, useWords } from '#words'

/** The numbers of the emotion curve, as a table; beside them what the team assumed and means to reach, where it wrote something. */
export function EmotionTable({ map: { stages, beliefs } }: { map: Pick<JourneyMap, 'stages' | 'beliefs'> }) {
  const [t, say] = [useWords('map'), useSay()]
  const countOf = ({ n, lowN }: Measured) => (n === null ? t('table.hidden') : lowN ? t('table.low', { n: say.number(n) }) : say.number(n))
  const isAssumed = beliefs.places.some(({ touchpoint, assumed }) => touchpoint === null && assumed !== null)
  const targets = beliefs.targets.filter(({ metric }) => metric === 'emotion')
  return (
    <Table caption={t('table.emotion')}>
      <thead>
        <tr>
          <Th>{t('stage')}</Th>
          <Th numeric>{t('index')}</Th>
          <Th numeric>{t('legend.interval')}</Th>
          <Th numeric>{t('table.answers')}</Th>
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
                <span data-number={`/stages/${i}/emotion`}>{say.value(stage.emotion)}</span>
              </Td>
              <Td numeric>{say.range(stage.emotion)}</Td>
              <Td numeric>{countOf(stage.emotion)}</Td>
              {isAssumed && <Td numeric>{belief?.assumed == null ? '–' : `${say.index(belief.assumed)}, ${t(`verdict.${belief.verdict}`)}`}</Td>}
              {targets.length > 0 && <Td numeric>{target ? say.index(target.target) : '–'}</Td>}
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}
