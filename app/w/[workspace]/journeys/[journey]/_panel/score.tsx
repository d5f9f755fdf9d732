import { useSay, useWords } from '#words'
import { heatShade } from '#ui/heat-cell'
import type { MapComment } from '#lib/maps/comments/types'
import type { Say } from '#lib/words/say'
import { bucketOf } from '#lib/stats/buckets'
import { stepOf } from '#lib/stats/tally'

type Given = NonNullable<MapComment['score']>

/** Sentiment is stored in hundredths and shown like an index; the others as they were given. */
export const scoreText = (say: Say, { instrument, value }: Given): string => (instrument === 'sentiment' ? say.index(100 * value) : say.number(value))

/** The bars of the spread wear these, too: who counts as unhappy there does so here. */
const SHADES = { negative: heatShade(-50, false), neutral: heatShade(0, false), positive: heatShade(50, false) }

const shadeOf = ({ instrument, value }: Given) => SHADES[bucketOf(instrument, stepOf(instrument, instrument === 'sentiment' ? Math.round(100 * value) : value))]

/** The calendar day where the journey is, as the tallies count it. */
export const dayOf = (say: Say, at: string, timeZone: string): string => say.day(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at)))

/** What somebody gave, in the colour of its bucket. */
export function Score({ score }: { score: MapComment['score'] }) {
  const t = useWords('panel.scores')
  const say = useSay()
  if (!score) {
    return (
      <span aria-hidden className="grid h-5.5 place-items-center text-ink-3">
        –
      </span>
    )
  }
  return (
    <span className="grid h-5.5 min-w-8 place-items-center rounded-sm px-1 text-xs font-semibold" style={shadeOf(score)}>
      <span className="sr-only">{t(score.instrument)} </span>
      {scoreText(say, score)}
    </span>
  )
}
