'use client'

import { type Announcements, closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Plus } from 'lucide-react'
import { Button } from '#ui/button'
import { Menu, MenuItem } from '#ui/menu'
import { useToast } from '#ui/toast'
import { addQuestion, type Blanks, draftFaults, editQuestion, INSTRUMENTS, type Instrument } from './draft'
import { MOST_QUESTIONS, moveQuestion, putBack, removeQuestion } from './draft'
import { QuestionCard } from './question-card'
import type { Autosave } from './use-autosave'

const ADD: readonly Instrument[] = ['nps', 'csat', 'ces', 'sentiment', 'comment']

type QuestionsProps = Pick<Autosave, 'draft' | 'change'> & { blanks: Blanks; opened: string | null; open: (id: string | null) => void }

/** The questions in their order: one open at a time, moved by the pointer or by Space and the arrow keys. */
export function Questions({ draft, change, blanks, opened, open }: QuestionsProps) {
  const toast = useToast()
  const { questions } = draft.definition
  const faults = draftFaults(draft)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const place = (id: unknown) => questions.findIndex((q) => q.id === id) + 1
  const where = (id: unknown) => `question ${place(id)} of ${questions.length}`
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${where(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Now at place ${place(over.id)} of ${questions.length}.` : undefined),
    onDragEnd: ({ over }) => (over ? `Put down at place ${place(over.id)}.` : 'Put back.'),
    onDragCancel: () => 'Put back.',
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) change((d) => moveQuestion(d, String(active.id), String(over.id)))
  }
  const add = (instrument: Instrument) => {
    const { id } = addQuestion(draft, blanks[instrument])
    change((d) => addQuestion(d, blanks[instrument]).draft)
    open(id)
  }
  const remove = (id: string) => {
    const index = place(id) - 1
    const removed = questions[index]
    if (!removed) return
    change((d) => removeQuestion(d, id))
    toast(`Question ${index + 1} removed.`, { undo: () => change((d) => putBack(d, removed, index)) })
  }
  return (
    <>
      <DndContext id="questions" sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={{ announcements }}>
        <SortableContext items={questions.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="grid grid-cols-1 gap-2">
            {questions.map((question, i) => (
              <QuestionCard
                key={question.id}
                number={i + 1}
                question={question}
                fault={faults[`questions/${question.id}`]}
                isOpen={question.id === opened}
                onToggle={() => open(question.id === opened ? null : question.id)}
                onChange={(part) => change((d) => editQuestion(d, question.id, part))}
                onRemove={questions.length > 1 ? () => remove(question.id) : undefined}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {questions.length < MOST_QUESTIONS && (
        <div className="mt-3">
          <Menu
            align="start"
            trigger={
              <Button>
                <Plus aria-hidden className="size-3.5" />
                Add question
              </Button>
            }
          >
            {ADD.map((instrument) => (
              <MenuItem key={instrument} onSelect={() => add(instrument)}>
                {INSTRUMENTS[instrument].scale}
                <span className="ml-auto pl-6 text-ink-3">{INSTRUMENTS[instrument].name}</span>
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
    </>
  )
}
