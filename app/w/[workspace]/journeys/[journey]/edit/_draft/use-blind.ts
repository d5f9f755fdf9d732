'use client'

import { useSyncExternalStore } from 'react'

const CHANGED = 'wayfelt-blind'

const keyOf = (journey: string) => `wayfelt:blind:${journey}`

function read(journey: string): boolean {
  try {
    return localStorage.getItem(keyOf(journey)) === 'yes'
  } catch {
    return false
  }
}

function subscribe(tell: () => void) {
  window.addEventListener(CHANGED, tell)
  return () => window.removeEventListener(CHANGED, tell)
}

/**
 * Whether what was measured is left out while a team draws what it believes. Remembered on this machine, a journey at a time;
 * until the browser has said so nothing is shown, so that nobody sees by a blink what they chose not to see.
 */
export function useBlind(journey: string): [boolean, (blind: boolean) => void] {
  const blind = useSyncExternalStore(subscribe, () => read(journey), () => true)
  const set = (next: boolean) => {
    try {
      localStorage.setItem(keyOf(journey), next ? 'yes' : 'no')
    } catch {
      // Without storage it stays as it is; drawing goes on.
    }
    window.dispatchEvent(new Event(CHANGED))
  }
  return [blind, set]
}
