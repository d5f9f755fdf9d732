'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError } from '#ui/field'
import { type Archived as Item, idOf } from './board'
import type { Edits } from './edits'

/** What was taken off the map, and the way back. */
export function Archived({ items, restore }: { items: readonly Item[]; restore: Edits['restore'] }) {
  const [open, setOpen] = useState(false)
  const [fault, setFault] = useState<{ id: string; text: string } | null>(null)
  const bringBack = async (item: Item) => {
    const refused = await restore(item, item.name)
    setFault(refused === null ? null : { id: idOf(item), text: refused })
    if (refused === null && items.length === 1) setOpen(false)
  }
  if (items.length === 0 && !open) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Archived <span className="font-normal text-ink-3">{items.length}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Archived" description="Off the map, with every answer kept. What comes back stands last.">
        <ul className="divide-y divide-grid">
          {items.map((item) => (
            <li key={idOf(item)} className="flex flex-wrap items-center gap-x-3 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{item.name}</span>
                <span className="block text-xs text-ink-3">{item.kind === 'stage' ? 'Stage' : `Touchpoint of ${item.stageName}`}</span>
              </span>
              <Button aria-label={`Restore ${item.name}`} onClick={() => void bringBack(item)}>
                Restore
              </Button>
              {fault?.id === idOf(item) && <FieldError>{fault.text}</FieldError>}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
