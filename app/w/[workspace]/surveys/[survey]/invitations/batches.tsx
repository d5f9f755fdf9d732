import { buttonClass } from '#ui/button'
import { Card } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { Row, Table, Td, Th } from '#ui/table'
import type { BatchRow } from '#lib/people/invitation-list'
import { localDay } from '#lib/time'
import { useSay, useWords } from '#words'
import { EndLinks } from './end-links'

/** What came of the links that were made, the newest batch first. */
export function Batches({ slug, id, batches, mayRead }: { slug: string; id: string; batches: readonly BatchRow[]; mayRead: boolean }) {
  const [say, t] = [useSay(), useWords('answers.batches')]
  if (batches.length === 0) {
    return (
      <EmptyState title={t('none')}>{mayRead ? t('noneSays') : t('noneViewer')}</EmptyState>
    )
  }
  const base = `/w/${slug}/surveys/${id}`
  const momentOf = (at: Date) => say.moment(at, 'UTC')
  const dayOf = (at: Date) => say.day(localDay(at, 'UTC'))
  return (
    <Card>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('made')}</Th>
            <Th numeric>{t('links')}</Th>
            <Th numeric>{t('answered')}</Th>
            <Th numeric className="max-wide:hidden">
              {t('begun')}
            </Th>
            <Th numeric className="max-wide:hidden">
              {t('expired')}
            </Th>
            <Th className="max-wide:hidden">{t('until')}</Th>
            {mayRead && (
              <Th className="relative">
                <span className="sr-only">{t('file')}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {batches.map(({ batch, createdAt, made, answered, begun, expired, singleUse, expiresAt }) => (
            <Row key={batch}>
              <Th scope="row" className="py-2 whitespace-normal!">
                {momentOf(createdAt)}
                <span className="mt-0.5 block text-xs font-normal text-ink-2 wide:hidden">
                  {t('brief', { begun: say.number(begun), expired: say.number(expired), day: dayOf(expiresAt) })}
                  {!singleUse && t('briefAny')}
                </span>
              </Th>
              <Td numeric>{say.number(made)}</Td>
              <Td numeric>{say.number(answered)}</Td>
              <Td numeric className="max-wide:hidden">
                {say.number(begun)}
              </Td>
              <Td numeric className="max-wide:hidden">
                {say.number(expired)}
              </Td>
              <Td className="py-1.5 whitespace-nowrap text-ink-2 max-wide:hidden">
                {dayOf(expiresAt)}
                {!singleUse && <span className="block text-xs text-ink-3">{t('any')}</span>}
              </Td>
              {mayRead && (
                <Td className="text-right whitespace-nowrap max-wide:px-0">
                  <div className="flex justify-end max-wide:flex-col max-wide:items-end">
                    {made - answered - expired > 0 && <EndLinks slug={slug} id={id} batch={batch} made={momentOf(createdAt)} open={made - answered - expired} />}
                    <a href={`${base}/invitations/file?batch=${batch}`} download aria-label={t('csv', { moment: momentOf(createdAt) })} className={buttonClass({ look: 'ghost' })}>
                      CSV
                    </a>
                  </div>
                </Td>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="border-t border-line px-3.5 py-2.5 text-xs text-ink-3">
        {t('says')}
      </p>
    </Card>
  )
}
