import { Row, Table, Td, Th } from '#ui/table'
import { useSay, useWords } from '#words'
import type { Preview } from './mapping'

/** The rows as they stand in the file, those too that cannot be read. */
export function FirstRows({ preview: { columns, rows } }: { preview: Preview }) {
  const [t, say] = [useWords('imports.columns'), useSay()]
  return (
    <details className="border-t border-line">
      <summary className="px-3.5 py-2.5 text-sm text-accent-text max-wide:py-3.5">{t('show', { count: say.number(rows.length) })}</summary>
      <Table caption={t('rows')} className="border-t border-line">
        <thead>
          <tr>
            <Th numeric>{t('line')}</Th>
            {columns.map((column) => (
              <Th key={column}>{column}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, fault, values }) => (
            <Row key={line}>
              <Td numeric className="text-ink-3">
                {say.number(line)}
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
