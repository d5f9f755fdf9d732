'use client'

import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { Menu, MenuItem, MenuLine } from '#ui/menu'
import { cellOf } from '#lib/journeys/draft/definition'
import { useWords } from '#words'
import { add } from '../actions'
import { Asked } from '../_draft/asked'
import { useEditing } from '../_draft/editing'
import { Assumed } from '../_write/assumed'
import { Doing } from '../_write/doing'
import { Kpis } from '../_write/kpis'
import { Moment } from '../_write/moment'
import { Owner } from '../_write/owner'
import { Targets } from '../_write/targets'
import { LaneCell } from '../_write/written'
import { AddField } from './add-field'
import { type Board, type Column, idOf, type Spot, step } from './board'
import { Grip } from './grip'
import { MergeDialog } from '../_dialogs/merge'
import { NameField } from './name-field'
import { SplitDialog } from '../_dialogs/split'
import { TouchpointCard } from './touchpoint-card'
import { useArchive } from './use-archive'
import type { BoardState } from './use-board'
import type { Keys } from './use-keys'

type ColumnProps = { column: Column; board: Board; put: BoardState['put']; keys: Keys; dragged: Spot | null }

/** One stage with all that is written below it. */
export function StageColumn({ column, board, put, keys, dragged }: ColumnProps) {
  const spot: Spot = { kind: 'stage', key: column.key }
  const sort = useSortable({ id: idOf(spot) })
  const isHeld = keys.heldId === idOf(spot)
  const isDragged = dragged !== null && idOf(dragged) === idOf(spot)
  const place = board.indexOf(column)
  return (
    <li
      ref={sort.setNodeRef}
      style={{ transform: CSS.Translate.toString(sort.transform), transition: sort.transition }}
      className={classes(
        'min-w-0 bg-surface max-wide:rounded-lg max-wide:border wide:row-[1/-1] wide:grid wide:grid-rows-subgrid wide:border-r wide:last:border-r-0',
        isHeld ? 'border-accent ring-1 ring-accent' : 'border-line',
        isDragged && 'relative z-10 shadow-md',
      )}
    >
      <Head column={column} board={board} put={put} keys={keys} isHeld={isHeld} sort={sort} />
      <Assumed stage={column} before={board[place - 1]?.key} next={board[place + 1]?.key} />
      <Touchpoints column={column} board={board} put={put} keys={keys} dragged={dragged} />
      <Doing stage={column} />
      <Owner stage={column} />
      <Kpis stage={column} />
      <Targets stage={column} />
    </li>
  )
}

type HeadProps = Omit<ColumnProps, 'dragged'> & { isHeld: boolean; sort: ReturnType<typeof useSortable> }

function Head({ column, board, put, keys, isHeld, sort }: HeadProps) {
  const t = useWords('editor')
  const archive = useArchive()
  const [asking, setAsking] = useState<'merge' | 'split' | null>(null)
  const spot: Spot = { kind: 'stage', key: column.key }
  return (
    <div className="min-w-0 px-1.5 py-2">
      <div className="flex gap-0.5">
        <Grip spot={spot} name={column.name} isHeld={isHeld} handle={sort.setActivatorNodeRef} listeners={sort.listeners} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur} />
        <div className="min-w-0 flex-1 pl-1.5">
          <h2 className="text-base font-semibold tracking-tight">
            <NameField label={t('stage')} rename={t('rename.stage', { name: column.name })} name={column.name} cell={cellOf.stage(column.key, 'name')} />
          </h2>
          <p title={column.key} className="truncate font-mono text-xs text-ink-3 max-wide:-mt-2 max-wide:pb-1">{column.key}</p>
        </div>
        <Moment level="stage" place={column} />
        <Menu
          trigger={
            <Button look="ghost" size="icon" aria-label={t('more.of', { name: column.name })} className="size-6! max-wide:size-11!">
              <MoreHorizontal aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={() => put(board, step(board, spot, 'left'), spot)}>{t('menu.earlier')}</MenuItem>
          <MenuItem onSelect={() => put(board, step(board, spot, 'right'), spot)}>{t('menu.later')}</MenuItem>
          <MenuLine />
          <MenuItem disabled={column.cards.length === 0} onSelect={() => setAsking('split')}>
            {t('split.open')}
          </MenuItem>
          <MenuItem disabled={board.length < 2} onSelect={() => setAsking('merge')}>
            {t(board.length < 2 ? 'merge.only' : 'merge.open')}
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => void archive(spot, column.name)}>{t('menu.archive')}</MenuItem>
        </Menu>
      </div>
      <Asked at={(cell) => cell.startsWith(`stage/${column.key}/`)} />
      {asking === 'merge' && <MergeDialog column={column} board={board} onClose={() => setAsking(null)} />}
      {asking === 'split' && <SplitDialog column={column} onClose={() => setAsking(null)} />}
    </div>
  )
}

function Touchpoints({ column, board, put, keys, dragged }: ColumnProps) {
  const t = useWords('editor')
  const { slug, draft, perform } = useEditing()
  return (
    <LaneCell label={t('lane.touchpoints')} className="flex flex-col px-2!">
      <SortableContext items={column.cards.map(({ key }) => idOf({ kind: 'touchpoint', key }))} strategy={verticalListSortingStrategy}>
        <ul className="grid grid-cols-[minmax(0,1fr)] content-start gap-1.5" aria-label={t('touchpointsOf', { stage: column.name })}>
          {column.cards.map((card) => (
            <TouchpointCard key={card.key} card={card} stage={column.key} board={board} put={put} keys={keys} isDragged={dragged?.kind === 'touchpoint' && dragged.key === card.key} />
          ))}
        </ul>
      </SortableContext>
      <div className={classes('mt-auto', column.cards.length > 0 && 'pt-1.5')}>
        <AddField
          label={t('add.touchpoint')}
          fieldLabel={t('newTouchpoint', { stage: column.name })}
          anchor={`add/touchpoint/${column.key}`}
          onAdd={(name) => perform(() => add(slug, { journey: draft.journey, kind: 'touchpoint', stage: column.key, name }))}
          className="-mx-1 -my-1 h-7! w-[calc(100%+8px)] px-1.5! font-normal text-ink-3! max-wide:my-0 max-wide:h-11!"
        />
      </div>
    </LaneCell>
  )
}
