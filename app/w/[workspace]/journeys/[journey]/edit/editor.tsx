'use client'

import type { Draft } from '#lib/journeys/draft/definition'
import { BoardView } from './_board/board-view'
import { AskedAbove } from './_draft/asked'
import { type Beside, EditingProvider } from './_draft/editing'
import { EditHead } from './_draft/head'
import { useBlind } from './_draft/use-blind'
import { useDraft } from './_draft/use-draft'
import { useFeed } from './_draft/use-feed'
import { useLeaveGuard } from './_draft/use-leave-guard'

/** The map as it is being written: every change is in the draft at once, and nothing of it on the map until it is published. */
export function Editor({ slug, draft: first, beside }: { slug: string; draft: Draft; beside: Beside }) {
  const state = useDraft(slug, first)
  const [blind, setBlind] = useBlind(first.journey)
  useFeed(`/w/${slug}/live?journey=${encodeURIComponent(first.journey)}`, () => state.refresh())
  // What is not in the draft yet: an answer that is waited for, or a change on its way.
  useLeaveGuard(state.questions.length > 0 || state.saving.state === 'saving')
  return (
    <EditingProvider value={{ ...state, ...beside, slug, blind, setBlind }}>
      <EditHead />
      <AskedAbove />
      <BoardView />
    </EditingProvider>
  )
}
