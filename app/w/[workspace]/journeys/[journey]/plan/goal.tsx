import { classes } from '#ui/classes'
import { useWords } from '#words'
import type { Goal } from './words'

/** How far one goal is: a bar of n of what is needed, and the same in words. A hidden count has no length. */
export function GoalBar({ goal, n, name }: { goal: Goal; n: string; name: string }) {
  const t = useWords('trends.plan')
  const { needed, share, state, still, pace, pointer } = goal
  return (
    <div className="min-w-0">
      <div
        role="img"
        aria-label={state === 'hidden' ? t('goal.hidden', { name }) : t('goal.says', { name, n, needed })}
        className={classes('h-2 overflow-hidden rounded-full', state === 'hidden' ? 'hatch border border-line' : 'bg-bar-2')}
      >
        {share !== null && <div className={classes('h-full rounded-full', state === 'done' ? 'bg-accent' : 'bg-line-field')} style={{ width: `${100 * share}%` }} />}
      </div>
      <p className="mt-1 text-xs text-ink-2 tabular-nums">
        {t.rich('goal.of', {
          n: state === 'hidden' ? '<5' : n,
          needed,
          b: (chunks) => (
            <b data-number={`${pointer}/needed`} className="font-medium text-ink">
              {chunks}
            </b>
          ),
        })}
        {state === 'done' && <span className="font-medium text-accent-text"> · ✓ {t('goal.enough')}</span>}
        {state === 'missing' && (
          <>
            {' · '}
            {t.rich('goal.more', {
              n: still,
              pace,
              b: (chunks) => (
                <b data-number={`${pointer}/still`} className="font-medium text-ink">
                  {chunks}
                </b>
              ),
            })}
          </>
        )}
        {state === 'hidden' && ` · ${t('goal.private')}`}
      </p>
    </div>
  )
}
