'use client'

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { ConfirmDialog } from '#ui/dialog'
import { useWords } from '#words'
import { AnswerRow } from './answer-row'
import { NOTHING, onPage, type Selection, turn, turnAll } from './selection'
import type { ShownAnswer } from './shown'
import { useReview } from './use-review'

type ListProps = { slug: string; versionsHref: string; answers: readonly ShownAnswer[]; mayReview: boolean }

/** Space or X selects, with Shift up to here; the arrow keys go from one answer to the next. */
export function AnswerList({ slug, versionsHref, answers, mayReview }: ListProps) {
  const t = useWords('answers')
  const list = useRef<HTMLUListElement>(null)
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const [erasing, setErasing] = useState<string | null>(null)
  const { shown, busy, review, erase } = useReview(slug, answers)
  const ids = shown.map(({ id }) => id)
  const chosen = onPage(selection, ids)

  const decide = (of: readonly string[], held: boolean) => {
    const others = of.filter((id) => shown.some((answer) => answer.id === id && answer.held !== held))
    if (others.length > 0) review(others, held)
    setSelection(NOTHING)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-answer]') : null
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && event.target instanceof HTMLInputElement) {
      const next = list.current?.querySelectorAll<HTMLInputElement>('[data-answer] input[type=checkbox]')[ids.indexOf(row.dataset.answer ?? '') + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    } else if (event.key.toLowerCase() === 'x') setSelection((old) => turn(old, ids, row.dataset.answer ?? '', event.shiftKey))
    else if (event.key === 'Escape') setSelection(NOTHING)
  }
  return (
    <>
      {mayReview && <Bar count={chosen.length} of={ids.length} busy={busy} onAll={() => setSelection((old) => turnAll(old, ids))} onDecide={(held) => decide(chosen, held)} />}
      <Card>
        <ul ref={list} aria-label={t('each.list')} aria-busy={busy || undefined} onKeyDown={mayReview ? onKeyDown : undefined}>
          {shown.map((answer) => (
            <AnswerRow
              key={answer.id}
              answer={answer}
              versionsHref={versionsHref}
              review={
                mayReview
                  ? {
                      selected: selection.chosen.has(answer.id),
                      onSelect: (range) => setSelection((old) => turn(old, ids, answer.id, range)),
                      onDecide: (held) => decide([answer.id], held),
                      onErase: () => setErasing(answer.id),
                    }
                  : null
              }
            />
          ))}
        </ul>
      </Card>
      <ConfirmDialog
        open={erasing !== null}
        onOpenChange={(open) => !open && setErasing(null)}
        title={t('each.eraseTitle')}
        description={t('each.eraseSays')}
        confirmLabel={t('each.erase')}
        busyLabel={t('each.erasing')}
        busy={busy}
        danger
        onConfirm={() => erasing !== null && erase(erasing, () => setErasing(null))}
      />
    </>
  )
}

type BarProps = { count: number; of: number; busy: boolean; onAll: () => void; onDecide: (held: boolean) => void }

/** Stays where it is, also with nothing selected, so that the focus is not lost and no answer jumps. */
function Bar({ count, of, busy, onAll, onDecide }: BarProps) {
  const t = useWords('answers')
  const key = (text: ReactNode) => <kbd className="font-sans font-medium">{text}</kbd>
  const act = (held: boolean) => () => count > 0 && onDecide(held)
  return (
    <div role="group" aria-label={t('each.review')} className="sticky top-12 z-10 -mx-1 mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 bg-bg px-1 py-1.5">
      <label className="flex min-h-(--ctl-h) items-center gap-2 pl-3.5 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={count === of}
          ref={(box) => void (box && (box.indeterminate = count > 0 && count < of))}
          onChange={onAll}
        />
        <span className="text-ink-2">{count === 0 ? t('each.selectAll') : t('each.selected', { n: count })}</span>
      </label>
      <span className="text-xs text-ink-3 max-wide:hidden">{t.rich('each.keys', { key })}</span>
      <span className="ml-auto flex gap-2">
        <Button onClick={act(false)} aria-disabled={count === 0 || busy || undefined}>
          {t('each.count')}
        </Button>
        <Button onClick={act(true)} aria-disabled={count === 0 || busy || undefined}>
          {t('each.holdBack')}
        </Button>
      </span>
    </div>
  )
}
