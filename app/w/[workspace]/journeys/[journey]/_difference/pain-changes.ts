import type { JourneyMap } from '#lib/maps/types'
import type { CompareWords } from '../_compare/names'
import { isEarlier, wordsOf } from './difference'

/** The clear changes of the pain points, in their order. With more groups than one an arrow could not say of which it speaks. */
export function painChangesOf(t: CompareWords['t'], map: Pick<JourneyMap, 'from' | 'compared'>): ({ isFall: boolean; says: string } | null)[] {
  const [series, ...more] = map.compared
  if (!series || more.length > 0) return []
  const earlier = isEarlier(map, series)
  return series.pain.map(({ difference }) =>
    difference.isClear ? { isFall: (difference.value ?? 0) < 0, says: wordsOf(t, difference, earlier) } : null,
  )
}
