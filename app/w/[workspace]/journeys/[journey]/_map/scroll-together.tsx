'use client'

import { type ReactNode, useRef } from 'react'

/** A head that stays at the top of the window while what is below it scrolls sideways: both have the same columns, and go together. */
export function ScrollTogether({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  const [above, below] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const follow = (from: HTMLDivElement | null, to: HTMLDivElement | null) => {
    if (from && to && to.scrollLeft !== from.scrollLeft) to.scrollLeft = from.scrollLeft
  }
  return (
    <section aria-label={label} className="relative rounded-lg border border-line bg-surface max-wide:hidden print:[zoom:0.75]">
      <div ref={above} onScroll={() => follow(above.current, below.current)} className="sticky top-(--top) z-[5] overflow-hidden rounded-t-lg border-b border-line bg-surface">
        {head}
      </div>
      <div ref={below} onScroll={() => follow(below.current, above.current)} className="relative overflow-x-auto rounded-b-lg [&>:first-child]:border-t-0">
        {children}
      </div>
    </section>
  )
}
