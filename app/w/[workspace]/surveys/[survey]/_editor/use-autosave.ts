'use client'

import { useEffect, useRef, useState } from 'react'
import { useWords } from '#words'
import { saveSurvey } from '../../actions'
import { cleaned } from './cleaned'
import type { Draft } from './draft'
import { draftFaults, type Faults, refusedFaults } from './faults'

export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'saving' | 'invalid' | 'lost' }
  | { kind: 'conflict' | 'refused'; text: string }

type Saved = { id: string; draft: Draft; updatedAt: Date }

const PAUSE_MS = 600
const AGAIN_MS = 3_000

const NOTHING: Faults = {}

/** The draft, saved a moment after each change, one save at a time; a draft that somebody else saved is not overwritten. */
export function useAutosave(slug: string, first: Saved) {
  const t = useWords('questions')
  const [draft, setDraft] = useState(first.draft)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: first.updatedAt })
  const [refused, setRefused] = useState(NOTHING)
  const latest = useRef(first.draft)
  const stored = useRef({ text: JSON.stringify(cleaned(first.draft)), updatedAt: first.updatedAt })
  const running = useRef<Promise<boolean>>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isBlocked = useRef(false)

  const isDirty = () => JSON.stringify(cleaned(latest.current)) !== stored.current.text

  async function send(): Promise<boolean> {
    const wanted = cleaned(latest.current)
    if (Object.keys(draftFaults(t, wanted)).length > 0) return setState({ kind: 'invalid' }), false
    setState({ kind: 'saving' })
    const input = { id: first.id, ...wanted, expectedUpdatedAt: stored.current.updatedAt.toISOString() }
    const result = await saveSurvey(slug, input).catch(() => null)
    if (result === null) {
      timer.current = setTimeout(() => void flush(), AGAIN_MS)
      return setState({ kind: 'lost' }), false
    }
    if (!result.ok) {
      isBlocked.current = result.problem.code === 'conflict'
      setRefused(refusedFaults(t, result.problem.errors, wanted.definition))
      return setState({ kind: isBlocked.current ? 'conflict' : 'refused', text: result.problem.detail ?? result.problem.title }), false
    }
    stored.current = { text: JSON.stringify(wanted), updatedAt: result.data.updatedAt }
    setRefused(NOTHING)
    return setState({ kind: 'saved', at: result.data.updatedAt }), true
  }

  /** Save what is not saved yet; says whether everything is. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer.current)
    await running.current
    while (isDirty() && !isBlocked.current) {
      running.current = send()
      if (!(await running.current)) return false
    }
    // What was mended back to what is stored already needs no save, and is not refused any more.
    if (!isBlocked.current) {
      setRefused(NOTHING)
      setState((now) => (now.kind === 'saved' ? now : { kind: 'saved', at: stored.current.updatedAt }))
    }
    return !isBlocked.current
  }

  function change(next: (draft: Draft) => Draft): void {
    latest.current = next(latest.current)
    setDraft(latest.current)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), PAUSE_MS)
  }

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isDirty() && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('beforeunload', warn)
      clearTimeout(timer.current)
      // Going to another page of ours: what was just typed goes along.
      void flush()
    }
    // Everything that it reads is a ref: once is enough.
  }, [])

  /** What another verb refused (publishing does), at the fields that it is about. */
  const refuse = (errors: Parameters<typeof refusedFaults>[1]) => setRefused(refusedFaults(t, errors, latest.current.definition))

  const faults: Faults = { ...refused, ...draftFaults(t, draft) }
  return { draft, state, faults, change, flush, refuse }
}

export type Autosave = ReturnType<typeof useAutosave>

/** What every part of the editor works with. */
export type Edited = Pick<Autosave, 'draft' | 'change' | 'faults'>
