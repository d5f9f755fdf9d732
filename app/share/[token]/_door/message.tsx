import type { ReactNode } from 'react'
import { Logo } from '#ui/logo'

/** Why there is no map here, in a sentence that says nothing of whose it is. */
export function Message({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-(--page)">
      <Logo />
      <h1 className="mt-8 text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-1.5 text-ink-2">{text}</p>
      {children}
    </main>
  )
}
