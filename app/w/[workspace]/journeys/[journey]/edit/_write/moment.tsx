'use client'

import { Star } from 'lucide-react'
import type { Level } from '#lib/journeys/draft/definition'
import { Button } from '#ui/button'
import { classes } from '#ui/classes'
import { useWords } from '#words'
import { useLane, useWrite } from '../_draft/editing'

/** The star of a moment of truth. On a card it stays out of the way until it is set, pointed at or reached by the keyboard. */
export function Moment({ level, place, quiet }: { level: Level; place: { key: string; name: string }; quiet?: boolean }) {
  const t = useWords('editor')
  const write = useWrite()
  const { cell, value } = useLane('moment', level, place.key)
  return (
    <Button
      look="ghost"
      size="icon"
      aria-pressed={value === true}
      aria-label={t('moment', { place: place.name })}
      title={t('momentShort')}
      onClick={() => void write([{ cell, value: value ? null : true }])}
      className={classes(
        'size-6! max-wide:size-11!',
        quiet && !value && 'wide:absolute wide:top-1 wide:right-7 wide:bg-surface! wide:opacity-0 wide:group-focus-within:opacity-100 wide:group-hover:opacity-100',
      )}
    >
      <Star aria-hidden className={classes('size-4', value && 'fill-current text-ink')} />
    </Button>
  )
}
