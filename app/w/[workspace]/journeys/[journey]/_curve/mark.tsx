import { classes } from '#ui/classes'
import type { PlaceNumbers } from '#lib/maps/types'
import { STAR } from '../_beliefs/star'

/** Of what a point is made: one instrument, or several. */
export type MarkOf = 'nps' | 'csat' | 'ces' | 'sentiment' | 'mixed'

const INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment'] as const

/** Where nobody answered yet there is no point, and the usual mark stands for it. */
export function markOf(numbers: Pick<PlaceNumbers, (typeof INSTRUMENTS)[number]>): MarkOf {
  const [first = 'nps', ...others] = INSTRUMENTS.filter((key) => numbers[key].n !== 0)
  return others.length > 0 ? 'mixed' : first
}

const CIRCLE = (r: number) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`

/** Around 0, of one weight to the eye; that of several is a ring around a point. */
const SHAPES: Record<MarkOf, string> = {
  nps: CIRCLE(5),
  csat: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
  ces: 'M0 -5.6L5.5 4.2H-5.5Z',
  sentiment: 'M0 -6L6 0L0 6L-6 0Z',
  mixed: CIRCLE(3),
}

/** The mark as part of a drawing; hollow where few answered. */
export const Shape = ({ of, isLow = false }: { of: MarkOf; isLow?: boolean }) => (
  <>
    {of === 'mixed' && <path d={CIRCLE(6)} fill="var(--surface)" stroke="var(--curve)" strokeWidth={1.5} />}
    <path d={SHAPES[of]} fill={isLow ? 'var(--surface)' : 'var(--curve)'} stroke={isLow ? 'var(--curve)' : 'var(--surface)'} strokeWidth={isLow ? 1.75 : of === 'mixed' ? 0 : 3} strokeLinejoin="round" paintOrder="stroke" />
  </>
)

/** A point of the curve: its shape says what was asked, a star that it is a moment of truth. */
export function Mark({ of, isLow, isMoment }: { of: MarkOf; isLow: boolean; isMoment: boolean }) {
  return (
    <svg aria-hidden width={isMoment ? 20 : 14} height={isMoment ? 20 : 14} viewBox={isMoment ? '-2 -2 20 20' : '-7 -7 14 14'} className={classes('block', !isMoment && 'overflow-visible')}>
      {isMoment ? (
        <path d={STAR} fill={isLow ? 'var(--surface)' : 'var(--curve)'} stroke={isLow ? 'var(--curve)' : 'var(--surface)'} strokeWidth={isLow ? 1.75 : 3} strokeLinejoin="round" paintOrder="stroke" />
      ) : (
        <Shape of={of} isLow={isLow} />
      )}
    </svg>
  )
}
