import { buttonClass } from '#ui/button'
import { Card } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { Row, Table, Td, Th } from '#ui/table'
import type { BatchRow } from '#lib/people/invitation-list'
import { formatDay, formatMoment } from '#lib/stats/format-date'
import { localDay } from '#lib/time'
import { EndLinks } from './end-links'

const momentOf = (at: Date) => formatMoment(at, 'UTC')
const count = (n: number) => n.toLocaleString('en')

/** What came of the links that were made, the newest batch first. */
export function Batches({ slug, id, batches, mayRead }: { slug: string; id: string; batches: readonly BatchRow[]; mayRead: boolean }) {
  if (batches.length === 0) {
    return (
      <EmptyState title="No personal links yet">
        {mayRead ? 'Choose a file with a line for each person. Each gets a link that brings along who they are.' : 'Nobody was invited by name.'}
      </EmptyState>
    )
  }
  const base = `/w/${slug}/surveys/${id}`
  return (
    <Card>
      <Table caption="Batches of personal links, newest first">
        <thead>
          <tr>
            <Th>Made (UTC)</Th>
            <Th numeric>Links</Th>
            <Th numeric>Answered</Th>
            <Th numeric className="max-wide:hidden">
              Begun
            </Th>
            <Th numeric className="max-wide:hidden">
              Expired
            </Th>
            <Th className="max-wide:hidden">Until</Th>
            {mayRead && (
              <Th className="relative">
                <span className="sr-only">File</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {batches.map(({ batch, createdAt, made, answered, begun, expired, singleUse, expiresAt }) => (
            <Row key={batch}>
              <Th scope="row" className="max-wide:py-2 max-wide:whitespace-normal!">
                {momentOf(createdAt)}
                <span className="mt-0.5 block text-xs font-normal text-ink-2 wide:hidden">
                  {count(begun)} begun, {count(expired)} expired, until {formatDay(localDay(expiresAt, 'UTC'))}
                  {!singleUse && ', any number of answers'}
                </span>
              </Th>
              <Td numeric>{count(made)}</Td>
              <Td numeric>{count(answered)}</Td>
              <Td numeric className="max-wide:hidden">
                {count(begun)}
              </Td>
              <Td numeric className="max-wide:hidden">
                {count(expired)}
              </Td>
              <Td className="py-1.5 whitespace-nowrap text-ink-2 max-wide:hidden">
                {formatDay(localDay(expiresAt, 'UTC'))}
                {!singleUse && <span className="block text-xs text-ink-3">any number of answers</span>}
              </Td>
              {mayRead && (
                <Td className="text-right whitespace-nowrap max-wide:px-0">
                  <div className="flex justify-end max-wide:flex-col max-wide:items-end">
                    {made - answered - expired > 0 && <EndLinks slug={slug} id={id} batch={batch} made={momentOf(createdAt)} open={made - answered - expired} />}
                    <a href={`${base}/invitations/file?batch=${batch}`} download aria-label={`CSV of the links made ${momentOf(createdAt)}`} className={buttonClass({ look: 'ghost' })}>
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
        Opening a link is not counted: mail scanners open links too. The newest twenty batches stand here; the API lists every link.
      </p>
    </Card>
  )
}
