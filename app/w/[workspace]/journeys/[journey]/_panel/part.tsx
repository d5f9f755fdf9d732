import type { ReactNode } from 'react'

/** A part of the panel: its name, what has to be known to read it, and what it shows. */
export function Part({ title, note, aside, children }: { title: string; note?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line px-5 py-3.5 last:border-b-0">
      <div className="mb-2 flex items-start gap-3">
        <h3 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
          {title} <span className="text-xs font-normal text-ink-3">{note}</span>
        </h3>
        {aside && <div className="ml-auto">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
