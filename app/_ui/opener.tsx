'use client'

import { useState } from 'react'

/** An item of a menu goes with its menu: the button of the menu stands for it. */
function openerNow(): HTMLElement | null {
  // A page may come with its dialog open: then nothing opened it.
  if (typeof document === 'undefined') return null
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || active === document.body) return null
  const menu = active.closest('[role="menu"]')
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active
}

// A dialog that takes the place of another one opens from nowhere: it goes back to where that one was opened.
let latest: HTMLElement | null = null

/**
 * Where a dialog's focus goes: to the first field of its body, not to the button that closes it, and back to whatever opened it.
 * Ours are opened by any button, so there is no trigger that would be known.
 */
export function useOpener(open: boolean) {
  const [wasOpen, setWasOpen] = useState(false)
  const [opener, setOpener] = useState<HTMLElement | null>(null)
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      latest = openerNow() ?? latest
      setOpener(latest)
    }
  }
  return {
    onOpenAutoFocus: (event: Event) => {
      const box = event.target instanceof HTMLElement ? event.target : null
      const first = box?.querySelector<HTMLElement>('[data-dialog-body] :is(input, textarea, select, [role="combobox"], [role="radio"]):not([disabled], [type="hidden"])')
      if (!first) return
      event.preventDefault()
      first.focus()
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      // What opened it may have gone with what it did: then to the beginning of the page's own part.
      const back = opener?.isConnected ? opener : document.getElementById('content')
      back?.focus({ preventScroll: back !== opener })
    },
  }
}
