import { Star, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { heatShade } from '#ui/heat-cell'
import type { StageQuotes } from '#lib/maps/quotes/types'
import type { JourneyMap } from '#lib/maps/types'
import { gapOf } from '../_beliefs/words'
import { askedOf, countOf, instrumentName, stateOf, worstOf, type Written, wroteOf } from '../../../../../_poster/facts'

type SlideProps = { map: JourneyMap; stage: JourneyMap['stages'][number]; quote: StageQuotes | null; words: Written }

/** One stage: how it feels there, what people scored, where it hurts most, and what somebody said. */
export function StageSlide({ map, stage, quote, words }: SlideProps) {
  const { t } = words
  const { star, owner } = wroteOf(map, stage.key)
  return (
    <div className="flex h-full flex-col">
      <p className="text-[1.5em] text-ink-2">
        {map.journey.name} · {t('present.stage', { at: stage.position, count: map.stages.length })}
        {owner && ` · ${owner.name}${owner.role ? `, ${owner.role}` : ''}`}
      </p>
      <h2 className="mt-[0.1em] flex items-center gap-[0.35em] text-[3em] leading-tight font-semibold tracking-tight">
        <span className="line-clamp-2">{stage.name}</span>
        {star && (
          <>
            <Star aria-hidden className="size-[0.75em] shrink-0 fill-curve text-curve" />
            <span className="sr-only">{t('legend.star')}</span>
          </>
        )}
      </h2>
      <div className="deck-columns mt-[2em] grid min-h-0 flex-1 grid-cols-[26em_1fr] gap-[4em]">
        <Feeling map={map} stage={stage} words={words} />
        <div className="flex min-h-0 min-w-0 flex-col gap-[2em]">
          <Scores stage={stage} words={words} />
          <Worst map={map} stage={stage} words={words} />
          <Said quote={quote} words={words} />
          <Campaigns map={map} stage={stage} words={words} />
        </div>
      </div>
    </div>
  )
}

type Part = Pick<SlideProps, 'map' | 'stage' | 'words'>

function Feeling({ map, stage, words: { t, say } }: Part) {
  const { emotion, headline } = stage
  const state = stateOf(emotion)
  const { assumed, target, verdict } = wroteOf(map, stage.key)
  const goal = map.beliefs.targets.find((one) => one.stage === stage.key && one.metric === 'emotion')
  return (
    <div>
      <Label>{t('index')}</Label>
      {state === 'hidden' || state === 'empty' ? (
        <p className="mt-[0.4em] text-[2.2em] font-semibold">{state === 'hidden' ? `${t('fewer')}, ${t('hiddenForPrivacy')}` : t('noAnswers')}</p>
      ) : (
        <>
          <p className="text-[7.5em] leading-none font-semibold tracking-tight tabular-nums">{say.value(emotion)}</p>
          <p className="mt-[0.5em] text-[1.5em] text-ink-2 tabular-nums">
            {t('present.interval', { range: say.range(emotion), n: countOf(say, emotion) })}
            {state === 'low' && `, ${t('lowN')}`}
          </p>
        </>
      )}
      <p className="mt-[1em] text-[1.5em] leading-snug">{headline}</p>
      <dl className="mt-[1.4em] grid grid-cols-[auto_1fr] gap-x-[1em] gap-y-[0.3em] text-[1.35em] text-ink-2">
        {target !== null && <Fact name={t('target')}>{t('present.target', { target: say.index(target), lies: goal?.lies ?? '', ...gapOf(goal ?? { gap: null }) })}</Fact>}
        {assumed !== null && (
          <Fact name={t('present.assumed')}>
            {say.index(assumed)}
            {verdict && verdict !== 'measured' && `, ${t(`verdict.${verdict}`)}`}
          </Fact>
        )}
      </dl>
    </div>
  )
}

const Label = ({ children }: { children: ReactNode }) => <h3 className="text-[1.15em] font-medium text-ink-3">{children}</h3>

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd className="font-medium text-ink">{children}</dd>
  </>
)

function Scores({ stage, words: { t, say } }: Pick<Part, 'stage' | 'words'>) {
  const asked = askedOf([stage])
  if (asked.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-[3.5em] gap-y-[1em]">
      {asked.map(({ key }) => (
        <div key={key}>
          <dt className="text-[1.15em] font-medium text-ink-3">{instrumentName(key, t)}</dt>
          <dd className="tabular-nums">
            <span className="text-[2.6em] leading-tight font-semibold">{stage[key].suppressed ? '<5' : say.value(stage[key])}</span>
            <span className="block text-[1.15em] text-ink-2">
              {stage[key].suppressed ? t('hiddenForPrivacy') : `${say.range(stage[key])}, ${t('n', { n: countOf(say, stage[key]) })}`}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Worst({ map, stage, words: { t, say } }: Part) {
  const worst = worstOf(stage.key, map.pain)
  if (!worst || worst.index.value === null || worst.index.value >= 0) return null
  return (
    <div>
      <Label>{t('present.worst')}</Label>
      <p className="mt-[0.35em] flex flex-wrap items-center gap-[0.6em] text-[1.6em]">
        <TriangleAlert aria-hidden className="size-[1em] text-pain" />
        <span className="font-medium">{worst.name}</span>
        <span className="rounded-sm px-[0.5em] py-[0.1em] tabular-nums" style={heatShade(worst.index.value, worst.score.lowN)}>
          {instrumentName(worst.instrument, t)} <b className="font-semibold">{say.value(worst.score)}</b>
        </span>
        <span className="text-[0.8em] text-ink-2">
          {t('n', { n: countOf(say, worst.score) })}
          {worst.score.lowN && `, ${t('lowN')}`}
        </span>
      </p>
    </div>
  )
}

/** What was said at the low points comes first: the unhappy comment, else the one that is there. */
function Said({ quote, words: { t } }: { quote: StageQuotes | null; words: Written }) {
  const one = quote?.quotes.find(({ mood }) => mood === 'negative') ?? quote?.quotes[0]
  if (!one) return quote?.hidden ? <p className="text-[1.35em] text-ink-3">{t('present.fewComments')}</p> : null
  return (
    <figure className="border-l-[0.2em] border-line-strong pl-[1.2em]">
      <blockquote className="line-clamp-4 text-[1.6em] leading-snug">{t('present.quoted', { text: one.text })}</blockquote>
      <figcaption className="mt-[0.4em] text-[1.15em] text-ink-2">{[one.touchpoint.name, one.channel].filter(Boolean).join(' · ')}</figcaption>
    </figure>
  )
}

function Campaigns({ map, stage, words: { t, say } }: Part) {
  const own = map.campaigns.filter(({ stages, state }) => state === 'now' && stages.includes(stage.key)).slice(0, 2)
  if (own.length === 0) return null
  return (
    <div>
      <Label>{t('campaigns')}</Label>
      {own.map(({ id, name, channel, starts, ends }) => (
        <p key={id} className="mt-[0.3em] text-[1.35em]">
          <span className="font-medium">{name}</span>{' '}
          <span className="text-ink-2">
            {channel}, {ends === null ? t('since', { day: say.day(starts) }) : say.days(starts, ends)}
          </span>
        </p>
      ))}
    </div>
  )
}
