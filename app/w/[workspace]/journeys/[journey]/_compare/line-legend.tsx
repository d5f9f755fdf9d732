import { useWords } from '#words'
import { LOOKS } from './lines'
import type { Curve } from './small-curves'

/** Which line is whose, in reading order: in the gutter beside them. */
export function LineLegend({ curves }: { curves: readonly Curve[] }) {
  const t = useWords('compare.curves')
  return (
    <ul className="mt-1.5 grid gap-1 text-xs text-ink-2">
      {curves.map(({ id, name, answers, answersAt }, line) => {
        const { colour, mark } = LOOKS[line] ?? LOOKS[0]
        return (
          <li key={id} className="flex items-center gap-1.5">
            <svg width="26" height="12" aria-hidden className="shrink-0 overflow-visible" fill="none">
              <path d="M0 6H26" stroke={colour} strokeWidth="2.25" />
              <path d={mark} transform="translate(13 6)" fill={colour} stroke="var(--surface)" strokeWidth="1.5" />
            </svg>
            <span className="max-w-24 leading-tight wrap-anywhere">
              <span className="block font-medium text-ink first-letter:uppercase">{name}</span>
              <span className="text-ink-3">
                {line === 0 && `${t('map')} · `}
                <span data-number={answersAt}>{answers}</span>
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
