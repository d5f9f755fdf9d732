import { Row, Table, Td, Th } from '#ui/table'
import { useSay, useWords } from '#words'
import type { Fault, Preview } from './types'

const KNOWN = ['person', 'language', 'touchpoint', 'channel', 'campaign'] as const

/** How a file is read: its columns, its first people, and the lines that cannot be. */
export function PeopleSeen({ preview: { columns, attributes, count, named, people, faults, faulty } }: { preview: Preview }) {
  const [say, t] = [useSay(), useWords('answers.links')]
  const shown = KNOWN.filter((name) => columns.some((column) => column.toLowerCase() === name))
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-sm">
        <strong className="font-semibold">{t('people', { n: count, count: say.number(count) })}</strong>
        {named < count && ` · ${t('unnamed', { count: say.number(count - named) })}`}
        {faulty > 0 && ` · ${t('faulty', { n: faulty, count: say.number(faulty) })}`}
      </p>
      {people.length > 0 && (
        <div className="rounded-md border border-line">
          <Table caption={t('first')}>
            <thead>
              <tr>
                {shown.map((name) => (
                  <Th key={name}>{name}</Th>
                ))}
                {attributes.map((name) => (
                  <Th key={name}>
                    {name} <span className="font-normal text-ink-3">{t('attribute')}</span>
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
  const [say, t] = [useSay(), useWords('answers.links')]
  if (faults.length === 0) return null
  return (
    <ul className="grid max-h-48 gap-1 overflow-auto text-xs text-ink-2" tabIndex={0} aria-label={t('faults')}>
      {faults.map(({ line, reason }) => (
        <li key={line}>
          <span className="text-ink-3">{t('line', { line: String(line) })}</span> {reason}
        </li>
      ))}
      {more > 0 && <li className="text-ink-3">{t('more', { count: say.number(more) })}</li>}
    </ul>
  )
}
