'use client'

import { X } from 'lucide-react'
import * as Alert from 'radix-ui/alert-dialog'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { useWords } from '#words'
import { Button } from './button'
import { useOpener } from './opener'

const SCRIM = 'fixed inset-0 z-30 animate-[appear_160ms] bg-scrim'
const BOX =
  'fixed top-1/2 left-1/2 z-40 max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 animate-[appear_160ms] overflow-auto rounded-lg border border-line bg-surface p-5 shadow-lg'

export type Base = { open: boolean; onOpenChange: (open: boolean) => void; title: string }

export type DialogProps = Base & { description?: ReactNode; children: ReactNode; footer?: ReactNode }

export function DialogBox({ open, onOpenChange, title, description, children, footer }: DialogProps) {
  const t = useWords('ui')
  const focus = useOpener(open)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content className={`${BOX} max-w-lg`} {...focus} {...(description ? {} : { 'aria-describedby': undefined })}>
          <div className="flex items-start gap-3">
            <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="ghost" size="icon" aria-label={t('close')} className="-mt-1 -mr-2 ml-auto">
                <X aria-hidden className="size-4" />
              </Button>
            </Radix.Close>
          </div>
          {description && <Radix.Description className="mt-1 text-sm text-ink-2">{description}</Radix.Description>}
          <div data-dialog-body className="mt-4">
            {children}
          </div>
          {footer && <div className="mt-5 flex flex-wrap justify-end gap-2">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export type ConfirmProps = Base & { description: ReactNode; confirmLabel: string; onConfirm: () => void; danger?: boolean; busy?: boolean; busyLabel?: string }

export function ConfirmBox({ open, onOpenChange, title, description, confirmLabel, onConfirm, danger, busy, busyLabel }: ConfirmProps) {
  const t = useWords('ui')
  const { onCloseAutoFocus } = useOpener(open)
  return (
    <Alert.Root open={open} onOpenChange={onOpenChange}>
      <Alert.Portal>
        <Alert.Overlay className={SCRIM} />
        <Alert.Content className={`${BOX} max-w-sm`} onCloseAutoFocus={onCloseAutoFocus}>
          <Alert.Title className="text-lg font-semibold tracking-tight">{title}</Alert.Title>
          <Alert.Description className="mt-1.5 text-sm text-ink-2">{description}</Alert.Description>
          <div className="mt-5 flex justify-end gap-2">
            <Alert.Cancel asChild>
              <Button>{t('cancel')}</Button>
            </Alert.Cancel>
            <Button look={danger ? 'danger' : 'primary'} busy={busy} busyLabel={busyLabel} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </Alert.Content>
      </Alert.Portal>
    </Alert.Root>
  )
}
