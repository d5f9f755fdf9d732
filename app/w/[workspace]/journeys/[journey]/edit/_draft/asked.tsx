'use client'

import { Users } from 'lucide-react'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { useEditing } from './editing'
import { isPlaced } from './placed'

/** Two people changed the same thing: what the other one wrote stands, and here it is asked which of the two stays. */
export function Asked({ at }: { at: (cell: string) => boolean }) {
  const t = useWords('editor.asked')
  const toast = useToast()
  const { questions, keepTheirs, useMine } = useEditing()
  const settle = async (kept: Promise<string | null>) => {
    const refused = await kept
    if (refused !== null) toast(refused, { tone: 'error' })
  }
  return questions
    .filter((question) => at(question.at))
    .map((question) => (
      <div key={question.id} role="alert" className="mt-1.5 rounded-md bg-warn-soft p-2.5 text-xs font-normal tracking-normal text-warn">
        <p className="flex items-start gap-1.5">
          <Users aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{question.message}</span>
        </p>
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button onClick={() => void settle(keepTheirs(question))}>{t('keep')}</Button>
          <Button onClick={() => void settle(useMine(question))}>{t('mine')}</Button>
        </div>
      </div>
    ))
}

/** Questions about what has no place of its own on the board, or whose place somebody has taken off it meanwhile. */
export function AskedAbove() {
  const { document } = useEditing()
  return <Asked at={(cell) => !isPlaced(document, cell)} />
}
