'use client'

import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { classes } from '#ui/classes'
import { FieldError } from '#ui/field'
import { useWords } from '#words'
import { useEditing } from '../_draft/editing'
import { useTakenAway } from '../_draft/use-taken-away'

type NameFieldProps = {
  label: string
  /** What its button says it does. */
  rename: string
  name: string
  cell: string
  className?: string
}

/** A name that becomes a field where it stands: Enter or leaving saves, Esc leaves it as it was. */
export function NameField({ label, rename, name, cell, className }: NameFieldProps) {
  const t = useWords('editor')
  const { write, revisionOf } = useEditing()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const done = useRef(true)
  // As it stood when somebody began to type: what is changed by others meanwhile is asked about, not overwritten.
  const begun = useRef({ name, seen: 0 })

  const close = (refocus: boolean) => {
    done.current = true
    setTyped(null)
    setFault('')
    if (refocus) requestAnimationFrame(() => button.current?.focus())
  }
  const finish = async (refocus: boolean) => {
    if (done.current || typed === null) return
    const wanted = typed.trim()
    if (wanted === begun.current.name) return close(refocus)
    done.current = true
    const refused = wanted === '' ? t('nameless') : await write([{ cell, value: wanted, seen: begun.current.seen }])
    if (refused === null) return close(refocus)
    done.current = false
    setFault(refused)
  }
  useTakenAway(cell, begun.current.name, () => {
    const wanted = done.current ? '' : (typed ?? '').trim()
    return wanted === '' || wanted === begun.current.name ? [] : [{ cell, value: wanted, seen: begun.current.seen }]
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void finish(true)
    if (event.key === 'Escape') close(true)
  }

  if (typed === null) {
    return (
      <button
        ref={button}
        type="button"
        aria-label={rename}
        onClick={() => {
          done.current = false
          begun.current = { name, seen: revisionOf(cell) }
          setTyped(name)
        }}
        className={classes('group/name -mx-1.5 flex min-h-6 min-w-0 items-start rounded-sm px-1.5 text-left hover:bg-hover max-wide:min-h-11 max-wide:items-center max-wide:py-2.5', className)}
      >
        <span className="min-w-0 wrap-anywhere">{name}</span>
        <Pencil aria-hidden className="mt-1 -mr-4.5 ml-1.5 size-3 shrink-0 text-ink-3 opacity-0 group-hover/name:opacity-100 group-focus-visible/name:opacity-100" />
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
        className={classes('-ml-1.5 w-[calc(100%+2px)] rounded-sm border bg-surface px-1.25', fault ? 'border-danger' : 'border-line-field', className)}
      />
      {/* It stands in a heading, but is none of it. */}
      {fault && (
        <div className="font-normal tracking-normal">
          <FieldError id={id}>{fault}</FieldError>
        </div>
      )}
    </div>
  )
}
