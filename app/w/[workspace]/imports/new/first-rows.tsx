import { Row, Table, Td, Th } from '#ui/table'
import { formatNumber } from '#lib/stats/format'
import type { Preview } from './mapping'

/** The rows as they stand in the file, those too that cannot be read. */
export function FirstRows({ preview: { columns, rows } }: { preview: Preview }) {
  return (
    <details className="border-t border-line">
      <summary className="px-3.5 py-2.5 text-sm text-accent-text max-wide:py-3.5">Show the first {formatNumber(rows.length)} rows</summary>
      <Table caption="First rows of the file" className="border-t border-line">
        <thead>
          <tr>
            <Th numeric>Line</Th>
            {columns.map((column) => (
              <Th key={column}>{column}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, fault, values }) => (
            <Row key={line}>
              <Td numeric className="text-ink-3">
                {formatNumber(line)}
              </Td>
              {fault === null ? (
                values.map((value, place) => (
                  <Td key={columns[place]} className="max-w-64 truncate">
                    {value}
                  </Td>
                ))
              ) : (
                <Td colSpan={columns.length} className="text-danger">
                  {fault}
                </Td>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
