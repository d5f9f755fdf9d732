'use client'

import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { classes } from '#ui/classes'
import { FieldError } from '#ui/field'

type NameFieldProps = {
  label: string
  name: string
  /** Answers a sentence where the name was refused. */
  onSave: (name: string) => Promise<string | null>
  className?: string
}

/** A name that becomes a field where it stands: Enter or leaving saves, Esc leaves it as it was. */
export function NameField({ label, name, onSave, className }: NameFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const done = useRef(true)

  const close = (refocus: boolean) => {
    done.current = true
    setTyped(null)
    setFault('')
    if (refocus) requestAnimationFrame(() => button.current?.focus())
  }
  const finish = async (refocus: boolean) => {
    if (done.current || typed === null) return
    const wanted = typed.trim()
    if (wanted === name) return close(refocus)
    done.current = true
    const refused = wanted === '' ? 'Give it a name.' : await onSave(wanted)
    if (refused === null) return close(refocus)
    done.current = false
    setFault(refused)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void finish(true)
    if (event.key === 'Escape') close(true)
  }

  if (typed === null) {
    return (
      <button
        ref={button}
        type="button"
        aria-label={`Rename ${label.toLowerCase()} ${name}`}
        onClick={() => {
          done.current = false
          setTyped(name)
        }}
        className={classes('group -mx-1.5 flex min-h-6 min-w-0 items-start rounded-sm px-1.5 text-left hover:bg-hover max-wide:min-h-11 max-wide:items-center max-wide:py-2.5', className)}
      >
        <span className="min-w-0 wrap-anywhere">{name}</span>
        <Pencil aria-hidden className="mt-1 -mr-4.5 ml-1.5 size-3 shrink-0 text-ink-3 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" />
      </button>
    )
  }
  return (
    <div className="min-w-0 flex-1">
      <input
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        autoFocus
        maxLength={120}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => void finish(false)}
        onKeyDown={onKeyDown}
        className={classes('-mx-1.5 w-[calc(100%+12px)] rounded-sm border bg-surface px-1.25', fault ? 'border-danger' : 'border-line-field', className)}
      />
      {fault && <FieldError id={id}>{fault}</FieldError>}
    </div>
  )
}
