'use client'

import { type Announcements, closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import type { Stage } from '../../../_place/place-fields'
import type { Ready } from '../blanks'
import { addQuestion, editQuestion, MOST_QUESTIONS, moveQuestion, putBack, takeOut } from '../draft'
import { faultUnder } from '../faults'
import type { Instrument } from '../instruments'
import type { Edited } from '../use-autosave'
import { AddMenu } from './add-menu'
import { QuestionCard } from './question-card'

type QuestionsProps = Edited & { ready: Ready; stages: readonly Stage[]; opened: string | null; open: (id: string | null) => void }

/** The questions in their order: one open at a time, moved by the pointer or by Space and the arrow keys. */
export function Questions({ draft, change, faults, ready, stages, opened, open }: QuestionsProps) {
  const [toast, t] = [useToast(), useWords('questions')]
  const { questions } = draft.definition
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const place = (id: unknown) => questions.findIndex((q) => q.id === id) + 1
  const of = questions.length
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('move.pickedQuestion', { place: place(active.id), of }),
    onDragOver: ({ over }) => (over ? t('move.over', { place: place(over.id), of }) : undefined),
    onDragEnd: ({ over }) => (over ? t('move.down', { place: place(over.id) }) : t('move.back')),
    onDragCancel: () => t('move.back'),
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) change((d) => moveQuestion(d, String(active.id), String(over.id)))
  }
  const add = (instrument: Instrument) => {
    const blank = ready[instrument][0]?.question
    if (!blank) return
    const { id } = addQuestion(draft, blank)
    change((d) => addQuestion(d, blank).draft)
    open(id)
  }
  const remove = (id: string) => {
    const taken = takeOut(draft, id)
    if (!taken) return
    const { removed } = taken
    change((d) => takeOut(d, id)?.draft ?? d)
    const number = removed.index + 1
    const said = Object.keys(removed.whens).length === 0 ? t('list.removed', { number }) : t('list.removedAnchor', { number })
    toast(said, { undo: () => change((d) => putBack(d, removed)) })
  }
  return (
    <>
      <DndContext
        id="questions"
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('move.how') } }}
      >
        <SortableContext items={questions.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="grid grid-cols-1 gap-2">
            {questions.map((question, i) => (
              <QuestionCard
                key={question.id}
                number={i + 1}
                question={question}
                questions={questions}
                ready={ready[question.instrument]}
                stages={stages}
                faults={faults}
                hasFault={faultUnder(faults, `questions/${question.id}`) !== undefined}
                isOpen={question.id === opened}
                onToggle={() => open(question.id === opened ? null : question.id)}
                onChange={(part) => change((d) => editQuestion(d, question.id, part))}
                onRemove={questions.length > 1 ? () => remove(question.id) : undefined}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {questions.length < MOST_QUESTIONS ? (
        <AddMenu onAdd={add} />
      ) : (
        <p className="mt-3 text-xs text-ink-3">{t('list.full', { most: MOST_QUESTIONS })}</p>
      )}
    </>
  )
}
