'use client'

import { useRef, useState } from 'react'
import type { ActionResult } from '#lib/auth/action'
import type { ReadJourney } from '#lib/journeys/read'
import { faultOf } from '#ui/faults'
import { moveToStage, orderStages, orderTouchpoints, reload } from './actions'
import { type Board, boardOf, type Change } from './board'

export type Saving = { state: 'rest' | 'saving' } | { state: 'saved'; at: Date }

type Result = ActionResult<ReadJourney>

const LOST = 'That was not saved: the server cannot be reached. Try again.'

/** The journey as the database has it, what is being moved over it, and how saving goes. */
export function useBoard(slug: string, first: ReadJourney) {
  const [journey, setJourney] = useState(first)
  const [draft, setDraft] = useState<Board | null>(null)
  const [saving, setSaving] = useState<Saving>({ state: 'rest' })
  const [fault, setFault] = useState('')
  const waiting = useRef(0)

  /** Runs one change; answers a sentence where it was refused, null where it is saved. */
  async function save(change: () => Promise<Result>): Promise<string | null> {
    waiting.current += 1
    setSaving({ state: 'saving' })
    setFault('')
    const result = await change().catch(() => null)
    waiting.current -= 1
    if (result?.ok) {
      setJourney(result.data)
      if (waiting.current === 0) {
        setDraft(null)
        setSaving({ state: 'saved', at: new Date() })
      }
      return null
    }
    setSaving({ state: 'rest' })
    return result ? faultOf(result.problem) : LOST
  }

  /** Shows where a thing was put at once, and takes it back where that is refused. */
  async function put(next: Board, change: Change | null): Promise<void> {
    setDraft(next)
    if (!change) return setDraft(null)
    const refused = await save(() => place(slug, journey.key, change))
    if (refused === null) return
    setDraft(null)
    setFault(refused)
    const fresh = await reload(slug, { journey: journey.key }).catch(() => null)
    if (fresh?.ok) setJourney(fresh.data)
  }

  return { journey, board: draft ?? boardOf(journey), saving, fault, setDraft, save, put }
}

export type BoardState = ReturnType<typeof useBoard>

function place(slug: string, journey: string, change: Change): Promise<Result> {
  if (change.verb === 'orderStages') return orderStages(slug, { journey, order: change.order })
  const { stage, order } = change
  if (change.verb === 'orderTouchpoints') return orderTouchpoints(slug, { journey, stage, order })
  return moveToStage(slug, { journey, touchpoint: change.touchpoint, stage, order })
}
