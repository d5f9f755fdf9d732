'use client'

import * as Radix from 'radix-ui/tabs'
import type { ReactNode } from 'react'

export type Tab = { value: string; label: string; content: ReactNode }

type TabsProps = { label: string; tabs: readonly Tab[]; defaultValue?: string; value?: string; onChange?: (value: string) => void }

/** Tabs for parts of a panel; the views of a page have addresses and use SegmentLinks. */
export function Tabs({ label, tabs, defaultValue, value, onChange }: TabsProps) {
  return (
    <Radix.Root defaultValue={defaultValue ?? tabs[0]?.value} value={value} onValueChange={onChange}>
      <Radix.List aria-label={label} className="mb-3.5 flex gap-4.5 border-b border-line text-sm">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px border-b-2 border-transparent pb-2 font-medium text-ink-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink max-wide:pt-2.5"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
