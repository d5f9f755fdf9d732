import type { ReactNode } from 'react'

const BAR = 'M16 6v24M12.5 6h7M12.5 30h7'

const KINDS: readonly { text: string; drawing: ReactNode }[] = [
  {
    text: 'From 5 answers: a hollow point, with its 95 % interval',
    drawing: (
      <>
        <path d={BAR} stroke="var(--curve)" strokeWidth="1.5" />
        <circle cx="16" cy="18" r="5" fill="var(--surface)" stroke="var(--curve)" strokeWidth="2" />
      </>
    ),
  },
  {
    text: 'From 30 answers: a solid point, joined by a line',
    drawing: (
      <>
        <path d="M0 12l16 6 16-4" stroke="var(--curve)" strokeWidth="2.25" fill="none" />
        <path d="M16 11v14M13 11h6M13 25h6" stroke="var(--curve)" strokeWidth="1.5" />
        <circle cx="16" cy="18" r="5" fill="var(--curve)" />
      </>
    ),
  },
  { text: 'No answers: a gap in the line, never a zero', drawing: <path d="M0 12l11 5M21 18l11-4" stroke="var(--curve)" strokeWidth="2.25" /> },
]

/** What the marks of the map will mean. */
export function Points() {
  return (
    <ul className="grid gap-4 text-sm text-ink-2">
      {KINDS.map(({ text, drawing }) => (
        <li key={text} className="grid grid-cols-[32px_1fr] items-center gap-3.5">
          <svg viewBox="0 0 32 36" className="h-9 w-8" aria-hidden>
            {drawing}
          </svg>
          {text}
        </li>
      ))}
      <li className="grid grid-cols-[32px_1fr] items-center gap-3.5">
        <span aria-hidden className="hatch h-7 rounded-sm" />
        Below 5 answers: hidden, to protect people
      </li>
    </ul>
  )
}
