'use client'

import { Pin, PinOff } from 'lucide-react'
import { useSay, useWords } from '#words'
import type { MapComment } from '#lib/maps/comments/types'
import { classes } from '#ui/classes'
import { dayOf, Score } from '../_panel/score'

/** `onPin`: where whoever reads may put it on the map. */
type CommentProps = { comment: MapComment; search: string; timeZone: string; onPin?: () => void }

export function Comment({ comment, search, timeZone, onPin }: CommentProps) {
  const t = useWords('panel')
  const say = useSay()
  const { text, score, touchpoint, channel, occurredAt, pinned } = comment
  const said = [score && t(`scores.${score.instrument}`), touchpoint.name, channel, dayOf(say, occurredAt, timeZone), pinned && t('comments.onMap')]
  return (
    <li className="group grid grid-cols-[32px_1fr_auto] gap-x-2.5 text-sm">
      <Score score={score} />
      <div className="min-w-0">
        <p className="break-words whitespace-pre-line">
          <Marked text={text} search={search} />
        </p>
        <p className="mt-0.5 text-xs text-ink-3">{said.filter(Boolean).join(' · ')}</p>
      </div>
      {onPin && (
        <button
          type="button"
          aria-pressed={pinned}
          aria-label={t('comments.pin')}
          title={pinned ? t('comments.unpin') : t('comments.pin')}
          onClick={onPin}
          className={classes('-my-1 grid size-7 place-items-center rounded-md hover:bg-hover hover:text-ink max-wide:-my-2 max-wide:size-11', pinned ? 'text-accent-text' : 'text-ink-3')}
        >
          {pinned ? <PinOff aria-hidden className="size-3.5" /> : <Pin aria-hidden className="size-3.5" />}
        </button>
      )}
    </li>
  )
}

/** The text with what was searched for marked. */
function Marked({ text, search }: { text: string; search: string }) {
  if (search === '') return text
  const parts = text.split(new RegExp(`(${search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'i'))
  return parts.map((part, place) =>
    place % 2 === 1 ? (
      <mark key={place} className="rounded-[2px] bg-accent-soft text-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
