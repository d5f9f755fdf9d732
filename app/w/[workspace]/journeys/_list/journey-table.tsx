import Link from 'next/link'
import { classes } from '#ui/classes'
import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyRow } from '#lib/journeys/read'
import type { JourneyTotals } from '#lib/maps/list-totals'
import { useSay, useWords } from '#words'
import { mapAddress } from './map-address'
import { RestoreJourney } from './restore-journey'

type TableProps = { slug: string; journeys: readonly JourneyRow[]; totals: Record<string, JourneyTotals>; mayEdit: boolean }

export function JourneyTable({ slug, journeys, totals, mayEdit }: TableProps) {
  const [t, say] = [useWords('journeys.table'), useSay()]
  const answersText = (answers: number | null) => (answers === null ? t('few') : say.number(answers))
  const isArchive = journeys.some(({ archived }) => archived)
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('journey')}</Th>
          <Th className="max-wide:hidden">{t('stages')}</Th>
          <Th numeric>{t.rich('answers', { more: (chunks) => <span className="max-wide:hidden">{chunks}</span> })}</Th>
          <Th numeric className="max-wide:hidden">
            {t('last')}
          </Th>
          {mayEdit && (
            <Th className={classes('w-px', !isArchive && 'max-wide:hidden')}>
              <span className="sr-only">{t('change')}</span>
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
                  {t('stageCount', { n: stages.length })}
                  {last && t('lastOn', { day: say.day(last) })}
                </span>
              </Th>
              <Td className="text-ink-2 max-wide:hidden">{stages.join(' · ')}</Td>
              <Td numeric className={answers ? undefined : 'text-ink-2'}>
                {answersText(answers)}
              </Td>
              <Td numeric className="text-ink-2 max-wide:hidden">
                {last ? say.day(last) : t('never')}
              </Td>
              {mayEdit && (
                <Td className={isArchive ? undefined : 'max-wide:hidden'}>
                  {archived ? (
                    <RestoreJourney slug={slug} journey={key} name={name} />
                  ) : (
                    <Link href={`/w/${slug}/journeys/${key}/edit`} className="link relative" aria-label={t('editNamed', { name })}>
                      {t('edit')}
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
