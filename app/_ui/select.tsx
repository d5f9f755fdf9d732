'use client'

import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, Suspense, useId, useState } from 'react'
import { useWords } from '#words'
import { classes } from './classes'
import { onUse } from './on-use'

const load = () => import('./select-list')
const SelectList = onUse(load, 'SelectList')

export type Option = { value: string; label: string; detail?: string; disabled?: boolean }

export type SelectProps = {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
  /** inside: grey, before the value (filters); above: as other fields; hidden: for screen readers only. */
  labelPlace?: 'inside' | 'above' | 'hidden'
  placeholder?: string
  name?: string
  disabled?: boolean
  className?: string
}

/** A choice of one. Its list is fetched when somebody comes near it. */
export function Select({ name, className, onChange, ...rest }: SelectProps) {
  const { label, labelPlace = 'inside', value } = rest
  const id = useId()
  const [used, setUsed] = useState(false)
  const face = { ...rest, labelPlace, id }
  const open = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setUsed(true)
  }
  const closed = (
    <SelectFace
      {...face}
      role="combobox"
      aria-expanded={false}
      aria-haspopup="listbox"
      data-state="closed"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setUsed(true)}
      onKeyDown={open}
    />
  )
  return (
    <div className={className}>
      <span id={id} className={labelPlace === 'above' ? 'mb-1.5 block text-sm font-medium' : 'sr-only'}>
        {label}
      </span>
      {name && <input type="hidden" name={name} value={value} />}
      {used ? (
        <Suspense fallback={closed}>
          <SelectList {...face} onChange={onChange} defaultOpen />
        </Suspense>
      ) : (
        closed
      )}
    </div>
  )
}

type FaceProps = Omit<ComponentProps<'button'>, 'value' | 'onChange'> & Pick<SelectProps, 'label' | 'labelPlace' | 'value' | 'options' | 'placeholder' | 'disabled'> & { id: string }

/** What is seen of a select while it is closed. */
export function SelectFace({ id, label, labelPlace, value, options, placeholder, ...rest }: FaceProps) {
  const t = useWords('ui')
  const known = options.find((option) => option.value === value)
  return (
    <button
      type="button"
      aria-labelledby={`${id} ${id}-value`}
      className={classes(
        'inline-flex max-w-full items-center gap-1.5 rounded-md border bg-surface px-2.5 text-sm whitespace-nowrap shadow-sm hover:bg-hover disabled:opacity-55',
        labelPlace === 'above' ? 'h-9 w-full border-line-field max-wide:h-11' : 'h-(--ctl-h) border-line-strong',
      )}
      {...rest}
    >
      {labelPlace === 'inside' && <span className="text-ink-3">{label}</span>}
      <span id={`${id}-value`} className={classes('truncate', known || labelPlace !== 'above' ? 'font-medium' : 'text-ink-3')}>
        {known?.label ?? placeholder ?? t('choose')}
      </span>
      <ChevronDown aria-hidden className="ml-auto size-3.5 shrink-0 text-ink-3" />
    </button>
  )
}
