import type { ReactNode } from 'react'
import { SegmentLinks } from '#ui/segment'
import { useWords } from '#words'
import { LanesMenu } from '../_lanes/lanes-menu'

type Switch = { detail: 'stages' | 'touchpoints'; hrefs: Record<'stages' | 'touchpoints', string> }

/** How much of a map is drawn. */
export function DetailSwitch({ detail, hrefs }: Switch) {
  const t = useWords('map')
  const links = (['stages', 'touchpoints'] as const).map((value) => ({ value, label: t(`detail.${value}`), href: hrefs[value] }))
  return <SegmentLinks label={t('detail.label')} current={detail} links={links} />
}

/** Of whom and when the map is (the filters), and how it is drawn: how much of it, and which lanes. */
export function MapTools({ detail, hrefs, children }: Switch & { children: ReactNode }) {
  return (
    <div className="flex w-full flex-wrap gap-2 max-wide:flex-col min-[1280px]:w-auto min-[1280px]:flex-col min-[1280px]:items-end print:hidden">
      {children}
      <div className="flex items-center gap-2 wide:max-[1279px]:ml-auto">
        <DetailSwitch detail={detail} hrefs={hrefs} />
        <LanesMenu />
      </div>
    </div>
  )
}
