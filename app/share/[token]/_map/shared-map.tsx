import type { ReactNode } from 'react'
import { useSay, useWords } from '#words'
import { Banner } from '#ui/banner'
import { classes } from '#ui/classes'
import { Logo } from '#ui/logo'
import type { StageQuotes } from '#lib/maps/quotes/types'
import type { Shown } from '#lib/shares/shown/read'
import { localDay } from '#lib/time'
import { groupText } from '../../../w/[workspace]/journeys/[journey]/_compare/groups'
import { LanesProvider } from '../../../w/[workspace]/journeys/[journey]/_lanes/lanes'
import { settled } from '../../../w/[workspace]/journeys/[journey]/_lanes/settings'
import { Headline } from '../../../w/[workspace]/journeys/[journey]/_head/head'
import { MapGrid, type MapLinks } from '../../../w/[workspace]/journeys/[journey]/_map/map-grid'
import { MapList } from '../../../w/[workspace]/journeys/[journey]/_map/map-list'
import { DetailSwitch } from '../../../w/[workspace]/journeys/[journey]/_head/map-tools'
import { type View, viewQuery } from '../address'
import { SharedLive } from './live'

type MapProps = { base: string; shown: Shown; quotes: StageQuotes[] | null; view: View; selected: string | undefined; children: ReactNode }

/** The one map that a link shows: the same lanes as for the team, with links that stay within it. */
export function SharedMap({ base, shown, quotes, view, selected, children }: MapProps) {
  const [t, say] = [useWords('shares'), useSay()]
  const { map } = shown
  const toStage = (stage: string) => base + viewQuery(view, { stage })
  const links: MapLinks = { stage: toStage, touchpoint: (stage, touchpoint) => base + viewQuery(view, { stage, touchpoint }), add: null, embed: null }
  const here = base + viewQuery(view)
  const drawn = { map, quotes, comparison: null, days: say.days(map.from, map.to), selected, heat: { mode: 'level', hrefs: { level: here, severity: here } } as const, links, detail: view.detail ?? undefined }
  const live = <SharedLive address={`${base}/live`} />
  return (
    <main className={classes('[--top:0px]', view.embed ? 'pb-2 max-wide:px-(--page)' : 'px-(--page) pt-4 pb-8')}>
      {!view.embed && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-xl font-semibold tracking-tight">{map.journey.name}</h1>
          <span className="text-sm text-ink-3">{t('public.shared')}</span>
          {live}
          <span className="ml-auto flex items-center gap-4 max-wide:ml-0">
            <DetailSwitch detail={view.detail ?? 'stages'} hrefs={{ stages: base + viewQuery({ ...view, detail: null }), touchpoints: base + viewQuery({ ...view, detail: 'touchpoints' }) }} />
            <span className="max-wide:hidden">
              <Logo />
            </span>
          </span>
        </div>
      )}
      {!view.embed && <Headline detail={<Detail shown={shown} />}>{map.headline}</Headline>}
      {map.recounting && (
        <Banner tone="note" className="mb-3">
          {t('public.recounting')}
        </Banner>
      )}
      <LanesProvider slug="" journey={map.journey.key} initial={settled([])}>
        <MapGrid {...drawn} />
        <MapList {...drawn} />
      </LanesProvider>
      {view.embed && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 pt-2 text-xs max-wide:px-0 text-ink-2">
          <h1 className="font-semibold text-ink">{map.journey.name}</h1>
          <span>
            <Detail shown={shown} />
          </span>
          <span className="ml-auto">{live}</span>
        </div>
      )}
      {children}
    </main>
  )
}

/** Of what the numbers are, and as of when: each stage is taken at its own moment. */
function Detail({ shown: { map, at } }: { shown: Shown }) {
  const [t, say] = [useWords('shares'), useSay()]
  const taken = [...new Set(Object.values(at).map((one) => localDay(new Date(one), map.timeZone)))].sort()
  const [first, last] = [taken[0], taken.at(-1)]
  const compare = useWords('compare')
  const answers = map.answers === null ? t('public.few') : say.answers(map.answers)
  return (
    <>
      {t('public.answers', { answers: map.filter ? `${answers}, ${t('public.only', { group: groupText(compare, map.filter, map.personas) })}` : answers, days: say.days(map.from, map.to) })}{' '}
      {first && last && (first === last ? t('public.asOf', { day: say.day(last) }) : t('public.asOfRange', { from: say.day(first), to: say.day(last) }))} {t('public.rule')}
    </>
  )
}
