'use client'

import { useEffect, useRef } from 'react'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { useEditing } from './editing'
import type { Edit } from './use-draft'

/**
 * Somebody else takes a place off the map while it is being written here: its field goes with it. What was written so far goes
 * into the draft with the place, and it is said. `written`: what is not sent yet.
 */
export function useTakenAway(cell: string, name: string, written: () => readonly Edit[]): void {
  const { write, isOnMap } = useEditing()
  const t = useWords('editor')
  const toast = useToast()
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => {
      const edits = isOnMap(cell) ? [] : written()
      if (edits.length > 0) void write(edits).then((refused) => toast(refused ?? t('takenAway', { name }), { tone: 'error' }))
    }
  })
  useEffect(() => () => leave.current(), [])
}
