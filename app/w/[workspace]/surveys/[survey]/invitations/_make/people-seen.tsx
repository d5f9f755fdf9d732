import { Row, Table, Td, Th } from '#ui/table'
import type { Fault, Preview } from './types'

const KNOWN = ['person', 'language', 'touchpoint', 'channel', 'campaign'] as const

/** How a file is read: its columns, its first people, and the lines that cannot be. */
export function PeopleSeen({ preview: { columns, attributes, count, named, people, faults, faulty } }: { preview: Preview }) {
  const shown = KNOWN.filter((name) => columns.some((column) => column.toLowerCase() === name))
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-sm">
        <strong className="font-semibold">
          {count.toLocaleString('en')} {count === 1 ? 'person' : 'people'}
        </strong>
        {named < count && ` · ${(count - named).toLocaleString('en')} without an id`}
        {faulty > 0 && ` · ${faulty.toLocaleString('en')} ${faulty === 1 ? 'line' : 'lines'} cannot be read`}
      </p>
      {people.length > 0 && (
        <div className="rounded-md border border-line">
          <Table caption="The first people of the file">
            <thead>
              <tr>
                {shown.map((name) => (
                  <Th key={name}>{name}</Th>
                ))}
                {attributes.map((name) => (
                  <Th key={name}>
                    {name} <span className="font-normal text-ink-3">attribute</span>
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person, i) => (
                <Row key={i}>
                  {shown.map((name) => (
                    <Td key={name} className="max-w-48 truncate">
                      {person[name] ?? ''}
                    </Td>
                  ))}
                  {attributes.map((name) => (
                    <Td key={name} className="max-w-48 truncate">
                      {String(person.attributes?.[name] ?? '')}
                    </Td>
                  ))}
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      <Faults faults={faults} more={faulty - faults.length} />
    </div>
  )
}

/** Lines that got no link, each with its reason. */
export function Faults({ faults, more }: { faults: readonly Fault[]; more: number }) {
  if (faults.length === 0) return null
  return (
    <ul className="grid max-h-48 gap-1 overflow-auto text-xs text-ink-2" tabIndex={0} aria-label="Lines without a link">
      {faults.map(({ line, reason }) => (
        <li key={line}>
          <span className="text-ink-3">Line {line}:</span> {reason}
        </li>
      ))}
      {more > 0 && <li className="text-ink-3">and {more.toLocaleString('en')} more.</li>}
    </ul>
  )
}
