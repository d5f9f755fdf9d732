'use client'

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import { useAnchor } from '../_draft/use-anchor'

type AddProps = { label: string; fieldLabel: string; onAdd: (name: string) => Promise<string | null>; anchor?: string; className?: string }

/** A button that becomes a field. After each name it waits for the next; Esc or an empty name ends it. */
export function AddField({ label, fieldLabel, onAdd, anchor = 'add', className }: AddProps) {
  const t = useWords('editor')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [fault, setFault] = useState('')
  const busy = useRef(false)
  useAnchor(anchor, () => setOpen(true))
  const close = () => {
    setOpen(false)
    setName('')
    setFault('')
  }
  const add = async () => {
    if (busy.current) return
    if (name.trim() === '') return close()
    busy.current = true
    const refused = await onAdd(name.trim())
    busy.current = false
    setFault(refused ?? '')
    if (refused === null) setName('')
  }
  if (!open) {
    return (
      <Button look="ghost" onClick={() => setOpen(true)} className={classes('justify-start', className)}>
        <Plus aria-hidden className="size-3.5 shrink-0" />
        {label}
      </Button>
    )
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <TextField label={fieldLabel} labelHidden placeholder={fieldLabel} autoFocus maxLength={120} value={name} error={fault} onChange={(event) => setName(event.target.value)} />
      <div className="flex gap-2">
        <Button type="submit">{t('add.submit')}</Button>
        <Button look="ghost" onClick={close}>
          {t('add.done')}
        </Button>
      </div>
    </form>
  )
}
