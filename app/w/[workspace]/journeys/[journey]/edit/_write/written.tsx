'use client'

import { Plus } from 'lucide-react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { FieldError } from '#ui/field'
import { useWords } from '#words'
import { Asked } from '../_draft/asked'
import { useEditing } from '../_draft/editing'
import { useAnchor } from '../_draft/use-anchor'

type CellProps = { label: string; className?: string; children: ReactNode }

/** A cell of the board: one lane at one stage. The lane's name stands in the gutter, on a small screen in the cell. */
export function LaneCell({ label, className, children }: CellProps) {
  return (
    <div className={classes('min-w-0 border-t border-grid px-2.5 py-2 text-sm wide:border-line', className)}>
      <h3 className="mb-1 text-xs font-medium text-ink-3 wide:hidden">{label}</h3>
      {children}
    </div>
  )
}

type WrittenProps = {
  cell: string
  /** What is edited, in words: "Owner of Purchase". */
  name: string
  /** Null where nothing is written yet: `add` then offers to. */
  shown: ReactNode | null
  add: string
  /** The fields; their form is around them. */
  fields: ReactNode
  /** What stands in the form: a value, null for none. */
  read: (form: FormData) => unknown
}

/** A value that becomes a form where it stands. Enter or Save keeps it, Esc leaves it; meanwhile nobody else's change touches it. */
export function Written({ cell, name, shown, add, fields, read }: WrittenProps) {
  const t = useWords('editor')
  const { write, revisionOf } = useEditing()
  const [seen, setSeen] = useState<number | null>(null)
  const [fault, setFault] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setSeen(null)
    setFault('')
    requestAnimationFrame(() => button.current?.focus())
  }
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const value = read(new FormData(event.currentTarget))
    const saved = write([{ cell, value, seen: seen ?? undefined }])
    const refused = await saved
    setFault(refused ?? '')
    if (refused === null) close()
  }
  const begin = () => setSeen(revisionOf(cell))
  useAnchor(cell, begin)
  return (
    <>
      {seen !== null ? (
        <form aria-label={name} className="grid gap-2" onSubmit={(event) => void save(event)} onKeyDown={(event) => event.key === 'Escape' && close()}>
          {fields}
          {fault && <FieldError>{fault}</FieldError>}
          <div className="flex flex-wrap gap-1.5">
            <Button type="submit">{t('save')}</Button>
            <Button look="ghost" onClick={close}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : shown === null ? (
        <Button ref={button} look="ghost" onClick={begin} aria-label={`${add}: ${name}`} className="-mx-1.5 -my-1 h-7! justify-start px-1.5! font-normal text-ink-3! max-wide:my-0 max-wide:h-11!">
          <Plus aria-hidden className="size-3.5" />
          {add}
        </Button>
      ) : (
        <button
          ref={button}
          type="button"
          onClick={begin}
          className="-mx-1.5 -my-1 block w-[calc(100%+12px)] rounded-sm px-1.5 py-1 text-left hover:bg-hover max-wide:min-h-11"
        >
          <span className="sr-only">{t('change', { name })} </span>
          {shown}
        </button>
      )}
      <Asked at={(each) => each === cell} />
    </>
  )
}
