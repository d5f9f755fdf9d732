import { Card } from '#ui/card'
import { Row, Table, Td, Th } from '#ui/table'
import { useWords } from '#words'
import { GoalBar } from './goal'
import type { PlanRow } from './words'

type PlanProps = { rows: readonly PlanRow[]; margin: number; change: number }

/** A row a stage (from 900 px). */
export function PlanTable({ rows, margin, change }: PlanProps) {
  const t = useWords('trends.plan')
  return (
    <Card className="max-wide:hidden">
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('stage')}</Th>
            <Th numeric>{t('now')}</Th>
            <Th className="w-[32%]">{t('margin', { points: margin })}</Th>
            <Th className="w-[32%]">{t('change', { points: change })}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key}>
              <Th scope="row" className="whitespace-normal wrap-anywhere">
                {row.name}
                <Assumed row={row} />
              </Th>
              <Td numeric>
                <Count row={row} />
              </Td>
              <Td className="py-2.5">
                <GoalBar goal={row.margin} n={row.n} name={t('marginOf', { stage: row.name, points: margin })} />
              </Td>
              <Td className="py-2.5">
                <GoalBar goal={row.change} n={row.n} name={t('changeOf', { stage: row.name, points: change })} />
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

/** A card a stage (narrow screens). */
export function PlanCards({ rows, margin, change }: PlanProps) {
  const t = useWords('trends.plan')
  return (
    <ul className="grid gap-3 wide:hidden">
      {rows.map((row) => (
        <li key={row.key}>
          <Card className="px-4 py-3">
            <div className="flex items-baseline justify-between gap-3">
              <h2 className="min-w-0 text-base font-semibold wrap-anywhere">{row.name}</h2>
              <p className="shrink-0 text-sm text-ink-2">
                <Count row={row} /> {t('answers', { n: row.n === '1' ? 1 : 0 })}
              </p>
            </div>
            <Assumed row={row} />
            <h3 className="mt-2 mb-1.5 text-xs text-ink-2">{t('margin', { points: margin })}</h3>
            <GoalBar goal={row.margin} n={row.n} name={t('marginOf', { stage: row.name, points: margin })} />
            <h3 className="mt-3 mb-1.5 text-xs text-ink-2">{t('change', { points: change })}</h3>
            <GoalBar goal={row.change} n={row.n} name={t('changeOf', { stage: row.name, points: change })} />
          </Card>
        </li>
      ))}
    </ul>
  )
}

const Count = ({ row }: { row: PlanRow }) => (
  <b data-number={row.isHidden ? undefined : row.at} className="font-semibold text-ink tabular-nums">
    {row.n}
  </b>
)

/** Before there are answers to measure a spread from, a wide one is assumed. */
function Assumed({ row }: { row: PlanRow }) {
  const t = useWords('trends.plan.assumed')
  if (!row.isAssumed) return null
  return <span className="block text-xs font-normal text-ink-2">{t(row.isHidden ? 'hidden' : row.n === '0' ? 'none' : 'some')}</span>
}
