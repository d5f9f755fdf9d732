'use client'

import * as Radix from 'radix-ui/popover'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'

export type BoxProps = { open: boolean; onOpenChange: (open: boolean) => void; label: string; trigger: ReactElement; className?: string; children: ReactNode }

/** The popover once it was opened. */
export function PopoverBox({ open, onOpenChange, label, trigger, className, children }: BoxProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          // By itself the focus would go past links into a date, and a phone would open its calendar.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          className={classes(
            'z-40 max-h-(--radix-popover-content-available-height) overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-md outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
