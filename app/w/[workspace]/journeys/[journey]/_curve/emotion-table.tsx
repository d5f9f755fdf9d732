import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import { useSay, useWords } from '#words'
import { lastAnswer } from '../_fresh/last-answer'
import { WrittenCells, WrittenHeads } from './written-columns'

type TableProps = { map: Pick<JourneyMap, 'stages' | 'beliefs'> & Partial<Pick<JourneyMap, 'freshness'>>; details?: boolean }

/** The numbers of the emotion curve, as a table, with its touchpoints where they are drawn; beside them what the team wrote, and how old the answers are. */
export function EmotionTable({ map, details = false }: TableProps) {
  const [t, fresh] = [useWords('map'), useWords('shares.fresh')]
  const { stages, freshness = null } = map
  return (
    <Table caption={t('table.emotion')}>
      <thead>
        <tr>
          <Th>{t('stage')}</Th>
          {details && <Th>{t('legend.touchpoint')}</Th>}
          <Th numeric>{t('index')}</Th>
          <Th numeric>{t('legend.interval')}</Th>
          <Th numeric>{t('table.answers')}</Th>
          <WrittenHeads map={map} details={details} />
          {freshness && <Th numeric>{fresh('column')}</Th>}
        </tr>
      </thead>
      <tbody>
        {stages.flatMap((stage, i) => [
          <Row key={stage.key}>
            <Th scope="row">{stage.name}</Th>
            {details && <Td />}
            <Numbers emotion={stage.emotion} pointer={`/stages/${i}/emotion`} />
            <WrittenCells map={map} stage={stage.key} details={details} />
            {freshness && <Td numeric>{lastAnswer(fresh, freshness, stage.key)}</Td>}
          </Row>,
          ...(details ? stage.touchpoints : []).map(
            ({ key, name, emotion, overall }, j) =>
              !overall && (
                <Row key={`${stage.key} ${key}`}>
                  <Th scope="row" className="font-normal! text-ink-2">
                    {stage.name}
                  </Th>
                  <Td>{name}</Td>
                  <Numbers emotion={emotion} pointer={`/stages/${i}/touchpoints/${j}/emotion`} />
                  <WrittenCells map={map} stage={stage.key} touchpoint={key} details={details} />
                  {freshness && <Td />}
                </Row>
              ),
          ),
        ])}
      </tbody>
    </Table>
  )
}

function Numbers({ emotion, pointer }: { emotion: Measured; pointer: string }) {
  const [t, say] = [useWords('map'), useSay()]
  const { n, lowN } = emotion
  return (
    <>
      <Td numeric>
        <span data-number={pointer}>{say.value(emotion)}</span>
      </Td>
      <Td numeric>{say.range(emotion)}</Td>
      <Td numeric>{n === null ? t('table.hidden') : lowN ? t('table.low', { n: say.number(n) }) : say.number(n)}</Td>
    </>
  )
}
