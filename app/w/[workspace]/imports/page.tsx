import { Upload } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonLink } from '#ui/button'
import { Card, Page, PageHead } from '#ui/card'
import { EmptyState } from '#ui/empty'
import { Row, Table, Td, Th } from '#ui/table'
import { pageContext } from '#lib/auth/session'
import { listImports } from '#lib/imports/read'
import { can } from '#lib/permission'
import { formatNumber } from '#lib/stats/format'
import { formatDay } from '#lib/stats/format-date'
import { Watch } from './watch'
import { isOver, StateChip } from './state'

export const metadata: Metadata = { title: 'Imports' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ cursor?: string }> }

export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, { cursor }] = [await params, await searchParams]
  const { ctx } = await pageContext(slug)
  // An address with a cursor that is none begins again at the first page.
  const { data: imports, nextCursor } = await listImports(ctx, { cursor }).catch(() => listImports(ctx, {}))
  const mayImport = can(ctx.actor, 'import.write')
  const base = `/w/${slug}/imports`
  const start = mayImport && (
    <ButtonLink href={`${base}/new`} look="primary">
      <Upload aria-hidden className="size-4" />
      New import
    </ButtonLink>
  )
  if (imports.length === 0) {
    return (
      <Page>
        <PageHead title="Imports" />
        <EmptyState title="Bring the answers you already have" action={start}>
          CSV or JSON lines: an export with a score or a comment and a column that says where on the journey it belongs.
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title="Imports">{start}</PageHead>
      {imports.some(({ state }) => !isOver(state)) && <Watch />}
      <Card>
        <Table caption="Imports">
          <thead>
            <tr>
              <Th>File</Th>
              <Th>State</Th>
              <Th numeric className="max-wide:hidden">
                Rows
              </Th>
              <Th numeric>Stored</Th>
              <Th numeric className="max-wide:hidden">
                Known before
              </Th>
              <Th numeric>Rejected</Th>
              <Th numeric className="max-wide:hidden">
                Begun
              </Th>
            </tr>
          </thead>
          <tbody>
            {imports.map((each) => (
              <Row key={each.id} className="relative">
                <Th scope="row" className="h-15.5 max-w-80 py-2 break-words whitespace-normal!">
                  <Link href={`${base}/${each.id}`} className="font-medium after:absolute after:inset-0">
                    {each.fileName}
                  </Link>
                  <span className="block text-xs font-normal text-ink-3">to {each.journey}</span>
                </Th>
                <Td>
                  <StateChip state={each.state} />
                </Td>
                <Td numeric className="max-wide:hidden">
                  {formatNumber(each.rows)}
                </Td>
                <Td numeric>{formatNumber(each.accepted)}</Td>
                <Td numeric className="text-ink-2 max-wide:hidden">
                  {formatNumber(each.known)}
                </Td>
                <Td numeric className={each.rejected > 0 ? 'text-danger' : 'text-ink-2'}>
                  {formatNumber(each.rejected)}
                </Td>
                <Td numeric className="text-ink-2 max-wide:hidden">
                  {formatDay(each.createdAt.slice(0, 10))}
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </Card>
      {nextCursor && (
        <Link href={`${base}?${new URLSearchParams({ cursor: nextCursor })}`} className="link mt-3 inline-block text-sm">
          Older imports
        </Link>
      )}
    </Page>
  )
}
