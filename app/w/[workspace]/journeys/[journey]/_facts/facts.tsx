import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from '#ui/classes'
import type { MapStage } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import { useSay, useWords } from '#words'
import { Ranking } from '../_panel/ranking'

const ASKED = ['nps', 'csat', 'ces', 'sentiment'] as const

/** By how many were asked beside the emotion index: no figure stands in a row alone. */
const COLUMNS = ['grid-cols-1', 'grid-cols-2', 'grid-cols-3', 'grid-cols-4', 'grid-cols-5']

type FactsProps = { stage: MapStage; touchpoint?: string; hrefOf: (touchpoint?: string) => string }

/** What a map by itself tells of a stage or of one of its touchpoints: the numbers of what was asked, and its touchpoints, the lowest first. */
export function Facts({ stage, touchpoint, hrefOf }: FactsProps) {
  const [t, panel, names] = [useWords('shares'), useWords('panel'), useWords('pain.instrument')]
  const only = stage.touchpoints.find(({ key }) => key === touchpoint)
  const place = only ?? stage
  const asked = ASKED.filter((key) => place[key].n !== 0)
  const touchpoints = stage.touchpoints.filter(({ overall, emotion }) => !overall || emotion.n !== 0)
  const lowestFirst = touchpoints.toSorted((a, b) => (a.emotion.value ?? Infinity) - (b.emotion.value ?? Infinity) || 0)
  return (
    <>
      {only && (
        <p className="border-b border-line bg-accent-soft px-5 py-2 text-sm">
          {panel.rich('only', { name: only.name, b: (text) => <b className="font-semibold">{text}</b> })}{' '}
          <Link href={hrefOf()} scroll={false} prefetch={false} className="link">
            {panel('whole')}
          </Link>
        </p>
      )}
      <dl className={classes('grid gap-3 border-b border-line px-5 py-3.5 max-wide:grid-cols-2', COLUMNS[asked.length])}>
        <Figure name={t('public.index')} measured={place.emotion} />
        {asked.map((key) => (
          <Figure key={key} name={names(key)} measured={place[key]} />
        ))}
      </dl>
      <FactsPart title={t('public.touchpoints')}>
        <Ranking touchpoints={lowestFirst} hrefOf={hrefOf} current={only?.key} />
      </FactsPart>
    </>
  )
}

function Figure({ name, measured }: { name: string; measured: Measured }) {
  const [t, say] = [useWords('shares.public'), useSay()]
  return (
    <div>
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd>
        {measured.value === null ? (
          <span className="block py-1 text-sm text-ink-3">{t(measured.suppressed ? 'hidden' : 'none')}</span>
        ) : (
          <>
            <span className="block w-fit text-2xl font-semibold tracking-tight">{say.value(measured)}</span>
            <span className="block text-xs text-ink-3">{say.range(measured)}</span>
            <span className="block text-xs text-ink-3">n {say.number(measured.n ?? 0)}</span>
          </>
        )}
      </dd>
    </div>
  )
}

export const FactsPart = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="border-b border-line px-5 py-3.5 last:border-b-0">
    <h3 className="mb-2 text-sm font-semibold">{title}</h3>
    {children}
  </section>
)
