'use client'

import { type Announcements, closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#ui/button'
import { FieldError } from '#ui/field'
import { useToast } from '#ui/toast'
import type { Question } from '#lib/surveys/definition'
import { useWords } from '#words'
import type { Change } from '../draft'
import type { Faults } from '../faults'
import { OptionRow } from './option-row'
import { MOST_OPTIONS, movedOption, newOptionId, optionsOf, pasted, renamed } from './options-of'

type OptionsProps = { question: Question; faults: Faults; onChange: (change: Change) => void }

/** The answers to choose from. An answer keeps its id whatever it is renamed to, so that what was answered keeps its meaning. */
export function Options({ question, faults, onChange }: OptionsProps) {
  const [toast, t] = [useToast(), useWords('questions')]
  const list = useRef<HTMLOListElement>(null)
  const options = optionsOf(question)
  const at = `questions/${question.id}/options`
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const place = (id: unknown) => options.findIndex((o) => o.id === id) + 1
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('move.pickedAnswer', { place: place(active.id), of: options.length }),
    onDragOver: ({ over }) => (over ? t('move.over', { place: place(over.id), of: options.length }) : undefined),
    onDragEnd: ({ over }) => (over ? t('move.down', { place: place(over.id) }) : t('move.back')),
    onDragCancel: () => t('move.back'),
  }
  const focusOn = (index: number) => setTimeout(() => list.current?.querySelectorAll('input')[index]?.focus())
  const add = (index: number) => {
    if (options.length >= MOST_OPTIONS) return
    onChange({ options: options.toSpliced(index, 0, { id: newOptionId(), label: '' }) })
    focusOn(index)
  }
  const remove = (index: number) => {
    const option = options[index]
    if (!option) return
    onChange({ options: options.toSpliced(index, 1) })
    focusOn(Math.max(index - 1, 0))
    if (option.label.trim() === '') return
    toast(t('options.removed', { label: option.label }), { undo: () => onChange((q) => ({ options: optionsOf(q).toSpliced(index, 0, option) })) })
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onChange({ options: movedOption(options, String(active.id), String(over.id)) })
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('options.legend')}</legend>
      <DndContext
        id={`options-${question.id}`}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('move.how') } }}
      >
        <SortableContext items={options.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol ref={list} className="grid gap-1.5">
            {options.map((option, i) => (
              <OptionRow
                key={option.id}
                number={i + 1}
                option={option}
                fault={faults[`${at}/${option.id}`]}
                onLabel={(label) => onChange({ options: renamed(options, option.id, label) })}
                onPaste={(text) => onChange({ options: pasted(options, option.id, text) })}
                onEnter={() => add(i + 1)}
                onRemove={() => remove(i)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {faults[at] && <FieldError>{faults[at]}</FieldError>}
      {options.length < MOST_OPTIONS && (
        <Button look="ghost" className="mt-1.5 -ml-2" onClick={() => add(options.length)}>
          <Plus aria-hidden className="size-3.5" />
          {t('options.add')}
        </Button>
      )}
    </fieldset>
  )
}
