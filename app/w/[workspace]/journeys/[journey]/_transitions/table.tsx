import { useSay, useWords } from '#words'
import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { changeRange, changeText, shareRange, shareText } from './words'

/** The same steps as a table. */
export function TransitionsTable({ map: { transitions, stages } }: { map: Pick<JourneyMap, 'transitions' | 'stages'> }) {
  const t = useWords('panel')
  const say = useSay()
  const nameOf = (key: string) => stages.find((stage) => stage.key === key)?.name ?? key
  const countOf = (n: number | null) => (n === null ? '<5' : say.number(n))
  return (
    <Table caption={t('transitions.caption')}>
      <thead>
        <tr>
          <Th>{t('transitions.step')}</Th>
          <Th numeric>{t('transitions.people')}</Th>
          <Th numeric>{t('transitions.came')}</Th>
          <Th numeric>{t('transitions.interval')}</Th>
          <Th numeric>{t('transitions.atBoth')}</Th>
          <Th numeric>{t('transitions.change')}</Th>
          <Th numeric>{t('transitions.interval')}</Th>
        </tr>
      </thead>
      <tbody>
        {(transitions?.steps ?? []).map((step) => (
          <Row key={step.from}>
            <Th scope="row">
              {nameOf(step.from)} → {nameOf(step.to)}
            </Th>
            <Td numeric>
              {countOf(step.share.n)}
              {step.share.lowN && ` (${t('transitions.low')})`}
            </Td>
            <Td numeric className="font-semibold">
              {shareText(say, step) || '–'}
            </Td>
            <Td numeric>{shareRange(say, step)}</Td>
            <Td numeric>
              {countOf(step.change.n)}
              {step.change.lowN && ` (${t('transitions.low')})`}
            </Td>
            <Td numeric className="font-semibold">
              {step.change.isClear && <span aria-hidden>{(step.change.value ?? 0) < 0 ? '▼ ' : '▲ '}</span>}
              {changeText(say, step) || '–'}
              {step.change.value !== null && !step.change.isClear && <span className="block text-xs font-normal text-ink-2">{t('transitions.unclear')}</span>}
            </Td>
            <Td numeric>{changeRange(say, step)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
