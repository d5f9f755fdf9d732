import { Card } from '#ui/card'
import { Row, Table, Td, Th } from '#ui/table'
import type { RowProblem } from '#lib/imports/summary'
import { formatNumber } from '#lib/stats/format'

const KINDS: Record<RowProblem['kind'], string> = { rejected: 'Rejected', changed: 'Changed', empty: 'Empty' }

export function Problems({ problems, total }: { problems: readonly RowProblem[]; total: number }) {
  return (
    <>
      <h2 className="mt-6 mb-2 text-lg font-semibold tracking-tight">
        Rows that were not stored <span className="text-base font-normal text-ink-3">{formatNumber(total)}</span>
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        Mend them in the file and import it again: what is stored already is known and not stored twice.
        {problems.length < total && ` The first ${formatNumber(problems.length)} are listed.`}
      </p>
      <Card>
        <Table caption="Rows that were not stored">
          <thead>
            <tr>
              <Th numeric className="w-px">
                Line
              </Th>
              <Th className="w-px max-wide:hidden">What</Th>
              <Th>Why</Th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, kind, reason }) => (
              <Row key={`${line} ${kind}`}>
                <Td numeric>{formatNumber(line)}</Td>
                <Td className="max-wide:hidden">{KINDS[kind]}</Td>
                <Td className="py-2 wrap-anywhere">
                  <span className="wide:hidden">{KINDS[kind]}: </span>
                  {reason}
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  )
}
