'use client'

import { createContext, type ReactNode, use } from 'react'
import type { LaneValue } from '#lib/journeys/document/schema'
import { cellOf, type Level } from '#lib/journeys/draft/definition'
import { useToast } from '#ui/toast'
import type { DraftState, Edit } from './use-draft'

export type Survey = { id: string; name: string; state: 'draft' | 'live' | 'closed' }

/** What was measured at a stage in the last 90 days, ready to be drawn; `index` null where nobody answered or it is hidden. */
export type MeasuredStage = { index: number | null; low: number | null; high: number | null; text: string; hidden: boolean }

/** What the editor's page has read beside the draft: by keys of touchpoints and of stages. */
export type Beside = { surveys: Readonly<Record<string, readonly Survey[]>>; measured: Readonly<Record<string, MeasuredStage>>; timeZone: string }

export type Editing = DraftState &
  Beside & {
    slug: string
    /** Are the measured numbers left out while a team draws what it believes? */
    blind: boolean
    setBlind: (blind: boolean) => void
  }

const Current = createContext<Editing | null>(null)

export const EditingProvider = ({ value, children }: { value: Editing; children: ReactNode }) => <Current value={value}>{children}</Current>

export function useEditing(): Editing {
  const editing = use(Current)
  if (!editing) throw new Error('A part of the editor stands outside of it.')
  return editing
}

/** Saves where no field can say a refusal: then a toast does. */
export function useWrite(): (edits: readonly Edit[]) => Promise<boolean> {
  const { write } = useEditing()
  const toast = useToast()
  return async (edits) => {
    const refused = await write(edits)
    if (refused !== null) toast(refused, { tone: 'error' })
    return refused === null
  }
}

/** What stands in a lane at a place, and the cell that holds it. */
export function useLane<L extends 'doing' | 'owner' | 'kpi' | 'assumed' | 'target' | 'moment'>(lane: L, level: Level, key: string): { cell: string; value: LaneValue<L> | null } {
  const { document } = useEditing()
  const book: Readonly<Record<string, LaneValue<L>>> = document.lanes[lane][level]
  return { cell: cellOf.lane(lane, level, key), value: book[key] ?? null }
}

