'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { MoreHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { Menu, MenuItem, MenuLabel, MenuLine } from '#ui/menu'
import { type Board, type Card, idOf, type Spot, step } from './board'
import { ChannelDialog } from './channel-dialog'
import type { Edits } from './edits'
import { Grip } from './grip'
import { NameField } from './name-field'
import type { Keys } from './use-keys'

type CardProps = { card: Card; stage: string; board: Board; edits: Edits; keys: Keys; isDragged: boolean }

export function TouchpointCard({ card, stage, board, edits, keys, isDragged }: CardProps) {
  const spot: Spot = { kind: 'touchpoint', key: card.key }
  const [isChannelOpen, setChannelOpen] = useState(false)
  const sort = useSortable({ id: idOf(spot), data: { stage } })
  const isHeld = keys.heldId === idOf(spot)
  return (
    <li
      ref={sort.setNodeRef}
      style={{ transform: CSS.Translate.toString(sort.transform), transition: sort.transition }}
      className={classes(
        'flex gap-0.5 rounded-md border bg-surface py-1.5 pr-1 pl-1',
        isHeld ? 'border-accent ring-1 ring-accent' : 'border-line',
        isDragged && 'relative z-10 shadow-md',
      )}
    >
      <Grip spot={spot} name={card.name} isHeld={isHeld} handle={sort.setActivatorNodeRef} listeners={sort.listeners} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur} />
      <div className="min-w-0 flex-1 pl-1.5 text-sm">
        <NameField label="Touchpoint" name={card.name} onSave={(name) => edits.renameTouchpoint(card.key, name)} className="font-medium" />
        <p className="truncate text-xs text-ink-3 max-wide:-mt-2.5 max-wide:pb-1">
          {card.channel && `${card.channel} · `}
          <span className="font-mono">{card.key}</span>
        </p>
        {card.surveys.map((survey) => (
          <SurveyLink key={survey.id} survey={survey} href={`${edits.surveys}/${survey.id}`} />
        ))}
      </div>
      <Menu
        trigger={
          <Button look="ghost" size="icon" aria-label={`More for ${card.name}`} className="size-6! max-wide:size-11!">
            <MoreHorizontal aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuItem onSelect={() => edits.put(step(board, spot, 'up'), spot)}>Move up</MenuItem>
        <MenuItem onSelect={() => edits.put(step(board, spot, 'down'), spot)}>Move down</MenuItem>
        <MenuItem onSelect={() => setChannelOpen(true)}>Change channel…</MenuItem>
        <MenuLine />
        <MenuLabel>Move to stage</MenuLabel>
        {board
          .filter((column) => column.key !== stage)
          .map((column) => (
            <MenuItem key={column.key} onSelect={() => edits.sendTo(card.key, column.key)}>
              {column.name}
            </MenuItem>
          ))}
        <MenuLine />
        <MenuItem onSelect={() => edits.archive(spot, card.name)}>Archive</MenuItem>
      </Menu>
      <ChannelDialog open={isChannelOpen} onOpenChange={setChannelOpen} card={card} onSave={(channel) => edits.setChannel(card.key, channel)} />
    </li>
  )
}

function SurveyLink({ survey: { name, state }, href }: { survey: Card['surveys'][number]; href: string }) {
  const isLive = state === 'live'
  return (
    <Link href={href} prefetch={false} className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2 hover:underline max-wide:-my-1.5 max-wide:min-h-11">
      <span aria-hidden className={classes('size-1.5 shrink-0 rounded-full', isLive ? 'bg-live' : 'border border-line-field')} />
      <span className="truncate">{name}</span>
      <span className={isLive ? 'sr-only' : 'shrink-0 text-ink-3'}>{state}</span>
    </Link>
  )
}
