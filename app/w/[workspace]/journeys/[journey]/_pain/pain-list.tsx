import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { formatSeverity } from './words'

/** The numbers of the heat map as a table: a touchpoint and instrument is a row, what is not known yet a dash. */
export function PainList({ map }: { map: Pick<JourneyMap, 'stages' | 'pain' | 'study'> }) {
  const [t, words, say] = [useWords('map'), useWords('pain'), useSay()]
  const nameOf = new Map(map.stages.map(({ key, name }) => [key, name]))
  return (
    <Table caption={t('table.pain')}>
      <thead>
        <tr>
          <Th>{t('stage')}</Th>
          <Th>{t('legend.touchpoint')}</Th>
          <Th>{t('table.instrument')}</Th>
          <Th numeric>{t('table.score')}</Th>
          <Th numeric>{t('index')}</Th>
          <Th numeric>{t('table.answers')}</Th>
          {map.study && <Th numeric>{words('ranked.severity')}</Th>}
        </tr>
      </thead>
      <tbody>
        {map.pain.map(({ stage, touchpoint, name, instrument, score, index, pain }, at) => (
          <Row key={`${touchpoint} ${instrument}`}>
            <Th scope="row">{nameOf.get(stage)}</Th>
            <Td>{name}</Td>
            <Td>{words(`instrument.${instrument}`)}</Td>
            <Td numeric>
              <span data-number={`/pain/${at}/score`}>{say.value(score)}</span>
            </Td>
            <Td numeric>
              <span data-number={`/pain/${at}/index`}>{say.value(index)}</span> <span className="text-xs text-ink-2">{say.range(index)}</span>
            </Td>
            <Td numeric>{score.n === null ? t('table.hidden') : score.lowN ? t('table.low', { n: say.number(score.n) }) : say.number(score.n)}</Td>
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
