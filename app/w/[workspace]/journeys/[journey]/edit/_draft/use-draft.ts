'use client'

import { useMemo, useRef, useState } from 'react'
import { type Cell, type Change, type Changed, type Draft, foldDraft } from '#lib/journeys/draft/definition'
import type { MapDocument } from '#lib/journeys/document/schema'
import { faultOf } from '#ui/faults'
import { useWords } from '#words'
import type { ActionResult } from '../../../../../../_refusals/action'
import type { Refusal } from '../../../../../../_refusals/refusal'
import { change, reload } from '../actions'
import { didChange, type Entry, forgot, type History, NOTHING_DONE, tookBack } from './history'
import { isPlaced, placeOf } from './placed'

export type Saving = { state: 'rest' | 'saving' } | { state: 'saved'; at: Date }

/** What somebody else has changed while it was being changed here: it is asked where it stands which of the two stays. */
export type Question = { id: number; cells: readonly Cell[]; met: readonly string[]; at: string; message: string }

/** `seen`: the revision of the cell when somebody began to write in it; else that of now. */
export type Edit = Cell & { seen?: number }

const isAsked = ({ code, errors }: Refusal) => code === 'conflict' && errors.some((fault) => fault.code === 'changed_meanwhile')

let questionCount = 0

/**
 * The draft as the server has it, what is on its way there over it, and what can be taken back. Everything goes one after the
 * other, so that a change never meets its own predecessor as somebody else's.
 */
