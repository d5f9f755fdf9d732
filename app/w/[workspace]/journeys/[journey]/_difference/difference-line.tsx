import { classes } from '#ui/classes'
import type { Difference } from './difference'

/** A difference as one line of text: "▼ −14 ± 8, clear fall"; `name` says of whom where there are several. */
export function DifferenceLine({ difference: { text, says, tone, pointer }, name }: { difference: Difference; name?: string }) {
  return (
    <span className={classes('block text-xs first-letter:uppercase', tone === 'worse' ? 'text-pain-text' : tone === 'better' ? 'text-good-text' : 'text-ink-2')}>
      {name && <span className="text-ink-2">{name}: </span>}
      {tone && <span aria-hidden>{tone === 'worse' ? '▼ ' : '▲ '}</span>}
      {text !== '' && (
        <b data-number={pointer} className="font-semibold whitespace-nowrap tabular-nums">
          {text}
        </b>
      )}
      {text !== '' && ', '}
      {says}
    </span>
  )
}
