'use client'

import { useEffect } from 'react'

/** Whoever closes or reloads the window while something would be lost by it is asked by the browser first. */
export function useLeaveGuard(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isOpen])
}
