'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useTransition } from 'react'
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

  /** Resolves to what was wrong, or to nothing. What follows is shown together with the page that was read anew, which may wait for the recount. */
  const run = async (change: typeof declareSegment | typeof withdrawSegment, name: string, then: () => void): Promise<string> => {
    const result = await change(slug, { journey, name }).catch(() => null)
    if (!result?.ok) return result ? faultOf(result.problem) : t('failed')
    startTransition(() => {
      router.refresh()
      then()
    })
    return ''
  }
  const declare = (name: string, then = () => {}) =>
    run(declareSegment, name, () => {
      toast(t('segments.declared', { name: name.trim() }))
      then()
    })
  return {
    busy,
    declare,
    withdraw: (name: string, then: () => void) =>
      start(async () => {
        const back = async () => {
          const refused = await declare(name)
          if (refused) toast(refused, { tone: 'error' })
        }
        const wrong = await run(withdrawSegment, name, () => {
          then()
          toast(t('segments.withdrawn', { name }), { undo: () => start(back) })
        })
        if (!wrong) return
        then()
        toast(wrong, { tone: 'error' })
      }),
  }
}
