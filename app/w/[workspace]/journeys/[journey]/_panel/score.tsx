import { useSay, useWords } from '#words'
import { heatShade } from '#ui/heat-cell'
import type { MapComment } from '#lib/maps/comments/types'
import type { Say } from '#lib/words/say'
import { EMOTION_UNIT, emotionUnits } from '#lib/stats/instruments'

type Given = NonNullable<MapComment['score']>

/** Sentiment is stored in hundredths and shown like an index; the others as they were given. */
export const scoreText = (say: Say, { instrument, value }: Given): string => (instrument === 'sentiment' ? say.index(100 * value) : say.number(value))

const colourOf = ({ instrument, value }: Given) =>
  heatShade((100 * emotionUnits(instrument, instrument === 'sentiment' ? Math.round(100 * value) : value)) / EMOTION_UNIT, false)

/** The calendar day where the journey is, as the tallies count it. */
export const dayOf = (say: Say, at: string, timeZone: string): string => say.day(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at)))

/** What somebody gave, in the colour of how it feels. */
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
    <span className="grid h-5.5 min-w-8 place-items-center rounded-sm px-1 text-xs font-semibold" style={colourOf(score)}>
      <span className="sr-only">{t(score.instrument)} </span>
      {scoreText(say, score)}
    </span>
  )
}
