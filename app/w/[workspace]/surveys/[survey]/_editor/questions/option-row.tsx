'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical, X } from 'lucide-react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import type { Option } from './options-of'

type RowProps = {
  number: number
  option: Option
  fault: string | undefined
  onLabel: (label: string) => void
  onPaste: (lines: string) => void
  onEnter: () => void
  onRemove: () => void
}

/** One answer: Enter begins the next one, Backspace in an empty one removes it, several pasted lines become several answers. */
export function OptionRow({ number, option, fault, onLabel, onPaste, onEnter, onRemove }: RowProps) {
  const t = useWords('questions')
  const sortable = { id: option.id, attributes: { roleDescription: t('move.role') } }
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable(sortable)
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes('flex items-start gap-1 rounded-md bg-surface', isDragging && 'relative z-10 shadow-md')}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...attributes}
        {...listeners}
        aria-label={t('options.move', { number })}
        className="grid h-9 w-6 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing max-wide:size-11"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <TextField
        label={t('options.answer', { number })}
        labelHidden
        placeholder={t('options.answer', { number })}
        className="min-w-0 flex-1"
        maxLength={120}
        value={option.label}
        error={fault}
        onChange={(e) => onLabel(e.target.value)}
        onPaste={(e) => {
          const text = e.clipboardData.getData('text')
          if (!text.trim().includes('\n')) return
          e.preventDefault()
          onPaste(text)
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing) return
          if (e.key === 'Enter') {
            e.preventDefault()
            onEnter()
          } else if (e.key === 'Backspace' && option.label === '') {
            e.preventDefault()
            onRemove()
          }
        }}
      />
      <Button look="ghost" size="icon" aria-label={t('options.remove', { number })} className="mt-0.5" onClick={onRemove}>
        <X aria-hidden className="size-3.5" />
      </Button>
    </li>
  )
}
