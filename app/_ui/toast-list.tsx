'use client'

import { Check, TriangleAlert } from 'lucide-react'
import * as Radix from 'radix-ui/toast'
import { useWords } from '#words'
import type { Toast } from './toast'

/** Six seconds, longer while the pointer or the focus rests on it; Radix gives it its live region. */
export function ToastList({ toasts, drop }: { toasts: readonly Toast[]; drop: (id: number) => void }) {
  const t = useWords('ui')
  return (
    <Radix.Provider duration={6000} swipeDirection="left">
      {toasts.map((toast) => (
        <Radix.Root
          key={toast.id}
          type="background"
          onOpenChange={(open) => !open && drop(toast.id)}
          className="flex min-h-11 animate-[appear_160ms] items-center gap-2.5 rounded-lg border border-line bg-surface px-3.5 py-2 text-sm shadow-md"
        >
          {toast.tone === 'done' ? (
            <Check aria-hidden className="size-4 shrink-0 text-accent-text" />
          ) : (
            <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
          )}
          <Radix.Description>{toast.text}</Radix.Description>
          {toast.undo && (
            <Radix.Action altText={t('undo')} onClick={toast.undo} className="link ml-auto pl-4 font-medium">
              {t('undo')}
            </Radix.Action>
          )}
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed bottom-5 left-5 z-50 flex w-max max-w-[calc(100vw-40px)] flex-col gap-2 outline-none max-wide:bottom-20" />
    </Radix.Provider>
  )
}
