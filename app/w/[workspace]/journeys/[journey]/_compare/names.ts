import type { ComparedSeries, Filter, JourneyMap } from '#lib/maps/types'
import type { Say } from '#lib/words/say'
import type { Translate } from '../../../../../_words/translate'
import { groupText } from './groups'

/** What comparisons are written with. */
export type CompareWords = { t: Translate<'compare'>; say: Say }

type Group = { from: string; to: string; filter: Filter | null }
type Base = Pick<JourneyMap, 'from' | 'to' | 'filter'> & Partial<Pick<JourneyMap, 'personas'>>

/** What each series is called, the base first: by what tells them apart, days or group, and both where both differ. */
export function namesOf({ t, say }: CompareWords, map: Base, compared: readonly Pick<ComparedSeries, 'from' | 'to' | 'filter'>[]): string[] {
  const groups: Group[] = [map, ...compared]
  const groupName = ({ filter }: Group) => (filter ? groupText(t, filter, map.personas) : t('everybody'))
  const differ = (of: (group: Group) => string) => new Set(groups.map(of)).size > 1
  const days = (group: Group) => say.days(group.from, group.to)
  const [byGroup, byDays] = [differ(groupName), differ(days)]
  return groups.map((group) => [byGroup && groupName(group), (byDays || !byGroup) && days(group)].filter(Boolean).join(', '))
}
