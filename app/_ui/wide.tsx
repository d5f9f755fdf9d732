'use client'

import { useSyncExternalStore } from 'react'

const QUERY = '(min-width: 900px)'

function onChange(tell: () => void) {
  const media = window.matchMedia(QUERY)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

/** Is there room for columns? null on the server and until the browser has said so: draw neither chart then. */
export const useWide = (): boolean | null =>
  useSyncExternalStore<boolean | null>(
    onChange,
    () => window.matchMedia(QUERY).matches,
    () => null,
  )
