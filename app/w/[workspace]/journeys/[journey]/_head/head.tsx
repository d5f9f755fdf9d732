import { Pencil, Share2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '#ui/button'
import { classes } from '#ui/classes'
import { MenuLine } from '#ui/menu'
import { SegmentLinks } from '#ui/segment'
import { useWords } from '#words'
import { ShowLinks, ShowMenu } from '../exchange/show-menu'
import { type Filter, filterQuery, OVER_TIME_PRESET } from '../_filter/address'
import { type MoreView, MoreViews } from './more-views'

type HeadProps = { base: string; view: 'map' | 'over-time' | 'plan' | 'drivers' | MoreView; title: string; mayEdit: boolean; status?: ReactNode; filter: Filter; children?: ReactNode }

/** The first line of a journey's pages: its name, its views, and the filters at the right. */
export function JourneyHead({ base, view, title, mayEdit, status, filter, children }: HeadProps) {
  const t = useWords('map.head')
  // Each view has its own usual period; a range of one's own and the group of people go along.
  const { channel, variant, segment } = filter
  const kept = { channel, variant, segment, ...(filter.period === 'custom' ? { period: filter.period, from: filter.from, to: filter.to } : {}) }
  const shown = filterQuery({ ...kept, period: filter.period })
  const views = [
    { value: 'map', label: t('map'), href: base + filterQuery(kept) },
    { value: 'over-time', label: t('overTime'), href: `${base}/over-time${filterQuery(kept, OVER_TIME_PRESET)}` },
    { value: 'plan', label: t('plan'), href: `${base}/plan${filterQuery(kept)}` },
    { value: 'drivers', label: t('drivers'), href: `${base}/drivers` },
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <h1 className={classes('text-xl font-semibold tracking-tight', !children && 'max-wide:-order-2')}>{title}</h1>
      <SegmentLinks label={t('views')} current={view} links={views} />
      <MoreViews base={base} current={view}>
        <MenuLine />
        <ShowLinks base={base} query={shown} />
      </MoreViews>
      {status}
      {/* On a phone filters have a row of their own; without any, what is done with the map stands beside its name. */}
      <div className={classes('ml-auto flex flex-wrap items-center gap-2', children ? 'max-wide:contents max-wide:[&>*]:order-1' : 'max-wide:-order-1')}>
        {children}
        {view === 'map' && <ShowMenu base={base} query={shown} />}
        {mayEdit && view === 'map' && <ShareLink href={`${base}/share`} />}
        {mayEdit && view === 'map' && (
          <ButtonLink href={`${base}/edit`} prefetch={false} look="ghost" className="max-wide:order-none! max-wide:w-(--ctl-h) max-wide:px-0">
            <Pencil aria-hidden className="size-3.5 max-wide:size-4" />
            <span className="max-wide:sr-only">{t.rich('edit', { sr: (chunks) => <span className="sr-only">{chunks}</span> })}</span>
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function ShareLink({ href }: { href: string }) {
  const t = useWords('shares')
  return (
    <ButtonLink href={href} prefetch={false} title={t('button')} className="max-[1600px]:w-(--ctl-h) max-[1600px]:px-0 max-wide:order-none! max-wide:ml-auto">
      <Share2 aria-hidden className="size-4" />
      {/* Beside filters with long names there is room for the sign alone. */}
      <span className="max-[1600px]:sr-only">{t('button')}</span>
    </ButtonLink>
  )
}

type HeadlineProps = { children: ReactNode; detail: ReactNode; beside?: ReactNode; tools?: ReactNode }

/** The finding in one sentence, then what it is made of; `beside` follows in the same line where there is room. */
export function Headline({ children, detail, beside, tools }: HeadlineProps) {
  return (
    <div className="mt-2 mb-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="max-w-full min-w-0 min-[1280px]:flex-1">
        <p className="text-2xl font-semibold tracking-tight text-balance max-wide:text-xl">{children}</p>
        <div className="mt-0.5 flex flex-wrap items-baseline gap-x-4 text-sm text-ink-2">
          <p>{detail}</p>
          {beside}
        </div>
      </div>
      {tools}
    </div>
  )
}
