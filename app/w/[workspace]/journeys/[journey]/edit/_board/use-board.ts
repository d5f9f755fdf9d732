'use client'

import { useMemo, useState } from 'react'
import { useEditing, useWrite } from '../_draft/editing'
import { type Board, boardOf, editsBetween, type Spot } from './board'

/** The places of the draft, and what is being moved over them. */
export function useBoard() {
  const { document } = useEditing()
  const write = useWrite()
  const [moving, setMoving] = useState<Board | null>(null)
  const still = useMemo(() => boardOf(document), [document])

  /** Where a thing was put: shown at once, and back where it was if that is refused. */
  const put = (before: Board, after: Board, spot: Spot) => {
    setMoving(null)
    void write(editsBetween(before, after, spot))
  }
  return { board: moving ?? still, setMoving, put }
}

export type BoardState = ReturnType<typeof useBoard>
