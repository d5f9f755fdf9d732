'use client'

import { Check } from 'lucide-react'
import * as Radix from 'radix-ui/select'
import { SelectFace, type SelectProps } from './select'

// Radix keeps '' for "nothing chosen", while an empty value is a choice to us ("All channels").
const EMPTY = 'wayfelt-empty'
const inward = (value: string) => (value === '' ? EMPTY : value)
const outward = (value: string) => (value === EMPTY ? '' : value)

type ListProps = Pick<SelectProps, 'label' | 'labelPlace' | 'value' | 'onChange' | 'options' | 'placeholder' | 'disabled'> & { id: string; defaultOpen: boolean }

/** The select once it was opened. */
export function SelectList({ id, defaultOpen, onChange, ...face }: ListProps) {
  const { value, options, disabled } = face
  const known = options.some((option) => option.value === value)
  return (
    <Radix.Root value={known ? inward(value) : ''} onValueChange={(next) => onChange(outward(next))} disabled={disabled} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>
        <SelectFace id={id} {...face} />
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
  )
}

function Item({ option }: { option: SelectProps['options'][number] }) {
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
