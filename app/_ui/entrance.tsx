import type { ReactNode } from 'react'
import { useWords } from '#words'
import { Logo } from './logo'

/** The plain page before a workspace: signing in, signing up, choosing a workspace. */
export function Entrance({ title, place, children }: { title: string; place: string; children: ReactNode }) {
  const t = useWords('ui')
  return (
    <div className="flex min-h-dvh flex-col items-center px-(--page) pt-6 pb-8">
      <main className="my-auto w-full max-w-90 py-6">
        <Logo />
        <h1 className="mt-5 text-2xl font-semibold tracking-tight">{title}</h1>
        {children}
      </main>
      <footer className="text-xs text-ink-3">{t('selfHosted', { place })}</footer>
    </div>
  )
}
