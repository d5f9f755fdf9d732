import { PERSONA } from '#lib/journeys/personas/definition'
import type { JourneyMap } from '#lib/maps/types'

/** What a view asks for and its map has not: a stage that left it, or answers of its group. Each has its sentence, as `missing.stage`. */
export type Missing = 'stage' | 'persona' | 'group'

export function missingOf({ stages, filter, answers }: Pick<JourneyMap, 'stages' | 'filter' | 'answers'>, stage: string | undefined): Missing | null {
  if (stage !== undefined && !stages.some(({ key }) => key === stage)) return 'stage'
  if (!filter || answers !== 0) return null
  return filter.dimension === PERSONA ? 'persona' : 'group'
}
