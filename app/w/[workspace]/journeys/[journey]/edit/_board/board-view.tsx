'use client'

import { DndContext } from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { Checkbox } from '#ui/field'
import { useWords } from '#words'
import { add } from '../actions'
import { useEditing } from '../_draft/editing'
import { Diamond, Dot } from '../_write/assumed'
import { yOf } from '../_write/curve'
import { AddField } from './add-field'
import { idOf } from './board'
import { GRIP_HELP } from './grip'
import { StageColumn } from './stage-column'
import { useBoard } from './use-board'
import { useDrag } from './use-drag'
import { useKeys } from './use-keys'

// What moves is announced once, by useKeys and in names; dnd-kit would read out ids.
const SILENT = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined }

const LANES = ['stage', 'assumed', 'touchpoints', 'doing', 'owner', 'kpi', 'target'] as const

/** Stages side by side, what is written below them in rows that run through all of them. */
export function BoardView() {
  const t = useWords('editor')
  const { slug, draft, perform, blind, setBlind } = useEditing()
  const state = useBoard()
  const { board, put } = state
  const keys = useKeys(state)
  const { dragged, dnd } = useDrag(state)
  const grid = {
    gridTemplateColumns: `var(--gutter) repeat(${board.length}, minmax(196px, 1fr))`,
    gridTemplateRows: `repeat(${LANES.length}, auto)`,
  }
  const addStage = <AddField label={t('add.stage')} fieldLabel={t('newStage')} onAdd={(name) => perform(() => add(slug, { journey: draft.journey, kind: 'stage', name }))} className="w-full" />
  const blindBox = <Checkbox label={t('assumed.blind')} checked={blind} onChange={(event) => setBlind(event.target.checked)} className="text-xs!" />
  return (
    <>
      <p id={GRIP_HELP} className="sr-only">
        {t('keys.help')}
      </p>
      <p aria-live="assertive" className="sr-only">
        {keys.said}
      </p>
      <div className="mb-2 wide:hidden">{blindBox}</div>
      <DndContext id="journey-board" accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: '' } }} {...dnd}>
        <SortableContext items={board.map(({ key }) => idOf({ kind: 'stage', key }))} strategy={rectSortingStrategy}>
          <div className="relative isolate wide:grid wide:overflow-x-auto wide:rounded-lg wide:border wide:border-line wide:bg-surface" style={grid}>
            {LANES.map((lane, i) => (
              <div key={lane} className="map-gutter z-20! border-line py-2 max-wide:hidden [&:not(:first-child)]:border-t" style={{ gridColumn: 1, gridRow: i + 1 }}>
                <h2 className={lane === 'stage' ? 'py-1 text-xs text-ink-2' : lane === 'assumed' ? 'pr-8 text-sm font-semibold' : 'text-sm font-semibold'}>{t(`lane.${lane}`)}</h2>
                {lane === 'stage' && <div className="-mx-2">{addStage}</div>}
                {lane === 'assumed' && (
                  <>
                    <p className="pr-7 text-xs text-ink-2">{t('assumed.about')}</p>
                    <p aria-hidden className="mt-1 flex flex-wrap items-center gap-x-2.5 pr-7 text-xs text-ink-2">
                      <span className="flex items-center gap-1.5">
                        <Diamond /> {t('assumed.word')}
                      </span>
                      {!blind && (
                        <span className="flex items-center gap-1.5">
                          <Dot /> {t('assumed.measured')}
                        </span>
                      )}
                    </p>
                    {blindBox}
                    <Axis />
                  </>
                )}
              </div>
            ))}
            <ol
              id="board"
              tabIndex={-1}
              aria-label={t('stagesInOrder')}
              className="flex flex-col outline-none max-wide:gap-3 wide:row-[1/-1] wide:grid wide:grid-cols-subgrid wide:grid-rows-subgrid"
              style={{ gridColumn: '2 / -1' }}
            >
              {board.map((column) => (
                <StageColumn key={column.key} column={column} board={board} put={put} keys={keys} dragged={dragged} />
              ))}
            </ol>
            <div className="mt-3 rounded-lg border border-dashed border-line-strong p-2 wide:hidden">{addStage}</div>
          </div>
        </SortableContext>
      </DndContext>
    </>
  )
}

function Axis() {
  return (
    <div aria-hidden className="pointer-events-none absolute top-1.25 right-1.5 text-right text-[11px] text-ink-3">
      {([[100, '+100'], [0, '0'], [-100, '−100']] as const).map(([at, text]) => (
        <span key={at} className="absolute right-0 -translate-y-1/2" style={{ top: yOf(at) }}>
          {text}
        </span>
      ))}
    </div>
  )
}
