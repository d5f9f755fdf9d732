import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { ratesOf, reachedOf } from './rates'

/** The numbers of reach as a table, each stage followed by its touchpoints. */
export function ReachTable({ map }: { map: JourneyMap }) {
  const [t, say] = [useWords('pain.reach'), useSay()]
  const rows = reachedOf(map, true)
  const rates = ratesOf(rows)
  const nameOf = (stage: string, touchpoint: string | null) => {
    const found = map.stages.find(({ key }) => key === stage)
    return (touchpoint === null ? found?.name : found?.touchpoints.find(({ key }) => key === touchpoint)?.name) ?? ''
  }
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('place')}</Th>
          <Th numeric>{t('exposed')}</Th>
          {rates.map((key) => (
            <Th key={key} numeric>
              {t(`rate.${key}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.filter(({ row }) => row.touchpoint === null || row.exposed !== 0 || row.dropOff.n !== 0).map(({ row, pointer }) => (
          <Row key={`${row.stage} ${row.touchpoint}`}>
            <Th scope="row" className={row.touchpoint === null ? 'font-semibold' : 'pl-7 font-normal'}>
              {nameOf(row.stage, row.touchpoint)}
            </Th>
            <Td numeric>
              <span data-number={row.exposed === 0 ? undefined : `${pointer}/exposed`}>{row.exposed === null ? '<5' : say.number(row.exposed)}</span>
            </Td>
            {rates.map((key) => (
              <Td key={key} numeric>
                <span data-number={row[key].n === 0 || row[key].reason === 'not_told' ? undefined : `${pointer}/${key}`} className="font-semibold">
                  {say.rate(row[key])}
                </span>{' '}
                <span className="text-xs text-ink-2">{say.rateRange(row[key])}</span>
              </Td>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
