'use client'

import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { useWords } from '#words'
import { useLanes } from './lanes'
import { LANE_IDS, type LaneId, moved, settled } from './settings'

/** The lanes in their order: dragged, or moved by buttons; each shown or folded. Nothing is asked and nothing is lost: one click brings the usual order back. */
export function LaneList() {
  const t = useWords('map')
  const { lanes, arrange } = useLanes()
  const [said, setSaid] = useState('')
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))
  const place = (id: LaneId, to: number) => {
    const next = moved(lanes, id, to)
    arrange(next)
    setSaid(t('lanes.moved', { lane: t(`lane.${id}`), place: next.findIndex((lane) => lane.id === id) + 1, of: next.length }))
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const [id, to] = [LANE_IDS.find((each) => each === active.id), lanes.findIndex((lane) => lane.id === over?.id)]
    if (id && to >= 0) place(id, to)
  }
  return (
    <div className="p-1.5">
      <h2 className="px-1 text-sm font-semibold">{t('lanes.title')}</h2>
      <p className="px-1 pb-1.5 text-xs text-ink-2">{t('lanes.about')}</p>
      <DndContext id="lanes" sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={lanes.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol>
            {lanes.map(({ id, folded }, at) => (
              <LaneItem
                key={id}
                id={id}
                folded={folded}
                isFirst={at === 0}
                isLast={at === lanes.length - 1}
                move={(by) => place(id, at + by)}
                turn={() => arrange(lanes.map((lane) => (lane.id === id ? { ...lane, folded: !folded } : lane)))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <Button look="ghost" className="mt-1" onClick={() => arrange(settled([]))}>
        {t('lanes.usual')}
      </Button>
    </div>
  )
}

type ItemProps = { id: LaneId; folded: boolean; isFirst: boolean; isLast: boolean; move: (by: number) => void; turn: () => void }

function LaneItem({ id, folded, isFirst, isLast, move, turn }: ItemProps) {
  const t = useWords('map')
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id })
  const lane = t(`lane.${id}`)
  const style = transform ? { transform: `translateY(${transform.y}px)`, transition } : { transition }
  return (
    <li ref={setNodeRef} style={style} className={classes('flex h-9 items-center gap-1 rounded-sm bg-surface max-wide:h-12', isDragging && 'relative z-10 shadow-md')}>
      {/* The buttons do the same by keyboard, so this is for pointers. */}
      <span {...listeners} aria-hidden className="grid h-full w-6 cursor-grab touch-none place-items-center text-ink-3">
        <GripVertical className="size-3.5" />
      </span>
      <label className="flex min-w-0 flex-1 items-center gap-2 text-sm">
        <input type="checkbox" checked={!folded} onChange={turn} aria-label={t('lanes.open', { lane })} className="size-4 accent-(--accent)" />
        <span className="truncate">{lane}</span>
      </label>
      <Button look="ghost" size="icon" aria-label={t('lanes.up', { lane })} aria-disabled={isFirst || undefined} onClick={() => !isFirst && move(-1)}>
        <ArrowUp aria-hidden className="size-3.5" />
      </Button>
      <Button look="ghost" size="icon" aria-label={t('lanes.down', { lane })} aria-disabled={isLast || undefined} onClick={() => !isLast && move(1)}>
        <ArrowDown aria-hidden className="size-3.5" />
      </Button>
    </li>
  )
}
