'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError } from '#ui/field'
import { useToast } from '#ui/toast'
import { cellOf } from '#lib/journeys/draft/definition'
import { useWords } from '#words'
import { useEditing } from '../_draft/editing'
import { type Archived as Item, archivedOf, idOf } from '../_board/board'

/** What was taken off the map, and the way back. */
export function Archived() {
  const t = useWords('editor')
  const toast = useToast()
  const { draft, write } = useEditing()
  const [open, setOpen] = useState(false)
  const [fault, setFault] = useState<{ id: string; text: string } | null>(null)
  const items = archivedOf(draft)
  const bringBack = async (item: Item) => {
    const cell = item.kind === 'stage' ? cellOf.stage(item.key, 'state') : cellOf.touchpoint(item.key, 'state')
    const refused = await write([{ cell, value: 'live' }])
    setFault(refused === null ? null : { id: idOf(item), text: refused })
    if (refused !== null) return
    toast(t('shelf.back', { name: item.name }))
    if (items.length === 1) setOpen(false)
  }
  if (items.length === 0 && !open) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('shelf.title')} <span className="font-normal text-ink-3">{items.length}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('shelf.title')} description={t('shelf.about')}>
        <ul className="divide-y divide-grid">
          {items.map((item) => (
            <li key={idOf(item)} className="flex flex-wrap items-center gap-x-3 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{item.name}</span>
                <span className="block text-xs text-ink-3">{item.kind === 'stage' ? t('stage') : t('shelf.of', { stage: item.stageName })}</span>
              </span>
              <Button aria-label={t('shelf.restoreOf', { name: item.name })} onClick={() => void bringBack(item)}>
                {t('shelf.restore')}
              </Button>
              {fault?.id === idOf(item) && <FieldError>{fault.text}</FieldError>}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
