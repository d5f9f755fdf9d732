'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { Revoke } from '#ui/revoke'
import { Row, Table, Td, Th } from '#ui/table'
import { useSay, useWords } from '#words'
import { revokeKey } from './actions'
import { NewKey } from './new-key'

export type Key = { id: string; name: string; hint: string; scopes: string[]; createdAt: string; revokedAt: string | null }

const mayOf = (scopes: readonly string[]) => (scopes.includes('write') ? (scopes.includes('read') ? 'both' : 'write') : 'read')

export function Keys({ slug, keys }: { slug: string; keys: readonly Key[] }) {
  const [t, say] = [useWords('settings.keys'), useSay()]
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        {t('new')}
      </Button>
      <NewKey slug={slug} open={isOpen} onOpenChange={setOpen} />
      {keys.length === 0 ? (
        <p className="mt-4 text-sm text-ink-2">{t('none')}</p>
      ) : (
        <div className="-mx-3.5 mt-3">
          <Table caption={t('title')}>
            <thead>
              <tr>
                <Th>{t('key')}</Th>
                <Th className="max-wide:hidden">{t('endsWith')}</Th>
                <Th>{t('may')}</Th>
                <Th className="max-wide:hidden">{t('madeOn')}</Th>
                <Th className="w-px">
                  <span className="sr-only">{t('change')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {keys.map(({ id, name, hint, scopes, createdAt, revokedAt }) => (
                <Row key={id} className={revokedAt ? 'text-ink-3' : undefined}>
                  <Th scope="row" className="py-2 break-words whitespace-normal!">
                    {name}
                    <span className="block font-mono text-xs font-normal text-ink-3 wide:hidden">…{hint}</span>
                  </Th>
                  <Td className="font-mono max-wide:hidden">…{hint}</Td>
                  <Td>{t(mayOf(scopes))}</Td>
                  <Td className="whitespace-nowrap max-wide:hidden">{say.day(createdAt)}</Td>
                  <Td numeric>
                    {revokedAt ? (
                      <Chip>{t('revokedOn', { day: say.day(revokedAt) })}</Chip>
                    ) : (
                      <Revoke name={name} says={t('revoke.says')} done={t('revoke.done', { name })} revoke={() => revokeKey(slug, { id })} />
                    )}
                  </Td>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </>
  )
}
