'use client'

import * as Dialog from 'radix-ui/dialog'
import * as Popover from 'radix-ui/popover'
import { useMemo, useRef } from 'react'
import { useWide } from '#ui/wide'
import { useWords } from '#words'
import { ExplanationBody } from './body'

/** The number that was asked about, and the address that explains it. */
export type Opened = { element: HTMLElement; address: string }

type PanelProps = { opened: Opened; close: () => void; giveBack: () => void }

/** The focus goes to the panel, not to its first link, so that it is read from its beginning. */
function focusPanel(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true })
}

/** Beside the number; on a phone a sheet at the foot. Esc, a click elsewhere and the cross close it. */
export function ExplainPanel({ opened, close, giveBack }: PanelProps) {
  const t = useWords('explain')
  const wide = useWide()
  const isGone = useRef(false)
  const onCloseAutoFocus = (event: Event) => {
    event.preventDefault()
    // Who has clicked elsewhere has chosen where to be.
    if (!isGone.current) giveBack()
  }
  const body = <ExplanationBody address={opened.address} close={close} />
  const onOpenChange = (open: boolean) => !open && close()
  if (wide === null) return null
  if (!wide) {
    return (
      <Dialog.Root open onOpenChange={onOpenChange}>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 animate-[appear_160ms] bg-scrim" />
          <Dialog.Content
            aria-describedby={undefined}
            onOpenAutoFocus={focusPanel}
            onCloseAutoFocus={onCloseAutoFocus}
            className="fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] animate-[appear_160ms] overflow-y-auto rounded-t-lg border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] shadow-lg outline-none"
          >
            <Dialog.Title className="sr-only">{t('label')}</Dialog.Title>
            {body}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    )
  }
  return (
    // Over a stage's panel, which holds the focus and closes at a click outside, it has to hold both itself.
    <Popover.Root open onOpenChange={onOpenChange} modal={opened.element.closest('[role="dialog"]') !== null}>
      <NumberAnchor element={opened.element} />
      <Popover.Portal>
        <Popover.Content
          aria-label={t('label')}
          side="right"
          align="start"
          sideOffset={10}
          collisionPadding={12}
          onOpenAutoFocus={focusPanel}
          onInteractOutside={() => {
            isGone.current = true
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          className="z-40 max-h-(--radix-popover-content-available-height) w-110 animate-[appear_90ms] overflow-y-auto rounded-lg border border-line bg-surface shadow-md outline-none"
        >
          {body}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Where the number stands; where it last stood, once a live map has taken it away. */
function NumberAnchor({ element }: { element: HTMLElement }) {
  const place = useMemo(() => {
    let last = element.getBoundingClientRect()
    return {
      current: {
        getBoundingClientRect: () => {
          if (element.isConnected) last = element.getBoundingClientRect()
          return last
        },
      },
    }
  }, [element])
  return <Popover.Anchor virtualRef={place} />
}
