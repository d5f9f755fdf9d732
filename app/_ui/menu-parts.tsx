'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import * as Radix from 'radix-ui/dropdown-menu'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'
import type { ChoiceProps, ItemProps } from './menu'

const ITEM =
  'flex min-h-8 items-center gap-2 rounded-sm px-2.5 py-1 text-sm outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-hover max-wide:min-h-11'

export function OpenMenu({ trigger, children, align }: { trigger: ReactElement; children: ReactNode; align: 'start' | 'end' }) {
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-auto rounded-lg border border-line bg-surface p-1 shadow-md"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function Item({ onSelect, danger, disabled, children }: ItemProps) {
  return (
    <Radix.Item onSelect={onSelect} disabled={disabled} className={classes(ITEM, danger && 'text-danger')}>
      {children}
    </Radix.Item>
  )
}

export function LinkItem({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <Radix.Item asChild>
      <Link href={href} aria-current={current ? 'true' : undefined} className={ITEM}>
        {children}
        {current && <Check aria-hidden className="ml-auto size-3.5 text-accent-text" />}
      </Link>
    </Radix.Item>
  )
}

export const Label = ({ children }: { children: ReactNode }) => <Radix.Label className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{children}</Radix.Label>

export const Line = () => <Radix.Separator className="my-1 h-px bg-line" />

export function Choice({ value, onChange, options }: ChoiceProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          {option.label}
          <Radix.ItemIndicator className="ml-auto text-accent-text">
            <Check aria-hidden className="size-3.5" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}
