import type { ReactNode } from 'react'
import { useWords } from '#words'

const BAR = 'M16 6v24M12.5 6h7M12.5 30h7'

const KINDS: readonly { name: 'few' | 'enough' | 'none'; drawing: ReactNode }[] = [
  {
    name: 'few',
    drawing: (
      <>
        <path d={BAR} stroke="var(--curve)" strokeWidth="1.5" />
        <circle cx="16" cy="18" r="5" fill="var(--surface)" stroke="var(--curve)" strokeWidth="2" />
      </>
    ),
  },
  {
    name: 'enough',
    drawing: (
      <>
        <path d="M0 12l16 6 16-4" stroke="var(--curve)" strokeWidth="2.25" fill="none" />
        <path d="M16 11v14M13 11h6M13 25h6" stroke="var(--curve)" strokeWidth="1.5" />
        <circle cx="16" cy="18" r="5" fill="var(--curve)" />
      </>
    ),
  },
  { name: 'none', drawing: <path d="M0 12l11 5M21 18l11-4" stroke="var(--curve)" strokeWidth="2.25" /> },
]

/** What the marks of the map will mean. */
export function Points() {
  const t = useWords('journeys.start.points')
  return (
    <ul className="grid gap-4 text-sm text-ink-2">
      {KINDS.map(({ name, drawing }) => (
        <li key={name} className="grid grid-cols-[32px_1fr] items-center gap-3.5">
          <svg viewBox="0 0 32 36" className="h-9 w-8" aria-hidden>
            {drawing}
          </svg>
          {t(name)}
        </li>
      ))}
      <li className="grid grid-cols-[32px_1fr] items-center gap-3.5">
        <span aria-hidden className="hatch h-7 rounded-sm" />
        {t('hidden')}
      </li>
    </ul>
  )
}
