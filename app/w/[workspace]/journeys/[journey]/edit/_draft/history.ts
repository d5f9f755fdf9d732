import type { Change } from '#lib/journeys/draft/definition'

/** A change that can be taken back (or done again): what to send for it, and the revisions that its cells had before it was made. */
export type Entry = { changes: readonly Change[]; from: Readonly<Record<string, number>> }

/** What one person did here since the page was opened, the last at the end. */
export type History = { undo: readonly Entry[]; redo: readonly Entry[] }

export const NOTHING_DONE: History = { undo: [], redo: [] }

const MOST = 100

/** What came out as it was is nothing to take back. */
export const didChange = (history: History, entry: Entry): History =>
  entry.changes.length === 0 ? history : { undo: [...history.undo, entry].slice(-MOST), redo: [] }

/**
 * After an entry was taken back (or done again): it leaves its list, and `inverse` stands in the other one. Its cells have new
 * revisions now, with the content that they had before it: what is older and saw that content finds it again under the new
 * number. Where somebody else came between, the numbers do not meet, and the server refuses instead of undoing their change.
 */
export function tookBack(history: History, way: keyof History, entry: Entry, inverse: Entry, revisions: Readonly<Record<string, number>>): History {
  const renumbered = (list: readonly Entry[]) =>
    list
      .filter((each) => each !== entry)
      .map((each) => ({
        ...each,
        changes: each.changes.map((change) =>
          entry.from[change.cell] === change.revision ? { ...change, revision: revisions[change.cell] ?? change.revision } : change,
        ),
      }))
  const [undo, redo] = [renumbered(history.undo), renumbered(history.redo)]
  return way === 'undo' ? { undo, redo: [...redo, inverse] } : { undo: [...undo, inverse], redo }
}

export const forgot = (history: History, entry: Entry): History => ({
  undo: history.undo.filter((each) => each !== entry),
  redo: history.redo.filter((each) => each !== entry),
})
