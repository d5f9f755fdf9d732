'use client'

import { useEffect, useState } from 'react'
import { useWords } from '#words'

export type Loaded<T> = { kind: 'loading' } | { kind: 'failed'; text: string; again: () => void } | { kind: 'there'; data: T }

/** What an address of ours answers; a new address keeps what was there until it has answered. */
export function useLoaded<T>(address: string | null): Loaded<T> {
  const t = useWords('surveys')
  const [tries, setTries] = useState(0)
  const [loaded, setLoaded] = useState<Loaded<T>>({ kind: 'loading' })
  useEffect(() => {
    if (address === null) return
    const gone = new AbortController()
    const failed = (text: string) => setLoaded({ kind: 'failed', text, again: () => setTries((n) => n + 1) })
    fetch(address, { signal: gone.signal })
      .then(async (response) => {
        const body = (await response.json()) as { data: T; detail?: string; title?: string }
        if (response.ok) setLoaded({ kind: 'there', data: body.data })
        else failed(body.detail ?? body.title ?? t('share.notLoaded'))
      })
      .catch(() => gone.signal.aborted || failed(t('share.notReached')))
    return () => gone.abort()
  }, [address, tries, t])
  return loaded
}

/** A value that is believed once it has stood still for a moment. */
export function useSettled<T>(value: T, delayMs = 350): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs)
    return () => clearTimeout(timer)
  }, [value, delayMs])
  return settled
}
