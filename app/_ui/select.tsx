'use client'

import { Check, ChevronDown } from 'lucide-react'
import * as Radix from 'radix-ui/select'
import { useId } from 'react'
import { classes } from './classes'

export type Option = { value: string; label: string; detail?: string; disabled?: boolean }

type SelectProps = {
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

// Radix keeps '' for "nothing chosen", while an empty value is a choice to us ("All channels").
const EMPTY = 'wayfelt-empty'
const inward = (value: string) => (value === '' ? EMPTY : value)
const outward = (value: string) => (value === EMPTY ? '' : value)

export function Select({ label, value, onChange, options, labelPlace = 'inside', placeholder, name, disabled, className }: SelectProps) {
  const id = useId()
  const known = options.some((option) => option.value === value)
  return (
    <div className={className}>
      <span id={id} className={labelPlace === 'above' ? 'mb-1.5 block text-sm font-medium' : 'sr-only'}>
        {label}
      </span>
      {name && <input type="hidden" name={name} value={value} />}
      <Radix.Root value={known ? inward(value) : ''} onValueChange={(next) => onChange(outward(next))} disabled={disabled}>
        <Radix.Trigger
          aria-labelledby={`${id} ${id}-value`}
          className={classes(
            'inline-flex max-w-full items-center gap-1.5 rounded-md border bg-surface px-2.5 text-sm whitespace-nowrap shadow-sm hover:bg-hover disabled:opacity-55',
            labelPlace === 'above' ? 'h-9 w-full border-line-field max-wide:h-11' : 'h-(--ctl-h) border-line-strong',
          )}
        >
          {labelPlace === 'inside' && <span className="text-ink-3">{label}</span>}
          <span id={`${id}-value`} className={classes('truncate', known || labelPlace !== 'above' ? 'font-medium' : 'text-ink-3')}>
            <Radix.Value placeholder={placeholder ?? 'Choose'} />
          </span>
          <ChevronDown aria-hidden className="ml-auto size-3.5 shrink-0 text-ink-3" />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            position="popper"
            sideOffset={6}
            className="z-40 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border border-line bg-surface shadow-md"
          >
            <Radix.Viewport className="p-1">
              {options.map((option) => (
                <Item key={option.value} option={option} />
              ))}
            </Radix.Viewport>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </div>
  )
}

function Item({ option }: { option: Option }) {
  return (
    <Radix.Item
      value={inward(option.value)}
      disabled={option.disabled}
      className="relative flex h-8 items-center gap-6 rounded-sm pr-2.5 pl-8 text-sm outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-hover max-wide:h-11"
    >
      <Radix.ItemIndicator className="absolute left-2.5 text-accent-text">
        <Check aria-hidden className="size-3.5" />
      </Radix.ItemIndicator>
      <Radix.ItemText>{option.label}</Radix.ItemText>
      {option.detail !== undefined && <span className="ml-auto text-ink-2">{option.detail}</span>}
    </Radix.Item>
  )
}
