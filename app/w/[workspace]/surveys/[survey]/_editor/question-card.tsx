'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { classes } from '#ui/classes'
import { Checkbox, TextArea, TextField } from '#ui/field'
import type { Question } from '#lib/surveys/definition'
import { INSTRUMENTS } from './draft'

type CardProps = {
  number: number
  question: Question
  fault: string | undefined
  isOpen: boolean
  onToggle: () => void
  onChange: (change: Partial<Question>) => void
  onRemove: (() => void) | undefined
}

const GRIP =
  'grid h-7 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing max-wide:size-11'

export function QuestionCard({ number, question, fault, isOpen, onToggle, onChange, onRemove }: CardProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: question.id })
  const body = useId()
  const { name } = INSTRUMENTS[question.instrument]
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes(
        'rounded-lg border bg-surface',
        isOpen ? 'border-accent ring-1 ring-accent' : 'border-line',
        isDragging && 'relative z-10 shadow-md',
      )}
    >
      <div className="flex items-center gap-1 pr-3 pl-1.5">
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          aria-label={`Move question ${number}`}
          className={GRIP}
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? body : undefined}
            onClick={onToggle}
            className="flex h-10 w-full min-w-0 items-center gap-2 rounded-sm text-left text-sm max-wide:h-12"
          >
            <span className={classes('min-w-0 truncate', isOpen && 'font-semibold')}>
              {number} · {question.text || 'No text yet'}
            </span>
            {fault && !isOpen && <TriangleAlert aria-label="Something is missing" className="size-3.5 shrink-0 text-danger" />}
            {!question.required && <span className="ml-auto shrink-0 text-xs text-ink-3">optional</span>}
            <Chip className={classes('shrink-0', question.required && 'ml-auto')}>{name}</Chip>
          </button>
        </h3>
      </div>
      {isOpen && (
        <div id={body} className="px-3 pt-1 pb-3">
          <Body question={question} fault={fault} onChange={onChange} onRemove={onRemove} />
        </div>
      )}
    </li>
  )
}

function Body({ question, fault, onChange, onRemove }: Pick<CardProps, 'question' | 'fault' | 'onChange' | 'onRemove'>) {
  const { ends } = INSTRUMENTS[question.instrument]
  return (
    <div className="grid gap-3">
      <TextArea label="Question" rows={2} maxLength={500} value={question.text} error={fault} onChange={(e) => onChange({ text: e.target.value })} />
      {ends && (
        <div className="grid grid-cols-2 gap-3">
          <TextField label={`Label at ${ends[0]}`} maxLength={60} value={question.low ?? ''} onChange={(e) => onChange({ low: e.target.value })} />
          <TextField label={`Label at ${ends[1]}`} maxLength={60} value={question.high ?? ''} onChange={(e) => onChange({ high: e.target.value })} />
        </div>
      )}
      <TextField label="Hint below the question" maxLength={300} value={question.hint ?? ''} onChange={(e) => onChange({ hint: e.target.value })} />
      <div className="flex items-center gap-2">
        <Checkbox label="An answer is needed" checked={question.required} onChange={(e) => onChange({ required: e.target.checked })} />
        {onRemove && (
          <Button look="ghost" className="ml-auto" onClick={onRemove}>
            Remove
          </Button>
        )}
      </div>
    </div>
  )
}
