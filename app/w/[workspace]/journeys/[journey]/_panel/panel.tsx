'use client'

import { X } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import * as Radix from 'radix-ui/dialog'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'

/** `head`: what else stands beside the title. */
type PanelProps = { title: string; head?: ReactNode; stage: string; closeHref: string; children: ReactNode }

/** What a stage is made of, over the map. The address opens it; Esc, the scrim and the cross close it. */
export function Panel({ title, head, stage, closeHref, children }: PanelProps) {
  const t = useWords('panel')
  const router = useRouter()
  const open = useSearchParams().get('stage') === stage
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    // An address that opened the panel by itself has no opener: the stage's point on the curve takes its place.
    const point = () => [...document.querySelectorAll(`a[data-stage="${CSS.escape(stage)}"]`)].find((each) => each.checkVisibility())
    opener.current ??= point() ?? null
  }, [stage])
  // The map below is there already: the panel goes at once, and the server is asked after that.
  const close = () => {
    window.history.pushState(null, '', closeHref)
    router.refresh()
  }
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 animate-[appear_160ms] bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            if (document.activeElement instanceof HTMLAnchorElement) opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="fixed inset-y-0 right-0 z-30 w-[640px] max-w-full animate-[slide-in_240ms_var(--ease)] overflow-y-auto border-l border-line bg-surface shadow-lg outline-none max-wide:border-l-0"
        >
          <header className="sticky top-0 z-10 flex items-center gap-3 border-b border-line bg-surface px-5 py-3">
            <div className="min-w-0 flex-1 gap-x-3 wide:flex wide:items-baseline">
              <Radix.Title className="shrink-0 text-xl font-semibold tracking-tight">{title}</Radix.Title>
              {head}
            </div>
            <a href="#comments" className="link text-sm max-wide:py-3">
              {t('toComments')}
            </a>
            <Radix.Close asChild>
              <Button look="ghost" size="icon" aria-label={t('close')}>
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
