import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from '#ui/card'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { capital } from '../_compare/groups'
import type { MapLinks } from '../_map/map-grid'
import { contradicted, missed } from './words'

const MOST = 8

/** Where the team was wrong, the largest gap first, and which targets are out of reach. Nothing where nothing was assumed or aimed at. */
export function Gaps({ map, links }: { map: JourneyMap; links: MapLinks }) {
  const [t, words, say] = [useWords('map'), useWords('pain'), useSay()]
  const { places, targets } = map.beliefs
  const gaps = contradicted(places)
  const short = missed(targets)
  const right = places.filter(({ verdict }) => verdict === 'as_assumed').length
  const held = right + gaps.length
  if (held === 0 && short.length === 0) return null
  const wrong = ({ stage, touchpoint, assumed, gap, verdict }: (typeof gaps)[number]) => {
    const at = placeOf(map, stage, touchpoint)
    if (!at || verdict === 'measured') return null
    return (
      <Line key={touchpoint ?? stage} href={touchpoint ? links.touchpoint(stage, touchpoint) : links.stage(stage)} name={at.name} of={touchpoint ? at.stage : null}>
        <span className={gap < 0 ? 'text-pain-text' : 'text-good-text'}>
          <span aria-hidden>{gap < 0 ? '▼ ' : '▲ '}</span>
          <b className="font-semibold">{t(gap < 0 ? 'gaps.worse' : 'gaps.better', { gap: Math.round(Math.abs(gap)) })}</b>
        </span>
        {': '}
        <span data-number={at.pointer} className="text-ink-2">
          {t('gaps.line', { assumed: say.index(assumed), measured: say.value(at.emotion), range: say.range(at.emotion).replaceAll(' ', '\u00a0') })}
        </span>
      </Line>
    )
  }
  const outOfReach = ({ stage, metric, target, gap }: (typeof short)[number]) => {
    const i = map.stages.findIndex(({ key }) => key === stage)
    const found = map.stages[i]
    if (!found) return null
    const isPercent = metric === 'csat' || metric === 'ces'
    const name = metric === 'emotion' ? capital(say.metricName('emotion_index')) : words(`instrument.${metric}`)
    return (
      <Line key={`${stage} ${metric}`} href={links.stage(stage)} name={found.name} of={null}>
        <b className="font-semibold text-pain-text">{t('gaps.short', { gap: Math.round(-gap) })}</b>
        {': '}
        <span data-number={`/stages/${i}/${metric}`} className="text-ink-2">
          {t('gaps.missed', { metric: name, measured: say.value(found[metric]), target: isPercent ? say.percent(target) : say.index(target) })}, n {say.number(found[metric].n ?? 0)}
        </span>
      </Line>
    )
  }
  return (
    <Card aria-labelledby="gaps" className="mt-4 max-wide:-mx-(--page) max-wide:rounded-none max-wide:border-x-0">
      <div className="px-4 pt-3.5 pb-3">
        <h2 id="gaps" className="text-lg font-semibold">
          {t('gaps.title')}
        </h2>
        {held > 0 && <p className="text-sm text-ink-2">{t('gaps.about', { held, right, wrong: gaps.length })}</p>}
      </div>
      <div className="grid border-t border-line wide:grid-cols-2">
        {gaps.length === 0 ? (
          <p className="px-4 py-3 text-sm text-ink-2">{t('gaps.none')}</p>
        ) : (
          <section aria-label={t('gaps.wrong')} className="max-wide:pb-1">
            <h3 className="px-4 pt-2 pb-0.5 text-xs font-medium text-ink-2">{t('gaps.wrong')}</h3>
            <Lines all={gaps.map(wrong)} />
          </section>
        )}
        {short.length > 0 && (
          <section aria-label={t('gaps.targets')} className="border-line max-wide:border-t wide:border-l">
            <h3 className="px-4 pt-2 pb-0.5 text-xs font-medium text-ink-2">{t('gaps.targets')}</h3>
            <Lines all={short.map(outOfReach)} />
          </section>
        )}
      </div>
    </Card>
  )
}

/** The largest at once, the others on demand. */
function Lines({ all }: { all: readonly ReactNode[] }) {
  const t = useWords('map')
  return (
    <div>
      <ol className="max-wide:pb-1">{all.slice(0, MOST)}</ol>
      {all.length > MOST && (
        <details className="border-t border-grid">
          <summary className="w-fit rounded-sm px-4 py-2 text-sm text-ink-2 hover:text-ink max-wide:min-h-11 max-wide:content-center">{t('gaps.more', { n: all.length - MOST })}</summary>
          <ol>{all.slice(MOST)}</ol>
        </details>
      )}
    </div>
  )
}

function placeOf({ stages }: JourneyMap, stage: string, touchpoint: string | null) {
  const i = stages.findIndex(({ key }) => key === stage)
  const found = stages[i]
  if (!found || touchpoint === null) return found && { name: found.name, stage: found.name, emotion: found.emotion, pointer: `/stages/${i}/emotion` }
  const j = found.touchpoints.findIndex(({ key }) => key === touchpoint)
  const inner = found.touchpoints[j]
  return inner && { name: inner.name, stage: found.name, emotion: inner.emotion, pointer: `/stages/${i}/touchpoints/${j}/emotion` }
}

function Line({ href, name, of, children }: { href: string; name: string; of: string | null; children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-x-4 border-t border-grid px-4 py-1.5 text-sm first:border-t-0 hover:bg-hover max-wide:flex-col wide:flex-wrap">
      <span className="min-w-0 wide:w-56">
        <Link href={href} scroll={false} prefetch={false} className="rounded-sm font-semibold wrap-anywhere hover:underline max-wide:inline-block max-wide:py-1">
          {name}
        </Link>
        {of && <span className="text-xs text-ink-2"> · {of}</span>}
      </span>
      <span className="tabular-nums">{children}</span>
    </li>
  )
}
