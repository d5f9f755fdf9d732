'use client'

import { DndContext } from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { Banner } from '#ui/banner'
import type { ReadJourney } from '#lib/journeys/read'
import { AddField } from './add-field'
import { idOf } from './board'
import { EditHead } from './edit-head'
import { useEdits } from './edits'
import { GRIP_HELP } from './grip'
import { StageColumn } from './stage-column'
import { useBoard } from './use-board'
import { useDrag } from './use-drag'
import { useKeys } from './use-keys'

// What moves is announced once, by useKeys and in names; dnd-kit would read out ids.
const SILENT = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined }

/** Stages side by side with their touchpoints below, each change saved at once. */
export function Editor({ slug, journey: first }: { slug: string; journey: ReadJourney }) {
  const state = useBoard(slug, first)
  const { journey, board, saving, fault } = state
  const edits = useEdits(slug, state)
  const keys = useKeys(state)
  const { dragged, dnd } = useDrag(state)
  return (
    <>
      <EditHead slug={slug} journey={journey} saving={saving} edits={edits} />
      {fault && <Banner className="mb-3">{fault}</Banner>}
      <p id={GRIP_HELP} className="sr-only">
        Space takes it up, arrow keys move it, Space again puts it down, Escape takes it back.
      </p>
      <p aria-live="assertive" className="sr-only">
        {keys.said}
      </p>
      <DndContext id="journey-board" accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: '' } }} {...dnd}>
        <SortableContext items={board.map(({ key }) => idOf({ kind: 'stage', key }))} strategy={rectSortingStrategy}>
          <ol
            id="board"
            tabIndex={-1}
            aria-label="Stages in order"
            className="-mx-(--page) flex flex-col gap-3 px-(--page) pb-3 outline-none wide:flex-row wide:overflow-x-auto"
          >
            {board.map((column) => (
              <StageColumn key={column.key} column={column} board={board} edits={edits} keys={keys} dragged={dragged} />
            ))}
            <li className="min-w-0 shrink-0 rounded-lg border border-dashed border-line-strong p-2 wide:w-36 wide:focus-within:w-60">
              <AddField label="Add stage" fieldLabel="New stage" onAdd={edits.addStage} className="w-full" />
            </li>
          </ol>
        </SortableContext>
      </DndContext>
    </>
  )
}
