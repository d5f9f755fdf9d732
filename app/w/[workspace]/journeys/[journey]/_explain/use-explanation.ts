'use client'

import { useEffect, useState } from 'react'
import type { Explanation } from '#lib/maps/explain/read-explanation'

export type Answer = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'read'; explanation: Explanation }

const FAILED = 'This could not be read. Your connection may be lost, or you were signed out.'

async function read(address: string, signal: AbortSignal): Promise<Answer> {
  const reply = await fetch(address, { signal, headers: { accept: 'application/json' } })
  // Who was signed out gets the page for signing in.
  if (!reply.headers.get('content-type')?.includes('json')) return { state: 'failed', message: FAILED }
  const body = (await reply.json()) as { data?: Explanation; detail?: string; title?: string }
  return body.data ? { state: 'read', explanation: body.data } : { state: 'failed', message: body.detail ?? body.title ?? FAILED }
}

/** How the number at this address was made; `again` asks once more. */
export function useExplanation(address: string): { answer: Answer; again: () => void } {
  const [answer, setAnswer] = useState<Answer>({ state: 'loading' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    setAnswer({ state: 'loading' })
    read(address, leaving.signal).then(setAnswer, () => {
      if (!leaving.signal.aborted) setAnswer({ state: 'failed', message: FAILED })
    })
    return () => leaving.abort()
  }, [address, tries])
  return { answer, again: () => setTries((count) => count + 1) }
}
