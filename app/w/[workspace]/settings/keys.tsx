'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { Row, Table, Td, Th } from '#ui/table'
import { formatDay } from '#lib/stats/format-date'
import { NewKey } from './new-key'
import { RevokeKey } from './revoke-key'

export type Key = { id: string; name: string; hint: string; scopes: string[]; createdAt: string; revokedAt: string | null }

const scopeText = (scopes: readonly string[]) => (scopes.includes('write') ? (scopes.includes('read') ? 'read and write' : 'write') : 'read')

export function Keys({ slug, keys }: { slug: string; keys: readonly Key[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        New key
      </Button>
      <NewKey slug={slug} open={isOpen} onOpenChange={setOpen} />
      {keys.length === 0 ? (
        <p className="mt-4 text-sm text-ink-2">No keys yet.</p>
      ) : (
        <div className="-mx-3.5 mt-3">
          <Table caption="API keys">
            <thead>
              <tr>
                <Th>Key</Th>
                <Th className="max-wide:hidden">Ends with</Th>
                <Th>May</Th>
                <Th className="max-wide:hidden">Made on</Th>
                <Th className="w-px">
                  <span className="sr-only">Change</span>
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
                  <Td>{scopeText(scopes)}</Td>
                  <Td className="whitespace-nowrap max-wide:hidden">{formatDay(createdAt)}</Td>
                  <Td numeric>
                    {revokedAt ? <Chip>Revoked {formatDay(revokedAt)}</Chip> : <RevokeKey slug={slug} id={id} name={name} />}
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
