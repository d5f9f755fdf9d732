'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { useWords } from '#words'
import type { Persona } from '#lib/journeys/personas/definition'
import { ShareText } from './share-text'
import type { Share } from './shares'
import { useRuleWords } from './words'

type RowProps = { at: number; persona: Persona; share: Share; mapHref: string; edit: { onEdit: () => void; onRemove: () => void } | null }

/** One persona: what it is, whom it takes, how many they are. */
export function PersonaRow({ at, persona: { key, name, description, rules }, share, mapHref, edit }: RowProps) {
  const t = useWords('personas')
  const { rulesOf } = useRuleWords()
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, transform, transition, isDragging } = useSortable({ id: key, disabled: edit === null })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes('flex items-start gap-2.5 border-b border-line bg-surface py-3 pr-3 pl-2 first:rounded-t-lg max-wide:flex-wrap', isDragging && 'relative z-10 shadow-md')}
    >
      {edit && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          aria-label={t('order.move', { name })}
          className="grid h-6 w-5 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing max-wide:size-11"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      <span className="w-5 shrink-0 pt-0.5 text-right text-sm text-ink-3 tabular-nums max-wide:w-3 max-wide:pt-2.5">{at}</span>
      <div className="min-w-0 flex-1 max-wide:basis-3/5 max-wide:pt-2">
        <h2 className="text-base font-semibold wrap-anywhere">{name}</h2>
        {description && <p className="mt-0.5 text-sm wrap-anywhere text-ink-2">{description}</p>}
        <p className="mt-1 text-sm wrap-anywhere text-ink-2">{rulesOf(rules)}</p>
      </div>
      <ShareText share={share}>
        {share.state === 'shown' && (
          <Link href={mapHref} prefetch={false} className="link text-xs max-wide:inline-flex max-wide:min-h-11 max-wide:items-center">
            {t('show')}
          </Link>
        )}
      </ShareText>
      {edit && (
        <div className="flex shrink-0 gap-0.5">
          <Button look="ghost" size="icon" aria-label={t('edit', { name })} onClick={edit.onEdit}>
            <Pencil aria-hidden className="size-4" />
          </Button>
          <Button look="ghost" size="icon" aria-label={t('delete', { name })} onClick={edit.onRemove}>
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </div>
      )}
    </li>
  )
}
