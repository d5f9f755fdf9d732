import { SegmentLinks } from '#ui/segment'
import { useWords } from '#words'
import { LanesMenu } from '../_lanes/lanes-menu'

/** How the map is drawn: how much of it, and which lanes. */
export function MapTools({ detail, hrefs }: { detail: 'stages' | 'touchpoints'; hrefs: Record<'stages' | 'touchpoints', string> }) {
  const t = useWords('map')
  const links = (['stages', 'touchpoints'] as const).map((value) => ({ value, label: t(`detail.${value}`), href: hrefs[value] }))
  return (
    <div className="flex shrink-0 items-center gap-2 print:hidden">
      <SegmentLinks label={t('detail.label')} current={detail} links={links} />
      <LanesMenu />
    </div>
  )
}
