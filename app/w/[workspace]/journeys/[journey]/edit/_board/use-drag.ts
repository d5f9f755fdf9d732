'use client'

import { closestCenter, closestCorners, type CollisionDetection, type DragEndEvent, type DragOverEvent, type DragStartEvent } from '@dnd-kit/core'
import { PointerSensor, pointerWithin, useSensor, useSensors } from '@dnd-kit/core'
import { useState } from 'react'
import { type Board, columnOf, placeCard, placeStage, type Spot, spotOf } from './board'
import type { BoardState } from './use-board'

const isStage = ({ id }: { id: string | number }) => spotOf(id).kind === 'stage'

/** A stage meets stages; a touchpoint meets the cards of the column under the pointer, or the column where it has none. */
const collide: CollisionDetection = (args) => {
  const columns = args.droppableContainers.filter(isStage)
  if (isStage(args.active)) return closestCenter({ ...args, droppableContainers: columns })
  const [under] = pointerWithin({ ...args, droppableContainers: columns })
  if (!under) return closestCorners({ ...args, droppableContainers: columns })
  const column = columns.find(({ id }) => id === under.id)
  const cards = args.droppableContainers.filter((c) => !isStage(c) && c.data.current?.stage === spotOf(under.id).key)
  const met = closestCenter({ ...args, droppableContainers: cards })
  return met.length > 0 ? met : column ? [{ id: column.id }] : []
}

type Active = { spot: Spot; before: Board }

/** Dragging by pointer. A card that comes over another column stands there at once; order is settled when it is let go. */
export function useDrag({ board, setMoving, put }: BoardState) {
  const [active, setActive] = useState<Active | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))

  const onDragStart = (event: DragStartEvent) => {
    setActive({ spot: spotOf(event.active.id), before: board })
    setMoving(board)
  }
  const onDragOver = ({ active: dragged, over }: DragOverEvent) => {
    const spot = spotOf(dragged.id)
    if (!over || spot.kind === 'stage') return
    const target = targetOf(board, spotOf(over.id))
    if (target && columnOf(board, spot.key)?.key !== target.stage) setMoving(placeCard(board, spot.key, target.stage, target.index))
  }
  const onDragEnd = ({ over }: DragEndEvent) => {
    if (!active) return
    setActive(null)
    const next = over ? dropped(board, active.spot, spotOf(over.id)) : board
    put(active.before, next, active.spot)
  }
  const onDragCancel = () => {
    setActive(null)
    setMoving(null)
  }
  return { dragged: active?.spot ?? null, dnd: { sensors, collisionDetection: collide, onDragStart, onDragOver, onDragEnd, onDragCancel } }
}

function targetOf(board: Board, over: Spot): { stage: string; index: number } | null {
  const column = over.kind === 'stage' ? board.find((c) => c.key === over.key) : columnOf(board, over.key)
  if (!column) return null
  const index = column.cards.findIndex((c) => c.key === over.key)
  return { stage: column.key, index: index < 0 ? column.cards.length : index }
}

function dropped(board: Board, spot: Spot, over: Spot): Board {
  if (spot.kind === 'stage') return placeStage(board, spot.key, board.findIndex((c) => c.key === over.key))
  const target = targetOf(board, over)
  return target ? placeCard(board, spot.key, target.stage, target.index) : board
}
