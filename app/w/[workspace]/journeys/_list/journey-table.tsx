import Link from 'next/link'
import { classes } from '#ui/classes'
import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyRow } from '#lib/journeys/read'
import type { JourneyTotals } from '#lib/maps/list-totals'
import { formatNumber } from '#lib/stats/format'
import { formatDay } from '#lib/stats/format-date'
import { mapAddress } from './map-address'
import { RestoreJourney } from './restore-journey'

type TableProps = { slug: string; journeys: readonly JourneyRow[]; totals: Record<string, JourneyTotals>; mayEdit: boolean }

const answersText = (answers: number | null) => (answers === null ? 'fewer than 5' : answers === 0 ? '–' : formatNumber(answers))

export function JourneyTable({ slug, journeys, totals, mayEdit }: TableProps) {
  const isArchive = journeys.some(({ archived }) => archived)
  return (
    <Table caption="Journeys">
      <thead>
        <tr>
          <Th>Journey</Th>
          <Th className="max-wide:hidden">Stages</Th>
          <Th numeric>
            Answers<span className="max-wide:hidden">, last 90 days</span>
          </Th>
          <Th numeric className="max-wide:hidden">
            Last answer
          </Th>
          {mayEdit && (
            <Th className={classes('w-px', !isArchive && 'max-wide:hidden')}>
              <span className="sr-only">Change</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {journeys.map(({ key, name, stages, archived }) => {
          const { answers, last } = totals[key] ?? { answers: 0, last: null }
          return (
            <Row key={key} className="relative">
              <Th scope="row" className="h-15.5 whitespace-normal!">
                <Link href={mapAddress(slug, key, totals[key])} className="text-base font-medium after:absolute after:inset-0">
                  {name}
                </Link>
                <span className="block text-xs font-normal text-ink-3 wide:hidden">
                  {stages.length} stages{last && `, last answer ${formatDay(last)}`}
                </span>
              </Th>
              <Td className="text-ink-2 max-wide:hidden">{stages.join(' · ')}</Td>
              <Td numeric className={answers ? undefined : 'text-ink-2'}>
                {answersText(answers)}
              </Td>
              <Td numeric className="text-ink-2 max-wide:hidden">
                {last ? formatDay(last) : 'no answers yet'}
              </Td>
              {mayEdit && (
                <Td className={isArchive ? undefined : 'max-wide:hidden'}>
                  {archived ? (
                    <RestoreJourney slug={slug} journey={key} name={name} />
                  ) : (
                    <Link href={`/w/${slug}/journeys/${key}/edit`} className="link relative" aria-label={`Edit ${name}`}>
                      Edit
                    </Link>
                  )}
                </Td>
              )}
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}
