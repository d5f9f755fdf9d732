'use client'

import { useEffect, useState } from 'react'
import type { Explanation } from '#lib/maps/explain/read-explanation'

/** `message`: the server's own words; null where it said nothing. */
export type Answer = { state: 'loading' } | { state: 'failed'; message: string | null } | { state: 'read'; explanation: Explanation }

async function read(address: string, signal: AbortSignal): Promise<Answer> {
  const reply = await fetch(address, { signal, headers: { accept: 'application/json' } })
  // Who was signed out gets the page for signing in.
  if (!reply.headers.get('content-type')?.includes('json')) return { state: 'failed', message: null }
  const body = (await reply.json()) as { data?: Explanation; detail?: string; title?: string }
  return body.data ? { state: 'read', explanation: body.data } : { state: 'failed', message: body.detail ?? body.title ?? null }
}

/** How the number at this address was made; `again` asks once more. */
export function useExplanation(address: string): { answer: Answer; again: () => void } {
  const [answer, setAnswer] = useState<Answer>({ state: 'loading' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    setAnswer({ state: 'loading' })
    read(address, leaving.signal).then(setAnswer, () => {
      if (!leaving.signal.aborted) setAnswer({ state: 'failed', message: null })
    })
    return () => leaving.abort()
  }, [address, tries])
  return { answer, again: () => setTries((count) => count + 1) }
}
