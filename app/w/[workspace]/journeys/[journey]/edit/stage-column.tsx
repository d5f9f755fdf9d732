'use client'

import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { MoreHorizontal } from 'lucide-react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { Menu, MenuItem, MenuLine } from '#ui/menu'
import { AddField } from './add-field'
import { type Board, type Column, idOf, type Spot, step } from './board'
import type { Edits } from './edits'
import { Grip } from './grip'
import { NameField } from './name-field'
import { TouchpointCard } from './touchpoint-card'
import type { Keys } from './use-keys'

type ColumnProps = { column: Column; board: Board; edits: Edits; keys: Keys; dragged: Spot | null }

export function StageColumn({ column, board, edits, keys, dragged }: ColumnProps) {
  const spot: Spot = { kind: 'stage', key: column.key }
  const sort = useSortable({ id: idOf(spot) })
  const isHeld = keys.heldId === idOf(spot)
  const isDragged = dragged !== null && idOf(dragged) === idOf(spot)
  return (
    <li
      ref={sort.setNodeRef}
      style={{ transform: CSS.Translate.toString(sort.transform), transition: sort.transition }}
      className={classes(
        'flex min-w-0 flex-col rounded-lg border bg-surface wide:max-w-80 wide:min-w-48 wide:flex-1',
        isHeld ? 'border-accent ring-1 ring-accent' : 'border-line',
        isDragged && 'relative z-10 shadow-md',
      )}
    >
      <div className="flex gap-0.5 border-b border-line px-1.5 py-2">
        <Grip spot={spot} name={column.name} isHeld={isHeld} handle={sort.setActivatorNodeRef} listeners={sort.listeners} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur} />
        <div className="min-w-0 flex-1 pl-1.5">
          <h2 className="text-base font-semibold tracking-tight">
            <NameField label="Stage" name={column.name} onSave={(name) => edits.renameStage(column.key, name)} />
          </h2>
          <p className="truncate font-mono text-xs text-ink-3 max-wide:-mt-2 max-wide:pb-1">{column.key}</p>
        </div>
        <Menu
          trigger={
            <Button look="ghost" size="icon" aria-label={`More for ${column.name}`} className="size-6! max-wide:size-11!">
              <MoreHorizontal aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={() => edits.put(step(board, spot, 'left'), spot)}>Move earlier</MenuItem>
          <MenuItem onSelect={() => edits.put(step(board, spot, 'right'), spot)}>Move later</MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => edits.archive(spot, column.name)}>Archive</MenuItem>
        </Menu>
      </div>
      <SortableContext items={column.cards.map(({ key }) => idOf({ kind: 'touchpoint', key }))} strategy={verticalListSortingStrategy}>
        <ul className="grid grid-cols-[minmax(0,1fr)] content-start gap-1.5 p-2" aria-label={`Touchpoints of ${column.name}`}>
          {column.cards.map((card) => (
            <TouchpointCard key={card.key} card={card} stage={column.key} board={board} edits={edits} keys={keys} isDragged={dragged?.kind === 'touchpoint' && dragged.key === card.key} />
          ))}
        </ul>
      </SortableContext>
      <div className="mt-auto px-2 pb-2">
        <AddField label="Add touchpoint" fieldLabel={`New touchpoint in ${column.name}`} onAdd={(name) => edits.addTouchpoint(column.key, name)} className="w-full" />
      </div>
    </li>
  )
}
