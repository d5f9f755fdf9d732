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
import { readSay, readWords } from '../../../_words/server'
import { Watch } from './watch'
import { isOver, StateChip } from './state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('imports'))('title') }
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ cursor?: string }> }

export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, { cursor }] = [await params, await searchParams]
  const { ctx } = await pageContext(slug)
  // An address with a cursor that is none begins again at the first page.
  const { data: imports, nextCursor } = await listImports(ctx, { cursor }).catch(() => listImports(ctx, {}))
  const mayImport = can(ctx.actor, 'import.write')
  const [t, say] = [await readWords('imports'), await readSay()]
  const base = `/w/${slug}/imports`
  const start = mayImport && (
    <ButtonLink href={`${base}/new`} look="primary">
      <Upload aria-hidden className="size-4" />
      {t('new')}
    </ButtonLink>
  )
  if (imports.length === 0) {
    return (
      <Page>
        <PageHead title={t('title')} />
        <EmptyState title={t('empty')} action={start}>
          {t('emptySays')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page>
      <PageHead title={t('title')}>{start}</PageHead>
      {imports.some(({ state }) => !isOver(state)) && <Watch />}
      <Card>
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th>{t('file')}</Th>
              <Th>{t('state')}</Th>
              <Th numeric className="max-wide:hidden">
                {t('rows')}
              </Th>
              <Th numeric>{t('stored')}</Th>
              <Th numeric className="max-wide:hidden">
                {t('knownBefore')}
              </Th>
              <Th numeric>{t('rejected')}</Th>
              <Th numeric className="max-wide:hidden">
                {t('begun')}
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
                  <span className="block text-xs font-normal text-ink-3">{t('to', { journey: each.journey })}</span>
                </Th>
                <Td>
                  <StateChip state={each.state} />
                </Td>
                <Td numeric className="max-wide:hidden">
                  {say.number(each.rows)}
                </Td>
                <Td numeric>{say.number(each.accepted)}</Td>
                <Td numeric className="text-ink-2 max-wide:hidden">
                  {say.number(each.known)}
                </Td>
                <Td numeric className={each.rejected > 0 ? 'text-danger' : 'text-ink-2'}>
                  {say.number(each.rejected)}
                </Td>
                <Td numeric className="text-ink-2 max-wide:hidden">
                  {say.day(each.createdAt.slice(0, 10))}
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </Card>
      {nextCursor && (
        <Link href={`${base}?${new URLSearchParams({ cursor: nextCursor })}`} className="link mt-3 inline-block text-sm">
          {t('older')}
        </Link>
      )}
    </Page>
  )
}
