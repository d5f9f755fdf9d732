import { Check, CircleDashed, X } from 'lucide-react'
import { classes } from '#ui/classes'
import type { Told } from '#lib/people/asking/why'
import { useWords } from '#words'

const OUTCOMES = {
  passed: { Icon: Check, word: 'passed', look: 'text-ink-2' },
  shown: { Icon: Check, word: 'stepShown', look: 'text-accent-text' },
  failed: { Icon: X, word: 'failedHere', look: 'text-danger' },
  not_reached: { Icon: CircleDashed, word: 'notReached', look: 'text-ink-3' },
} as const

/** Every rule in the order in which it was asked. */
export function Steps({ steps }: { steps: readonly Told[] }) {
  const t = useWords('answers.why')
  return (
    <ol aria-label={t('rules')}>
      {steps.map(({ rule, name, outcome, detail }) => {
        const { Icon, word, look } = OUTCOMES[outcome]
        const isEnd = outcome === 'failed' || outcome === 'shown'
        return (
          <li key={rule} data-outcome={outcome} className={classes('flex items-start gap-3 border-t border-grid px-4 py-2.5 text-sm first:border-t-0', isEnd && 'bg-surface-2')}>
            <Icon aria-hidden className={classes('mt-0.5 size-4 shrink-0', look)} />
            <div className="min-w-0 grow wide:grid wide:grid-cols-[13rem_1fr] wide:gap-4">
              <p className={classes('font-medium', outcome === 'not_reached' && 'text-ink-3')}>{name}</p>
              <p className={classes('break-words', isEnd ? 'text-ink' : 'text-ink-2')}>
                {outcome === 'not_reached' ? <span className="text-ink-3">{t(word)}</span> : <span className="sr-only">{t(word)}. </span>}
                {detail}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
