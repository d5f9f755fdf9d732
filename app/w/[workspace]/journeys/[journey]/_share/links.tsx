'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useSay, useWords } from '#words'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { EmptyState } from '#ui/empty'
import { Revoke } from '#ui/revoke'
import { Row, Table, Td, Th } from '#ui/table'
import type { Say } from '#lib/words/say'
import type { ShareRow } from '#lib/shares/types'
import { revokeShare } from '../share/actions'
import { groupOf } from '../_filter/address'
import { type GroupChoice, NewLink } from './new-link'

type LinksProps = { slug: string; journey: string; links: readonly ShareRow[]; groups: readonly GroupChoice[]; days: { from: string; to: string } | null }

/** Whose answers it shows, by the name that they have today; null for everybody. */
function shownOf({ channel, variant, segment }: ShareRow, groups: readonly GroupChoice[]): string | null {
  const group = groupOf({ period: '90d', channel: channel ?? undefined, variant: variant ?? undefined, segment: segment ?? undefined })
  return group === '' ? null : (groups.find(({ value }) => value === group)?.label ?? channel ?? variant ?? segment)
}

const dayOf = (say: Say, at: string) => say.day(at.slice(0, 10))

/** The links of a journey, those that have ended too: what was given away stays known. */
export function Links({ slug, journey, links, groups, days }: LinksProps) {
  const [t, say] = [useWords('shares'), useSay()]
  const [isOpen, setOpen] = useState(false)
  const add = (
    <Button look={links.length === 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
      <Plus aria-hidden className="size-4" />
      {t('links.new')}
    </Button>
  )
  return (
    <>
      <NewLink slug={slug} journey={journey} groups={groups} days={days} open={isOpen} onOpenChange={setOpen} />
      {links.length === 0 ? (
        <EmptyState title={t('links.none')} action={add}>
          {t('links.noneText')}
        </EmptyState>
      ) : (
        <>
          {add}
          <div className="-mx-3.5 mt-3">
            <Table caption={t('links.caption')}>
              <thead>
                <tr>
                  <Th>{t('links.name')}</Th>
                  <Th className="max-wide:hidden">{t('links.shows')}</Th>
                  <Th className="max-wide:hidden">{t('links.opened')}</Th>
                  <Th>{t('links.state')}</Th>
                  <Th className="w-px">
                    <span className="sr-only">{t('links.change')}</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {links.map((link) => (
                  <Row key={link.id} className={link.state === 'open' ? undefined : 'text-ink-3'}>
                    <Th scope="row" className="py-2.5 whitespace-normal! wrap-anywhere">
                      {link.name}
                      <Marks link={link} />
                      <span className="mt-1 block text-xs font-normal text-ink-2 wide:hidden">
                        {t('links.times', { n: link.opened })}
                      </span>
                    </Th>
                    <Td className="py-2.5 max-wide:hidden">
                      {link.from && link.to ? say.days(link.from, link.to) : t('links.rolling')}
                      <span className="block text-xs text-ink-3">{shownOf(link, groups) ?? t('links.all')}</span>
                    </Td>
                    <Td className="py-2.5 max-wide:hidden">
                      {t('links.times', { n: link.opened })}
                      {link.openedAt && <span className="block text-xs text-ink-3">{t('links.last', { day: dayOf(say, link.openedAt) })}</span>}
                    </Td>
                    <Td>
                      <State link={link} />
                    </Td>
                    <Td numeric>
                      {link.state !== 'revoked' && (
                        <Revoke name={link.name} says={t('links.revokeText')} done={t('links.gone', { name: link.name })} revoke={() => revokeShare(slug, { journey, id: link.id })} />
                      )}
                    </Td>
                  </Row>
                ))}
              </tbody>
            </Table>
          </div>
        </>
      )}
    </>
  )
}

function Marks({ link: { hasPassword, comments, embed } }: { link: ShareRow }) {
  const t = useWords('shares')
  const marks = [hasPassword && t('links.password'), comments && t('links.comments'), embed && t('links.embed')].filter((mark) => mark !== false)
  return marks.length > 0 && <span className="block text-xs font-normal text-ink-3">{marks.join(' · ')}</span>
}

function State({ link: { state, expiresAt, revokedAt } }: { link: ShareRow }) {
  const [t, say] = [useWords('shares'), useSay()]
  if (state === 'revoked') return <Chip>{t('links.revoked', { day: dayOf(say, revokedAt ?? '') })}</Chip>
  if (state === 'expired') return <Chip>{t('links.expired', { day: dayOf(say, expiresAt ?? '') })}</Chip>
  return <Chip tone="accent">{expiresAt ? t('links.until', { day: dayOf(say, expiresAt) }) : t('links.open')}</Chip>
}
