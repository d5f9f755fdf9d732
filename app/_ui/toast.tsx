'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { onUse, WhenOpened } from './on-use'

export type Toast = { id: number; text: string; tone: 'done' | 'error'; undo?: () => void }
type Show = (text: string, more?: { undo?: () => void; tone?: Toast['tone'] }) => void

const ToastList = onUse(() => import('./toast-list'), 'ToastList')

const Shown = createContext<Show>(() => {})

/** `const toast = useToast()`, then `toast('Renewal archived.', { undo: () => restore() })`. */
export const useToast = (): Show => useContext(Shown)

let count = 0

/** Where toasts are shown; the first one fetches what draws them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const show = useCallback<Show>((text, { undo, tone = 'done' } = {}) => {
    count += 1
    setToasts((others) => [...others.slice(-2), { id: count, text, tone, undo }])
  }, [])
  return (
    <Shown value={show}>
      {children}
      <WhenOpened open={toasts.length > 0}>
        <ToastList toasts={toasts} drop={(id) => setToasts((others) => others.filter((toast) => toast.id !== id))} />
      </WhenOpened>
    </Shown>
  )
}
