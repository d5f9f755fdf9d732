'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { CornerDownRight, GripVertical, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { Chip } from '#ui/chip'
import { classes } from '#ui/classes'
import { useSay, useWords } from '#words'
import { conditionSentence } from './condition'
import { QuestionBody, type BodyProps } from './question-body'

type CardProps = BodyProps & { number: number; hasFault: boolean; isOpen: boolean; onToggle: () => void }

const GRIP =
  'grid h-7 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing max-wide:size-11'

/** One question as a line, with its condition below it; opened, all that can be said about it. */
export function QuestionCard({ number, hasFault, isOpen, onToggle, ...body }: CardProps) {
  const { question, questions } = body
  const [t, say] = [useWords('questions'), useSay()]
  const sortable = { id: question.id, attributes: { roleDescription: t('move.role') } }
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable(sortable)
  const panel = useId()
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
          aria-label={t('card.move', { number })}
          className={GRIP}
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? panel : undefined}
            onClick={onToggle}
            className="flex h-10 w-full min-w-0 items-center gap-2 rounded-sm text-left text-sm max-wide:h-12"
          >
            <span className={classes('min-w-0 truncate', isOpen && 'font-semibold')}>
              {number} · {question.text || t('noText')}
            </span>
            {hasFault && !isOpen && <TriangleAlert aria-label={t('card.missing')} className="size-3.5 shrink-0 text-danger" />}
            {!question.required && <span className="ml-auto shrink-0 text-xs text-ink-3">{t('card.optional')}</span>}
            <Chip className={classes('shrink-0', question.required && 'ml-auto')}>{t(`instruments.${question.instrument}.name`)}</Chip>
          </button>
        </h3>
      </div>
      {question.when && !isOpen && (
        <p className="-mt-1.5 flex items-start gap-1.5 pr-3 pb-2.5 pl-9 text-xs text-ink-2 max-wide:pl-14">
          <CornerDownRight aria-hidden className="mt-0.5 size-3 shrink-0 text-ink-3" />
          {conditionSentence(t, say, question.when, questions)}
        </p>
      )}
      {isOpen && (
        <div id={panel} className="px-3 pt-1 pb-3">
          <QuestionBody {...body} />
        </div>
      )}
    </li>
  )
}
