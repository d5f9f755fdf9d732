'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Checkbox, FieldError, TextField } from '#ui/field'
import { useWords } from '#words'
import { split } from '../actions'
import { useEditing } from '../_draft/editing'
import type { Column } from '../_board/board'

/** Two stages of one: which touchpoints go into the new one, and what it is called. */
export function SplitDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const t = useWords('editor')
  const { slug, draft, perform } = useEditing()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [fault, setFault] = useState('')
  const turn = (key: string) => setChosen((keys) => (keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]))
  const send = async (form: FormData) => {
    const touchpoints = column.cards.map(({ key }) => key).filter((key) => chosen.includes(key))
    const name = String(form.get('name')).trim()
    const early = name === '' ? t('nameless') : touchpoints.length === 0 ? t('split.nothing') : null
    const refused = early ?? (await perform(() => split(slug, { journey: draft.journey, stage: column.key, name, touchpoints })))
    setFault(refused ?? '')
    if (refused === null) onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('split.title', { stage: column.name })} description={t('split.about', { stage: column.name })}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          // Not as a form's action: React would empty the fields where it is refused.
          event.preventDefault()
          void send(new FormData(event.currentTarget))
        }}
      >
        <TextField label={t('split.name')} name="name" autoFocus maxLength={120} autoComplete="off" />
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('split.which')}</legend>
          {column.cards.map((card) => (
            <Checkbox key={card.key} label={card.name} checked={chosen.includes(card.key)} onChange={() => turn(card.key)} />
          ))}
        </fieldset>
        {fault && <FieldError>{fault}</FieldError>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('split.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
