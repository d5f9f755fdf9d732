'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { MoreHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { Menu, MenuItem, MenuLabel, MenuLine } from '#ui/menu'
import { cellOf } from '#lib/journeys/draft/definition'
import { useSay, useWords } from '#words'
import { Asked } from '../_draft/asked'
import { type Survey, useEditing, useLane } from '../_draft/editing'
import { Moment } from '../_write/moment'
import { type Board, type Card, idOf, placeCard, type Spot, step } from './board'
import { Grip } from './grip'
import { NameField } from './name-field'
import { TouchpointDialog } from '../_dialogs/touchpoint'
import { useArchive } from './use-archive'
import type { BoardState } from './use-board'
import type { Keys } from './use-keys'

type CardProps = { card: Card; stage: string; board: Board; put: BoardState['put']; keys: Keys; isDragged: boolean }

export function TouchpointCard({ card, stage, board, put, keys, isDragged }: CardProps) {
  const [t, say] = [useWords('editor'), useSay()]
  const { slug, surveys } = useEditing()
  const archive = useArchive()
  const owner = useLane('owner', 'touchpoint', card.key).value
  const assumed = useLane('assumed', 'touchpoint', card.key).value
  const spot: Spot = { kind: 'touchpoint', key: card.key }
  const [isOpen, setOpen] = useState(false)
  const sort = useSortable({ id: idOf(spot), data: { stage } })
  const isHeld = keys.heldId === idOf(spot)
  const details = [card.channel, owner?.name, assumed && t('assumed.short', { value: say.index(assumed.index) })].filter(Boolean).join(' · ')
  return (
    <li
      ref={sort.setNodeRef}
      style={{ transform: CSS.Translate.toString(sort.transform), transition: sort.transition }}
      className={classes('group relative rounded-md border bg-surface py-1 pr-1 pl-1', isHeld ? 'border-accent ring-1 ring-accent' : 'border-line', isDragged && 'z-10 shadow-md')}
    >
      <div className="flex">
        <Grip spot={spot} name={card.name} isHeld={isHeld} handle={sort.setActivatorNodeRef} listeners={sort.listeners} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur} />
        <div className="min-w-0 flex-1 pl-2 text-sm">
          <NameField label={t('touchpoint')} rename={t('rename.touchpoint', { name: card.name })} name={card.name} cell={cellOf.touchpoint(card.key, 'name')} className="font-medium" />
        </div>
        <Moment level="touchpoint" place={card} quiet />
        <Menu
          trigger={
            <Button look="ghost" size="icon" aria-label={t('more.of', { name: card.name })} className="size-6! max-wide:size-11!">
              <MoreHorizontal aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={() => setOpen(true)}>{t('touch.open')}</MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => put(board, step(board, spot, 'up'), spot)}>{t('menu.up')}</MenuItem>
          <MenuItem onSelect={() => put(board, step(board, spot, 'down'), spot)}>{t('menu.down')}</MenuItem>
          <MenuLine />
          <MenuLabel>{t('menu.toStage')}</MenuLabel>
          {board
            .filter((column) => column.key !== stage)
            .map((column) => (
              <MenuItem key={column.key} onSelect={() => put(board, placeCard(board, card.key, column.key, Number.MAX_SAFE_INTEGER), spot)}>
                {column.name}
              </MenuItem>
            ))}
          <MenuLine />
          <MenuItem onSelect={() => void archive(spot, card.name)}>{t('menu.archive')}</MenuItem>
        </Menu>
      </div>
      <div className="pr-1 pl-7 max-wide:pl-13">
        {details !== '' && <p className="text-xs wrap-anywhere text-ink-3 max-wide:-mt-2.5 max-wide:pb-1">{details}</p>}
        {(surveys[card.key] ?? []).map((survey) => (
          <SurveyLink key={survey.id} survey={survey} href={`/w/${slug}/surveys/${survey.id}`} />
        ))}
      </div>
      <Asked at={(cell) => (cell.startsWith(`touchpoint/${card.key}/`) && !cell.endsWith('/stage')) || (cell.startsWith('lane/') && cell.endsWith(`/touchpoint/${card.key}`))} />
      {isOpen && <TouchpointDialog card={card} onClose={() => setOpen(false)} />}
    </li>
  )
}

function SurveyLink({ survey: { name, state }, href }: { survey: Survey; href: string }) {
  const isLive = state === 'live'
  return (
    <Link href={href} prefetch={false} className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2 hover:underline max-wide:-my-1.5 max-wide:min-h-11">
      <span aria-hidden className={classes('size-1.5 shrink-0 rounded-full', isLive ? 'bg-live' : 'border border-line-field')} />
      <span className="truncate">{name}</span>
      <span className={isLive ? 'sr-only' : 'shrink-0 text-ink-3'}>{state}</span>
    </Link>
  )
}
