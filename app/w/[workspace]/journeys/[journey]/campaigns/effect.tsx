import { classes } from '#ui/classes'
import { useSay, useWords } from '#words'
import type { Effect } from '#lib/maps/campaigns/types'
import { effectText } from './effect-words'

/** One metric at one stage, during a campaign against before; `unbroken`: its two lines stay two, whatever the width of the table. */
export function EffectLine({ effect, unbroken = false }: { effect: Effect; unbroken?: boolean }) {
  const words = { t: useWords('campaigns'), say: useSay() }
  const { value, says, tone, counts } = effectText(words, effect)
  if (value === null) {
    return (
      <span className="block text-xs text-ink-3">
        {says}
        {counts && <span className="block">{counts}</span>}
      </span>
    )
  }
  return (
    <span className={classes('block text-xs text-ink-2', unbroken && 'whitespace-nowrap')}>
      <b className={tone === 'worse' ? 'text-sm font-semibold text-pain-text' : tone === 'better' ? 'text-sm font-semibold text-good-text' : 'text-sm font-semibold text-ink'}>
        {tone && <span aria-hidden>{tone === 'worse' ? '▼ ' : '▲ '}</span>}
        {value}
      </b>{' '}
      {says}
      {counts && <span className="block text-ink-3">{counts}</span>}
    </span>
  )
}
