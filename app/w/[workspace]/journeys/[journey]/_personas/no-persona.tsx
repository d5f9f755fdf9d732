import { useWords } from '#words'
import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import type { MapPersonas } from '#lib/maps/personas/types'
import type { Filter } from '#lib/maps/types'

/** Beside curves of personas: how many belong to none, so that nobody takes the curves for everybody. */
export function NoPersona({ personas: { list }, filter }: { personas: MapPersonas; filter: Filter | null }) {
  const t = useWords('personas')
  const rest = list.find(({ key }) => key === UNMATCHED)
  if (filter?.dimension !== PERSONA || filter.value === UNMATCHED || !rest) return null
  return <span className="text-xs text-ink-2">{rest.n === null ? t('map.unmatchedFew') : t('map.unmatched', { n: rest.n })}</span>
}
