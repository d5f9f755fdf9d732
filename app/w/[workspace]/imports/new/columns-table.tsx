'use client'

import { Select } from '#ui/select'
import { Row, Table, Td, Th } from '#ui/table'
import { assign, type Mapping, type Meaning, MEANINGS, type Preview, valuesOf } from './mapping'

type ColumnsProps = { preview: Preview; mapping: Mapping; onChange: (mapping: Mapping) => void }

/** One row a column: its name, what stands in it, and what it is. */
export function ColumnsTable({ preview, mapping, onChange }: ColumnsProps) {
  return (
    <Table caption="Columns of the file" className="max-wide:table-fixed">
      <thead>
        <tr>
          <Th>Column</Th>
          <Th className="max-wide:hidden">First values</Th>
          <Th className="w-56 max-wide:w-48">Used as</Th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map((column) => {
          const values = valuesOf(preview, column, 3).join(' · ')
          return (
            <Row key={column}>
              <Th scope="row" className="max-w-56 py-2 font-mono break-words whitespace-normal!">
                {column}
                <span className="line-clamp-2 font-sans text-xs font-normal text-ink-3 wide:hidden">{values}</span>
              </Th>
              <Td className="max-w-80 max-wide:hidden">
                <span className="line-clamp-2 text-ink-2">{values || 'empty in the first rows'}</span>
              </Td>
              <Td className="py-2">
                <Select
                  label={`Use ${column} as`}
                  labelPlace="hidden"
                  value={mapping[column] ?? ''}
                  onChange={(meaning) => onChange(assign(mapping, column, meaning as Meaning))}
                  options={MEANINGS}
                  className="[&>button]:w-full"
                />
              </Td>
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}
