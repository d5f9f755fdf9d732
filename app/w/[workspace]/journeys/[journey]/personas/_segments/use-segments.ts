'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { declare as declareSegment, withdraw as withdrawSegment } from '../actions'

/** Declares and withdraws attributes; each can be taken back by the other, which counts once more. */
export function useSegments(slug: string, journey: string) {
  const t = useWords('personas')
  const toast = useToast()
  const router = useRouter()
  const [busy, start] = useTransition()

  /** Resolves to what was wrong, or to nothing. */
  const run = async (change: typeof declareSegment | typeof withdrawSegment, name: string): Promise<string> => {
    const result = await change(slug, { journey, name }).catch(() => null)
    if (!result?.ok) return result ? faultOf(result.problem) : t('failed')
    router.refresh()
    return ''
  }
  const declare = async (name: string): Promise<string> => {
    const wrong = await run(declareSegment, name)
    if (!wrong) toast(t('segments.declared', { name: name.trim() }))
    return wrong
  }
  return {
    busy,
    declare,
    withdraw: (name: string, done: () => void) =>
      start(async () => {
        const wrong = await run(withdrawSegment, name)
        done()
        if (wrong) return toast(wrong, { tone: 'error' })
        const back = async () => {
          const refused = await declare(name)
          if (refused) toast(refused, { tone: 'error' })
        }
        toast(t('segments.withdrawn', { name }), { undo: () => start(back) })
      }),
  }
}
