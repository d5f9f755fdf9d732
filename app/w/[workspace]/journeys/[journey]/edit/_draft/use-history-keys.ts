'use client'

import { useEffect, useEffectEvent } from 'react'

/** Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y too), but in a field, which has steps of its own, and behind an open dialog. */
export function useHistoryKeys({ undo, redo }: { undo: () => Promise<void>; redo: () => Promise<void> }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
    const at = event.target instanceof Element ? event.target : null
    if (at?.closest('input, textarea, select, [role="dialog"], [role="alertdialog"]')) return
    event.preventDefault()
    void (key === 'y' || event.shiftKey ? redo() : undo())
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
