'use client'

import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

/**
 * A part of a module that is fetched when it is first drawn: menus and dialogs weigh nothing on a page until somebody wants one.
 * A function around the lazy part, because what a server component draws is lazy already, and React takes nothing that is so twice.
 */
export function onUse<M, K extends keyof M>(load: () => Promise<M>, name: K): M[K] extends ComponentType<infer P> ? ComponentType<P> : never {
  const Part = lazy(async () => ({ default: (await load())[name] as ComponentType<object> }))
  const Drawn = (props: object) => <Part {...props} />
  return Drawn as never
}

/** Once open, something stays: closing gives the focus back, and that takes the part that is there. */
export function WhenOpened({ open, fallback = null, children }: { open: boolean; fallback?: ReactNode; children: ReactNode }) {
  const [used, setUsed] = useState(open)
  if (open && !used) setUsed(true)
  return used || open ? <Suspense fallback={fallback}>{children}</Suspense> : fallback
}
