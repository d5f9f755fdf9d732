import { classes } from '#ui/classes'
import type { Goal } from './words'

/** How far one goal is: a bar of n of what is needed, and the same in words. A hidden count has no length. */
export function GoalBar({ goal, n, name }: { goal: Goal; n: string; name: string }) {
  const { needed, share, state, still, pace, pointer } = goal
  return (
    <div className="min-w-0">
      <div
        role="img"
        aria-label={state === 'hidden' ? `${name}: fewer than 5 answers, hidden for privacy` : `${name}: ${n} of ${needed} answers`}
        className={classes('h-2 overflow-hidden rounded-full', state === 'hidden' ? 'hatch border border-line' : 'bg-bar-2')}
      >
        {share !== null && <div className={classes('h-full rounded-full', state === 'done' ? 'bg-accent' : 'bg-line-field')} style={{ width: `${100 * share}%` }} />}
      </div>
      <p className="mt-1 text-xs text-ink-2 tabular-nums">
        {state === 'hidden' ? '<5' : n} of{' '}
        <b data-number={`${pointer}/needed`} className="font-medium text-ink">
          {needed}
        </b>
        {state === 'done' && <span className="font-medium text-accent-text"> · ✓ enough</span>}
        {state === 'missing' && (
          <>
            {' · '}
            <b data-number={`${pointer}/still`} className="font-medium text-ink">
              {still} more
            </b>
            , {pace}
          </>
        )}
        {state === 'hidden' && ' · hidden for privacy'}
      </p>
    </div>
  )
}
