import { classes } from '#ui/classes'
import type { JourneyMap } from '#lib/maps/types'
import { groupText } from '../_compare/groups'
import { drawCurve } from '../../../../../_poster/curve'
import { element, line, patterns } from '../../../../../_poster/draw'
import { countOf, type Written, wroteOf } from '../../../../../_poster/facts'
import { SCREEN } from '../../../../../_poster/palette'
import { FONT, gridOf } from '../../../../../_poster/poster'

const WIDTH = 1150
const HEIGHT = 420
const NAMES = 30

/** The curve of the whole journey with the names of its stages, in the theme of the page. */
function curveSvg(words: Written, map: JourneyMap): string {
  const grid = gridOf(map.stages.length, 0, WIDTH, 46)
  const wrote = map.stages.map(({ key }) => wroteOf(map, key))
  const names = map.stages.map(({ name }, i) => {
    const { x, width } = grid.columns[i] ?? { x: 0, width: 0 }
    return line(x + width / 2, 18, name, { size: 15, bold: true, fill: SCREEN.ink, anchor: 'middle', most: width - 12 })
  })
  const { svg } = drawCurve({ id: 'whole', stages: map.stages, wrote, grid, top: NAMES, height: HEIGHT - NAMES, paint: SCREEN, ...words })
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, 'font-family': FONT, role: 'img', 'aria-label': map.headline }, patterns('whole', SCREEN) + names.join('') + svg)
}

const detailOf = ({ t, say }: Written, map: JourneyMap): string =>
  t('detail', {
    answers: map.answers === null ? t('fewer') : t('answers', { n: map.answers }),
    days: say.days(map.from, map.to),
    group: map.filter ? groupText(t, map.filter, map.personas) : t('everybody'),
  })

/** The whole journey: the finding, then the curve that proves it. */
export function FirstSlide({ map, words }: { map: JourneyMap; words: Written }) {
  return (
    <div className="flex h-full flex-col">
      <p className="text-[1.5em] text-ink-2">{map.journey.name}</p>
      <h2 className="mt-[0.15em] text-[2.25em] leading-tight font-semibold tracking-tight text-balance">{map.headline}</h2>
      <div className="deck-curve mt-[1.5em]" dangerouslySetInnerHTML={{ __html: curveSvg(words, map) }} />
      <StageList map={map} words={words} />
      <p className="mt-auto pt-[1em] text-[1.15em] text-ink-2">{detailOf(words, map)}</p>
    </div>
  )
}

const percent = (index: number) => `${(index + 100) / 2}%`

/** The same downwards, for a phone held upright: a line a stage from −100 to +100, its interval and its point. */
function StageList({ map: { stages }, words: { t, say } }: { map: JourneyMap; words: Written }) {
  return (
    <ol className="deck-list mt-[1.5em]">
      {stages.map(({ key, name, emotion }) => (
        <li key={key} className="border-t border-line py-2">
          <p className="flex items-baseline gap-2 text-sm">
            <span className="min-w-0 font-semibold wrap-anywhere">{name}</span>
            <span className="ml-auto shrink-0 text-base font-semibold tabular-nums">{emotion.suppressed ? t('fewer') : say.value(emotion)}</span>
          </p>
          <p className="text-xs text-ink-2 tabular-nums">
            {emotion.suppressed ? t('hiddenForPrivacy') : emotion.value === null ? t('noAnswers') : t('present.interval', { range: say.range(emotion), n: countOf(say, emotion) })}
          </p>
          <svg aria-hidden className={classes('mt-1 block h-3 w-full overflow-visible', emotion.suppressed && 'hatch')}>
            <line x1="0" x2="100%" y1="6" y2="6" stroke="var(--grid)" />
            <line x1="50%" x2="50%" y1="0" y2="12" stroke="var(--zero)" />
            {emotion.value !== null && (
              <>
                <line x1={percent(emotion.low ?? emotion.value)} x2={percent(emotion.high ?? emotion.value)} y1="6" y2="6" stroke="var(--curve)" strokeWidth="3" />
                <circle cx={percent(emotion.value)} cy="6" r="5" fill={emotion.lowN ? 'var(--surface)' : 'var(--curve)'} stroke="var(--curve)" strokeWidth="1.75" />
              </>
            )}
          </svg>
        </li>
      ))}
    </ol>
  )
}

/** Where the numbers come from and what they cannot say. */
export function EndSlide({ map, sentences, words }: { map: JourneyMap; sentences: readonly string[]; words: Written }) {
  return (
    <div className="flex h-full flex-col">
      <p className="text-[1.5em] text-ink-2">{map.journey.name}</p>
      <h2 className="mt-[0.15em] text-[2.25em] leading-tight font-semibold tracking-tight">{words.t('present.sources')}</h2>
      <p className="mt-[1.2em] text-[1.5em]">{detailOf(words, map)}</p>
      <ul className="mt-[1.2em] grid gap-[0.7em] pl-[1.2em] text-[1.5em] leading-snug text-ink-2 [&>li]:list-disc">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
