import type { ReactNode } from 'react'
import { useWords } from '#words'

export type Part = { id: string; title: string }

/** A part of the page, with the anchor that its contents point to. */
export function Chapter({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <section aria-labelledby={part.id} className="mt-10 [&>h2+section]:mt-3 [&>p]:mt-2">
      <h2 id={part.id} className="scroll-mt-16 text-xl font-semibold tracking-tight">
        {part.title}
      </h2>
      {children}
    </section>
  )
}

export function Contents({ parts }: { parts: readonly Part[] }) {
  const t = useWords('help')
  return (
    <nav aria-label={t('onThisPage')} className="wide:sticky wide:top-16 wide:w-48 wide:shrink-0 wide:self-start">
      <p className="text-xs text-ink-3">{t('onThisPage')}</p>
      <ul className="mt-1 max-wide:grid max-wide:grid-cols-2 max-wide:gap-x-4">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="block rounded-sm py-1 text-sm text-ink-2 hover:text-ink hover:underline max-wide:min-h-11 max-wide:py-2.5">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
