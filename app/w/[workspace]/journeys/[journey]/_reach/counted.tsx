import Link from 'next/link'
import { K_DEFAULT } from '#lib/stats/measure'
import { useSay, useWords } from '#words'

/** "412 of 420 answers": of how many the counted ones are; null where it needs no saying or cannot be told. */
export const ofAll = (answers: number | null, held: number | null): number | null => (answers === null || held === null || held === 0 ? null : answers + held)

type HeldProps = { held: number | null; answers: number | null; href: string; explained?: boolean }

/** Beside a count of answers: how many more came in and are held back, and where to look at them. Nothing where none is. */
export function HeldBack({ held, answers, href, explained = false }: HeldProps) {
  const [t, say] = [useWords('pain.reach'), useSay()]
  if (held === 0) return null
  // Few held back beside nothing at all would tell that there are some; who looks at the surveys sees them.
  if (held === null && (answers ?? 0) < K_DEFAULT) return null
  return (
    <>
      {', '}
      <Link href={href} prefetch={false} className="link">
        <span data-number={explained && held !== null ? '/held' : undefined}>{held === null ? t('heldFew') : t('held', { count: say.number(held) })}</span>
      </Link>
    </>
  )
}
