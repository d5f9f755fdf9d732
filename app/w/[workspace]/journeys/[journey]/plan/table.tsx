import { Card } from '#ui/card'
import { Row, Table, Td, Th } from '#ui/table'
import { GoalBar } from './goal'
import type { PlanRow } from './words'

type PlanProps = { rows: readonly PlanRow[]; margin: number; change: number }

const marginTitle = (margin: number) => `To know it within ±${margin} points`
const changeTitle = (change: number) => `To find a change of ${change} points`

/** A row a stage (from 900 px). */
export function PlanTable({ rows, margin, change }: PlanProps) {
  return (
    <Card className="max-wide:hidden">
      <Table caption="Answers that each stage has and still needs">
        <thead>
          <tr>
            <Th>Stage</Th>
            <Th numeric>Answers now</Th>
            <Th className="w-[32%]">{marginTitle(margin)}</Th>
            <Th className="w-[32%]">{changeTitle(change)}, in each of two periods</Th>
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
                <GoalBar goal={row.margin} n={row.n} name={`${row.name}, within ±${margin} points`} />
              </Td>
              <Td className="py-2.5">
                <GoalBar goal={row.change} n={row.n} name={`${row.name}, a change of ${change} points`} />
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
  return (
    <ul className="grid gap-3 wide:hidden">
      {rows.map((row) => (
        <li key={row.key}>
          <Card className="px-4 py-3">
            <div className="flex items-baseline justify-between gap-3">
              <h2 className="min-w-0 text-base font-semibold wrap-anywhere">{row.name}</h2>
              <p className="shrink-0 text-sm text-ink-2">
                <Count row={row} /> {row.n === '1' ? 'answer' : 'answers'}
              </p>
            </div>
            <Assumed row={row} />
            <h3 className="mt-2 mb-1.5 text-xs text-ink-2">{marginTitle(margin)}</h3>
            <GoalBar goal={row.margin} n={row.n} name={`${row.name}, within ±${margin} points`} />
            <h3 className="mt-3 mb-1.5 text-xs text-ink-2">{changeTitle(change)}, in each of two periods</h3>
            <GoalBar goal={row.change} n={row.n} name={`${row.name}, a change of ${change} points`} />
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
  if (!row.isAssumed) return null
  return <span className="block text-xs font-normal text-ink-2">{assumedText(row)}</span>
}

function assumedText({ n, isHidden }: PlanRow): string {
  if (isHidden) return 'too few answers: usual spread assumed'
  return n === '0' ? 'no answers: usual spread assumed' : 'usual spread assumed'
}
