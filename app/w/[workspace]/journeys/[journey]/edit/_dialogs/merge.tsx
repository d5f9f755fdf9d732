'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FieldError, RadioCard } from '#ui/field'
import { useWords } from '#words'
import { merge } from '../actions'
import { useEditing } from '../_draft/editing'
import type { Board, Column } from '../_board/board'

/** One stage of two, and in words what happens to the answers. */
export function MergeDialog({ column, board, onClose }: { column: Column; board: Board; onClose: () => void }) {
  const t = useWords('editor')
  const { slug, draft, perform } = useEditing()
  const others = board.filter((each) => each.key !== column.key)
  const place = board.findIndex((each) => each.key === column.key)
  const [into, setInto] = useState((board[place - 1] ?? board[place + 1])?.key ?? '')
  const [fault, setFault] = useState('')
  const target = others.find((each) => each.key === into)
  const send = async () => {
    const refused = await perform(() => merge(slug, { journey: draft.journey, from: column.key, into }))
    setFault(refused ?? '')
    if (refused === null) onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('merge.title', { stage: column.name })} description={t('merge.about')}>
      <form action={send} className="grid gap-4">
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">{t('merge.into')}</legend>
          {others.map((each) => (
            <RadioCard key={each.key} name="into" value={each.key} label={each.name} checked={each.key === into} onChange={() => setInto(each.key)} />
          ))}
        </fieldset>
        {target && (
          <ul className="list-disc space-y-1 pl-4 text-sm text-ink-2">
            {column.cards.length > 0 && <li>{t('merge.moves', { names: column.cards.map((card) => card.name).join(', '), into: target.name, n: column.cards.length })}</li>}
            <li>{t('merge.overall', { stage: column.name, into: target.name })}</li>
            <li>{t('merge.gone', { stage: column.name })}</li>
          </ul>
        )}
        {fault && <FieldError>{fault}</FieldError>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('merge.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
