import Link from 'next/link'
import type { JourneyMap } from '#lib/maps/types'
import { useWords } from '#words'
import { groupText } from '../_compare/groups'

type NoReachProps = { map: Pick<JourneyMap, 'reach' | 'filter' | 'personas'>; embed: string | null; columns?: { gridTemplateColumns: string } }

/** In the lane's place: why there is no reach, and how it comes to be. `embed`: where surveys are put before people. */
export function NoReach({ map: { reach, filter, personas }, embed, columns }: NoReachProps) {
  const [t, compare] = [useWords('pain.reach'), useWords('compare')]
  // Of a channel there is reach; a shared map has none for other reasons.
  const isFiltered = reach === null && filter !== null && filter.dimension !== 'channel'
  if (!isFiltered && (reach === null || embed === null)) return null
  const words = isFiltered
    ? t('filtered', { group: groupText(compare, filter, personas) })
    : t.rich('none', {
        embed: (chunks) => (
          <Link href={embed ?? ''} prefetch={false} className="link">
            {chunks}
          </Link>
        ),
      })
  if (!columns) return <p className="border-t border-line px-4 py-2.5 text-xs text-ink-2">{words}</p>
  return (
    <div className="grid min-w-fit border-t border-line" style={columns}>
      <h3 className="map-gutter py-1.5 text-sm font-semibold">{t('title')}</h3>
      <p className="px-3 py-2 text-xs text-ink-2" style={{ gridColumn: '2 / -1' }}>
        {words}
      </p>
    </div>
  )
}
