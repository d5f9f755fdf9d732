import { heatShade } from '#ui/heat-cell'
import type { MapComment } from '#lib/maps/types'
import { formatIndex, formatNumber } from '#lib/stats/format'
import { formatDay } from '#lib/stats/format-date'
import { EMOTION_UNIT, emotionUnits } from '#lib/stats/instruments'

type Score = NonNullable<MapComment['score']>

const NAMES = { nps: 'NPS', csat: 'CSAT', ces: 'CES', sentiment: 'Faces' } as const

/** Sentiment is stored in hundredths and shown like an index; the others as they were given. */
const scoreText = ({ instrument, value }: Score) => (instrument === 'sentiment' ? formatIndex(100 * value) : formatNumber(value))

const colourOf = ({ instrument, value }: Score) =>
  heatShade((100 * emotionUnits(instrument, instrument === 'sentiment' ? Math.round(100 * value) : value)) / EMOTION_UNIT, false)

/** The calendar day where the journey is, as the tallies count it. */
const dayOf = (at: string, timeZone: string) => formatDay(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at)))

export function Comment({ comment, search, timeZone }: { comment: MapComment; search: string; timeZone: string }) {
  const { text, score, touchpoint, channel, occurredAt } = comment
  return (
    <li className="grid grid-cols-[32px_1fr] gap-x-2.5 text-sm">
      {score ? (
        <span className="grid h-5.5 place-items-center rounded-sm text-xs font-semibold" style={colourOf(score)}>
          <span className="sr-only">{NAMES[score.instrument]} </span>
          {scoreText(score)}
        </span>
      ) : (
        <span aria-hidden className="grid h-5.5 place-items-center text-ink-3">
          –
        </span>
      )}
      <div className="min-w-0">
        <p className="break-words whitespace-pre-line">
          <Marked text={text} search={search} />
        </p>
        <p className="mt-0.5 text-xs text-ink-3">
          {[score && NAMES[score.instrument], touchpoint.name, channel, dayOf(occurredAt, timeZone)].filter(Boolean).join(' · ')}
        </p>
      </div>
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
