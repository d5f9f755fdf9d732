'use client'

import { useToast } from '#ui/toast'
import { cellOf } from '#lib/journeys/draft/definition'
import { useWords } from '#words'
import { useEditing } from '../_draft/editing'
import type { Spot } from './board'

/** Takes a stage or touchpoint off the map of the draft; the toast puts it back. */
export function useArchive() {
  const t = useWords('editor')
  const toast = useToast()
  const { write } = useEditing()
  return async ({ kind, key }: Spot, name: string) => {
    const cell = kind === 'stage' ? cellOf.stage(key, 'state') : cellOf.touchpoint(key, 'state')
    const refused = await write([{ cell, value: 'archived' }])
    if (refused !== null) return toast(refused, { tone: 'error' })
    document.getElementById('board')?.focus()
    toast(t('shelf.gone', { name }), { undo: () => void write([{ cell, value: 'live' }]) })
  }
}
