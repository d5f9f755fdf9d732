import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { eraseResponse, reviewResponses } from '../actions'
import type { ShownAnswer } from './shown'

/**
 * What the list shows before the server has said yes: a decision is drawn at once, and taken back with a sentence where it was
 * refused. When the page brings new rows, these are believed.
 */
export function useReview(slug: string, answers: readonly ShownAnswer[]) {
  const [router, toast, t] = [useRouter(), useToast(), useWords('answers')]
  const [busy, start] = useTransition()
  const [drawn, setDrawn] = useState<{ of: readonly ShownAnswer[]; held: ReadonlyMap<string, boolean> }>({ of: answers, held: new Map() })
  const decided = drawn.of === answers ? drawn.held : new Map<string, boolean>()
  const shown = answers.map((answer) => ({ ...answer, held: decided.get(answer.id) ?? answer.held }))

  const draw = (ids: readonly string[], held: boolean) =>
    setDrawn(({ of, held: before }) => ({ of: answers, held: new Map([...(of === answers ? before : []), ...ids.map((id) => [id, held] as const)]) }))

  const review = (ids: readonly string[], held: boolean, isUndo = false) => {
    draw(ids, held)
    start(async () => {
      const result = await reviewResponses(slug, { ids: [...ids], held }).catch(() => null)
      if (!result?.ok) {
        draw(ids, !held)
        return toast(result ? faultOf(result.problem) : t('each.notChanged'), { tone: 'error' })
      }
      const said = t(held ? 'each.saidHeld' : 'each.saidCounted', { n: ids.length })
      toast(isUndo ? t('each.undone') : said, isUndo ? {} : { undo: () => review(ids, !held, true) })
      router.refresh()
    })
  }

  const erase = (id: string, done: () => void) =>
    start(async () => {
      const result = await eraseResponse(slug, { id }).catch(() => null)
      done()
      if (!result?.ok) return toast(result ? faultOf(result.problem) : t('each.notErased'), { tone: 'error' })
      toast(t('each.erased'))
      router.refresh()
    })

  return { shown, busy, review, erase }
}
