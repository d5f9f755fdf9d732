'use client'

import { type KeyboardEvent, useEffect, useState } from 'react'
import { useWords } from '#words'
import { idOf, type Board, type Spot, step, type Way, whereIs } from './board'
import type { BoardState } from './use-board'

const WAYS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

type Held = { spot: Spot; before: Board }

/** Space takes a thing up, arrows move it, Space or leaving puts it down (saved once, there), Esc takes it back. */
export function useKeys({ board, setMoving, put }: BoardState) {
  const t = useWords('editor.keys')
  const [held, setHeld] = useState<Held | null>(null)
  const [said, setSaid] = useState('')

  /** Where a thing stands, in words, for those who cannot see it move. */
  const where = (at: Board, spot: Spot) => {
    const found = whereIs(at, spot)
    return found === null ? '' : found.stage === '' ? t('stage', found) : t('touchpoint', found)
  }

  // A card that changes its column is made anew there: the focus follows it.
  useEffect(() => {
    if (held) document.querySelector<HTMLElement>(`[data-grip="${CSS.escape(idOf(held.spot))}"]`)?.focus()
  }, [held, board])

  const drop = () => {
    if (!held) return
    setHeld(null)
    setSaid(`${t('down')} ${where(board, held.spot)}`)
    put(held.before, board, held.spot)
  }
  const cancel = () => {
    if (!held) return
    setHeld(null)
    setMoving(null)
    setSaid(`${t('back')} ${where(held.before, held.spot)}`)
  }
  const onKeyDown = (event: KeyboardEvent, spot: Spot) => {
    const way = WAYS[event.key]
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (held) return drop()
      setHeld({ spot, before: board })
      setSaid(`${t('up')} ${where(board, spot)} ${t('how')}`)
    } else if (held && way) {
      event.preventDefault()
      const next = step(board, held.spot, way)
      setMoving(next)
      setSaid(where(next, held.spot))
    } else if (held && event.key === 'Escape') cancel()
    else if (held && event.key === 'Tab') drop()
  }
  const onBlur = () => {
    // Moving it takes the focus away for a moment; somebody who clicks elsewhere leaves it.
    const id = held && idOf(held.spot)
    if (id) setTimeout(() => document.activeElement?.getAttribute('data-grip') !== id && drop(), 50)
  }
  return { heldId: held ? idOf(held.spot) : null, said, onKeyDown, onBlur }
}

export type Keys = ReturnType<typeof useKeys>
