'use client'

import { useToast } from '#ui/toast'
import * as actions from './actions'
import { type Board, changeBetween, columnOf, placeCard, type Spot } from './board'
import type { BoardState } from './use-board'

/** What the board's parts can do. Names answer with a sentence where they are refused, which then stands at the field. */
export function useEdits(slug: string, { journey: { key: journey }, board, save, put }: BoardState) {
  const toast = useToast()
  const keysOf = (list: readonly { key: string }[]) => list.map(({ key }) => key)

  async function archive({ kind, key }: Spot, name: string): Promise<void> {
    const stage = kind === 'stage' ? key : (columnOf(board, key)?.key ?? '')
    const order = keysOf(kind === 'stage' ? board : (columnOf(board, key)?.cards ?? []))
    const away = () =>
      kind === 'stage' ? actions.archiveStage(slug, { journey, stage }) : actions.archiveTouchpoint(slug, { journey, touchpoint: key })
    const refused = await save(away)
    if (refused !== null) return toast(refused, { tone: 'error' })
    document.getElementById('board')?.focus()
    toast(`“${name}” is archived. Its answers stay.`, { undo: () => void restore({ kind, key, stage, order }, name) })
  }

  async function restore({ kind, key, stage, order }: Spot & { stage: string; order?: string[] }, name: string): Promise<string | null> {
    const back = () =>
      kind === 'stage'
        ? actions.restoreStage(slug, { journey, stage, order })
        : actions.restoreTouchpoint(slug, { journey, touchpoint: key, stage, order })
    const refused = await save(back)
    toast(refused ?? `“${name}” is back.`, refused === null ? {} : { tone: 'error' })
    return refused
  }

  return {
    /** Where the surveys of this workspace are. */
    surveys: `/w/${slug}/surveys`,
    archive,
    restore,
    put: (next: Board, spot: Spot) => put(next, changeBetween(board, next, spot)),
    sendTo: (key: string, stage: string) => {
      const next = placeCard(board, key, stage, Number.MAX_SAFE_INTEGER)
      return put(next, changeBetween(board, next, { kind: 'touchpoint', key }))
    },
    renameJourney: (name: string) => save(() => actions.renameJourney(slug, { journey, name })),
    addStage: (name: string) => save(() => actions.addStage(slug, { journey, name })),
    renameStage: (stage: string, name: string) => save(() => actions.renameStage(slug, { journey, stage, name })),
    addTouchpoint: (stage: string, name: string) => save(() => actions.addTouchpoint(slug, { journey, stage, name })),
    renameTouchpoint: (touchpoint: string, name: string) => save(() => actions.editTouchpoint(slug, { journey, touchpoint, name })),
    setChannel: (touchpoint: string, channel: string | null) => save(() => actions.editTouchpoint(slug, { journey, touchpoint, channel })),
  }
}

export type Edits = ReturnType<typeof useEdits>
