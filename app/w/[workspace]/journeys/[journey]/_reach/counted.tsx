import Link from 'next/link'
import { formatNumber } from '#lib/stats/format'
import { K_DEFAULT } from '#lib/stats/measure'

/** How many answers are held back beside those that count: "8 held back"; few are not told. */
export const heldText = (held: number | null): string => (held === null ? `a few more held back` : `${formatNumber(held)} held back`)

/** "412 of 420 answers": of how many the counted ones are; null where it needs no saying or cannot be told. */
export const ofAll = (answers: number | null, held: number | null): number | null => (answers === null || held === null || held === 0 ? null : answers + held)

type HeldProps = { held: number | null; answers: number | null; href: string; explained?: boolean }

/** Beside a count of answers: how many more came in and are held back, and where to look at them. Nothing where none is. */
export function HeldBack({ held, answers, href, explained = false }: HeldProps) {
  if (held === 0) return null
  // Few held back beside nothing at all would tell that there are some; who looks at the surveys sees them.
  if (held === null && (answers ?? 0) < K_DEFAULT) return null
  return (
    <>
      {', '}
      <Link href={href} prefetch={false} className="link">
        <span data-number={explained && held !== null ? '/held' : undefined}>{heldText(held)}</span>
      </Link>
    </>
  )
}
