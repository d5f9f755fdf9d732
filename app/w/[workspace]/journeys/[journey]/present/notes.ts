import type { JourneyMap, MapStage } from '#lib/maps/types'
import { askedOf, type Written, wroteOf } from '../../../../../_poster/facts'

/** What whoever speaks may want to say: every number of the slide as a sentence, and what the team wrote beside it. */
export function noteOf({ t, say }: Written, map: JourneyMap, stage: MapStage): string {
  const numbers = [stage.emotion, ...askedOf([stage]).map(({ key }) => stage[key])].map((measured) => `${say.describe(measured)}.`)
  const { owner } = wroteOf(map, stage.key)
  const kpis = (map.lanes.kpi.stage[stage.key] ?? []).map(({ name, value, target }) => `${name} ${value}${target ? ` (${t('target')} ${target})` : ''}.`)
  const doing = map.lanes.doing.stage[stage.key] ?? []
  const said = [owner ? t('present.asks', { name: owner.name }) : '', ...kpis, doing.length > 0 ? `${t('present.doing')}: ${doing.join(', ')}.` : '']
  return [...numbers, ...said].filter(Boolean).join(' ')
}
