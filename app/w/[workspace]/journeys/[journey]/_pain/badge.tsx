import { useWords } from '#words'
import { persistenceText } from './words'

/** A run of bad months: a bar for each of them, and the words. */
export function Persistence({ months, of = '' }: { months: number | null; of?: string }) {
  const text = persistenceText(useWords('pain'), months)
  if (text === '') return null
  return (
    <p className="flex items-center gap-1.5 text-xs text-ink-2">
      <svg aria-hidden width={4 * (months ?? 0)} height="10" className="shrink-0">
        {Array.from({ length: months ?? 0 }, (_, month) => (
          <rect key={month} x={4 * month} y={0} width="3" height="10" rx="1" fill="var(--sv-4)" />
        ))}
      </svg>
      {of === '' ? text : `${of} ${text}`}
    </p>
  )
}
