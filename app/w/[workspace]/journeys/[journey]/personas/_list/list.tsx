'use client'

import { DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, arrayMove, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { EmptyState } from '#ui/empty'
import { useWords } from '#words'
import { type Persona, type Rules, UNMATCHED } from '#lib/journeys/personas/definition'
import type { PersonaBook } from '#lib/journeys/personas/read'
import { Rest } from './rest'
import { PersonaRow } from './row'
import type { Share } from './shares'
import { useBook, type Written } from './use-book'

const PersonaDialog = dynamic(() => import('../_form/persona-dialog').then((m) => m.PersonaDialog), { ssr: false })

type ListProps = { slug: string; journey: string; book: PersonaBook; shares: Readonly<Record<string, Share>>; mayEdit: boolean }

const NEW: Written = { name: '', description: null, rules: [] }

/** The personas in their order: moved by pointer or keys, changed in a dialog, each change saved at once and taken back at will. */
export function PersonaList({ slug, journey, book: first, shares, mayEdit }: ListProps) {
  const t = useWords('personas')
  const { personas, busy, fault, write, put } = useBook(slug, journey, first)
  const [edited, setEdited] = useState<Written | null>(null)
  const [removed, setRemoved] = useState<Persona | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))
  const id = useId()
  const nameOf = (key: unknown) => personas.find((persona) => persona.key === key)?.name ?? ''
  const placeOf = (key: unknown) => personas.findIndex((persona) => persona.key === key) + 1

  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    const to = placeOf(over.id)
    put(arrayMove([...personas], placeOf(active.id) - 1, to - 1), t('moved', { name: nameOf(active.id), at: to }))
  }
  const save = (persona: Written) => {
    const rest = persona.key === undefined ? [...personas, persona] : personas.map((one) => (one.key === persona.key ? { ...one, ...persona } : one))
    return write(rest, t('saved', { name: persona.name }))
  }
  const remove = ({ key, name }: Persona) => {
    setRemoved(null)
    put(personas.filter((persona) => persona.key !== key), t('deleted', { name }))
  }
  const words = {
    announcements: {
      onDragStart: ({ active }: { active: { id: string | number } }) => t('order.up', { name: nameOf(active.id) }),
      onDragOver: ({ active, over }: Moved) => (over ? t('order.at', { name: nameOf(active.id), at: placeOf(over.id), of: personas.length }) : undefined),
      onDragEnd: ({ active, over }: Moved) => t('order.down', { name: nameOf(active.id), at: placeOf(over?.id ?? active.id) }),
      onDragCancel: ({ active }: { active: { id: string | number } }) => t('order.back', { name: nameOf(active.id) }),
    },
    screenReaderInstructions: { draggable: t('order.help') },
  }
  const add = (rules: Rules = []) => setEdited({ ...NEW, rules })
  return (
    <>
      {fault && (
        <Banner className="mb-3" action={<a href="" className="link">{t('reload')}</a>}>
          {fault}
        </Banner>
      )}
      {personas.length === 0 ? (
        <EmptyState title={t('empty.title')} action={mayEdit && <Button look="primary" onClick={() => add()}>{t('add')}</Button>}>
          {mayEdit ? t('empty.text') : t('empty.none')}
        </EmptyState>
      ) : (
        <DndContext id={id} sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={words}>
          <SortableContext items={personas.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
            <ol aria-label={t('list')} aria-busy={busy || undefined} className="rounded-lg border border-line bg-surface">
              {personas.map((persona, i) => (
                <PersonaRow
                  key={persona.key}
                  at={i + 1}
                  persona={persona}
                  share={shares[persona.key] ?? { state: 'waiting' }}
                  mapHref={`/w/${slug}/journeys/${journey}?segment=${encodeURIComponent(`persona:${persona.key}`)}`}
                  edit={mayEdit ? { onEdit: () => setEdited(persona), onRemove: () => setRemoved(persona) } : null}
                />
              ))}
              <Rest slug={slug} journey={journey} personas={personas} share={shares[UNMATCHED] ?? { state: 'waiting' }} onMake={mayEdit ? (condition) => add([[condition]]) : null} />
            </ol>
          </SortableContext>
        </DndContext>
      )}
      {mayEdit && personas.length > 0 && (
        <Button className="mt-3" look="primary" onClick={() => add()}>
          {t('add')}
        </Button>
      )}
      {edited && <PersonaDialog key={edited.key ?? 'new'} slug={slug} journey={journey} personas={personas} first={edited} onSave={save} onClose={() => setEdited(null)} />}
      <ConfirmDialog
        open={removed !== null}
        onOpenChange={(open) => !open && setRemoved(null)}
        title={t('remove.title', { name: removed?.name ?? '' })}
        description={t('remove.text')}
        confirmLabel={t('remove.yes')}
        danger
        onConfirm={() => removed && remove(removed)}
      />
    </>
  )
}

type Moved = { active: { id: string | number }; over: { id: string | number } | null }
