'use client'

import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'

/** A stage over a map that only shows: shared, or of the past. The address opens it; Esc, the scrim and the cross close it. */
export function FactsPanel({ title, closeHref, children }: { title: string; closeHref: string; children: ReactNode }) {
  const t = useWords('shares')
  const router = useRouter()
  return (
    <Radix.Root open onOpenChange={(open) => !open && router.push(closeHref, { scroll: false })}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 animate-[appear_160ms] bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-30 w-[560px] max-w-full animate-[slide-in_240ms_var(--ease)] overflow-y-auto border-l border-line bg-surface shadow-lg outline-none max-wide:border-l-0"
        >
          <header className="sticky top-0 z-10 flex items-center gap-3 border-b border-line bg-surface px-5 py-3">
            <Radix.Title className="text-xl font-semibold tracking-tight">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="ghost" size="icon" aria-label={t('public.close')} className="ml-auto">
                <X aria-hidden className="size-4" />
              </Button>
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
