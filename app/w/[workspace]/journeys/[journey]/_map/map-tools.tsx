import type { ReactNode } from 'react'
import { SegmentLinks } from '#ui/segment'
import { useWords } from '#words'
import { LanesMenu } from '../_lanes/lanes-menu'

/** Of whom and when the map is (the filters), and how it is drawn: how much of it, and which lanes. */
export function MapTools({ detail, hrefs, children }: { detail: 'stages' | 'touchpoints'; hrefs: Record<'stages' | 'touchpoints', string>; children: ReactNode }) {
  const t = useWords('map')
  const links = (['stages', 'touchpoints'] as const).map((value) => ({ value, label: t(`detail.${value}`), href: hrefs[value] }))
  return (
    <div className="flex flex-col items-end gap-2 max-wide:items-start print:hidden">
      {children}
      <div className="flex items-center gap-2">
        <SegmentLinks label={t('detail.label')} current={detail} links={links} />
        <LanesMenu />
      </div>
    </div>
  )
}