export function useDraft(slug: string, first: Draft) {
  const t = useWords('editor')
  const [draft, setDraft] = useState(first)
  const [waiting, setWaiting] = useState<readonly (readonly Cell[])[]>([])
  const [past, setPast] = useState(NOTHING_DONE)
  const [questions, setQuestions] = useState<readonly Question[]>([])
  const [saving, setSaving] = useState<Saving>({ state: 'rest' })
  // What the next step in the line begins with; the states above are what is drawn of it.
  const now = useRef({ draft: first, past: NOTHING_DONE, open: 0, own: new Map<string, number>(), line: Promise.resolve() })
  const journey = first.journey

  const document = useMemo(() => over(draft, waiting), [draft, waiting])

  const remember = (next: History) => {
    now.current.past = next
    setPast(next)
  }
  const take = (next: Draft) => {
    // An answer that was read before a later change must not take that change off the screen.
    if (next.revision < now.current.draft.revision && next.version === now.current.draft.version) return
    if (next.version !== now.current.draft.version) {
      // Published, here or by somebody else: what was done before is on the map and cannot be taken back. What is asked stays:
      // the answer is now a change of the new version.
      remember(NOTHING_DONE)
      now.current.own.clear()
    }
    now.current.draft = next
    setDraft(next)
  }
  const inLine = <T>(step: () => Promise<T>): Promise<T> => {
    const done = now.current.line.then(step)
    now.current.line = done.then(() => undefined, () => undefined)
    return done
  }
  const revisionOf = (cell: string) => now.current.draft.revisions[cell] ?? 0

  /** Reads the draft anew: somebody else has changed it. Answers whether it could be read. */
  const refresh = () =>
    inLine(async () => {
      const read = await reload(slug, { journey }).catch(() => null)
      if (read?.ok) take(read.data)
      return read !== null
    })

  /** One request in its turn, with `shown` on the screen until it is answered. The refusal, or null. */
  async function save<T extends Changed>(call: () => Promise<ActionResult<T>>, shown: readonly Cell[], done: (result: T, before: Draft) => void): Promise<Refusal | 'lost' | null> {
    now.current.open += 1
    setSaving({ state: 'saving' })
    setWaiting((others) => [...others, shown])
    const problem = await inLine(async () => {
      const before = now.current.draft
      const result = await call().catch(() => null)
      if (result?.ok) {
        for (const { cell } of result.data.undo) now.current.own.set(cell, result.data.draft.revisions[cell] ?? 0)
        take(result.data.draft)
        done(result.data, before)
      }
      return result === null ? 'lost' : result.ok ? null : result.problem
    })
    now.current.open -= 1
    setWaiting((others) => others.filter((each) => each !== shown))
    if (problem !== null) {
      setSaving({ state: 'rest' })
      if (problem !== 'lost') await refresh()
    } else if (now.current.open === 0) setSaving({ state: 'saved', at: new Date() })
    return problem
  }

  const sentence = (problem: Refusal | 'lost') => (problem === 'lost' ? t('lost') : faultOf(problem))

  const entryOf = ({ undo }: Changed, before: Draft): Entry => ({
    changes: undo,
    from: Object.fromEntries(undo.map(({ cell }) => [cell, before.revisions[cell] ?? 0])),
  })

  /** Any verb of the draft as one step that can be taken back. Answers a sentence where it was refused. */
  async function perform(call: () => Promise<ActionResult<Changed>>, shown: readonly Cell[] = []): Promise<string | null> {
    const problem = await save(call, shown, (result, before) => remember(didChange(now.current.past, entryOf(result, before))))
    return problem === null ? null : sentence(problem)
  }

  /** Cells that were changed here. A cell that somebody else has changed meanwhile is asked about, not overwritten. */
  async function write(edits: readonly Edit[]): Promise<string | null> {
    if (edits.length === 0) return null
    const cells = edits.map(({ cell, value }) => ({ cell, value }))
    const seen = edits.map(({ cell, seen }) => ({ revision: seen ?? revisionOf(cell), own: now.current.own.get(cell) }))
    const changes = (): Change[] =>
      cells.map(({ cell, value }, i) => {
        const own = now.current.own.get(cell)
        // An earlier change of one's own that was still on its way when this one was made.
        return { cell, value, revision: own !== undefined && own !== seen[i]?.own ? own : (seen[i]?.revision ?? 0) }
      })
    const problem = await save(
      () => change(slug, { journey, changes: changes() }),
      cells,
      (result, before) => remember(didChange(now.current.past, entryOf(result, before))),
    )
    if (problem === null) return null
    if (problem === 'lost' || !isAsked(problem)) return sentence(problem)
    const met = problem.errors.flatMap(({ pointer }) => cells[Number(pointer.split('/')[2])]?.cell ?? [])
    const at = met[0] ?? ''
    questionCount += 1
    setQuestions((others) => [...others.filter((each) => each.at !== at), { id: questionCount, cells, met, at, message: faultOf(problem) }])
    return null
  }

  const drop = (question: Question) => setQuestions((others) => others.filter((each) => each !== question))

  /** Takes back the last change of one's own, or does it again. A sentence where that cannot be. */
  async function turn(way: keyof History): Promise<string | null> {
    const entry = now.current.past[way].at(-1)
    if (!entry) return null
    // Looked up in its turn: what was pressed twice takes two steps back.
    let taken: Entry | undefined
    const call = async (): Promise<ActionResult<Changed>> => {
      taken = now.current.past[way].at(-1)
      if (!taken) return { ok: true, data: { draft: now.current.draft, undo: [] } }
      const result = await change(slug, { journey, changes: [...taken.changes] })
      // Here, before the next step in the line looks for its own.
      if (!result.ok) remember(forgot(now.current.past, taken))
      return result
    }
    const shown = now.current.open === 0 ? entry.changes.map(({ cell, value }) => ({ cell, value })) : []
    const problem = await save(call, shown, (result, before) => {
      if (taken) remember(tookBack(now.current.past, way, taken, entryOf(result, before), result.draft.revisions))
    })
    if (problem === null) return null
    if (problem !== 'lost' && isAsked(problem)) return t('undo.changed', { message: faultOf(problem) })
    return sentence(problem)
  }

  return {
    draft,
    document,
    saving,
    questions,
    past,
    write,
    perform,
    refresh,
    revisionOf,
    /** As the draft is now, also for a field that the latest change has just closed. */
    isOnMap: (cell: string) => placeOf(cell) === null || isPlaced(now.current.draft.document, cell),
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    /** What was written beside it, in the same dialog, is kept. Of a move nothing is: it is one thing. */
    keepTheirs: (question: Question) => {
      drop(question)
      return write(question.cells.filter(({ cell }) => !question.met.includes(cell) && !/^order|\/stage$/.test(cell)))
    },
    useMine: (question: Question) => {
      drop(question)
      return write(question.cells)
    },
  }
}

export type DraftState = ReturnType<typeof useDraft>

/** The map with what is still on its way to the server. */
function over(draft: Draft, waiting: readonly (readonly Cell[])[]): MapDocument {
  if (waiting.length === 0) return draft.document
  const cells = new Map([...draft.cells, ...waiting.flat()].map(({ cell, value }) => [cell, value]))
  return foldDraft(draft.published, [...cells].map(([cell, value]) => ({ cell, value })), draft.shelf)
}
