import type { JourneyMap, MapStage } from '#lib/maps/types'
import { describeMeasured } from '#lib/stats/format'
import { askedOf, type ShowWords, wroteOf } from '../../../../../_poster/facts'

/** What whoever speaks may want to say: every number of the slide as a sentence, and what the team wrote beside it. */
export function noteOf(map: JourneyMap, stage: MapStage, t: ShowWords): string {
  const numbers = [stage.emotion, ...askedOf([stage]).map(({ key }) => stage[key])].map((measured) => `${describeMeasured(measured)}.`)
  const { owner } = wroteOf(map, stage.key)
  const kpis = (map.lanes.kpi.stage[stage.key] ?? []).map(({ name, value, target }) => `${name} ${value}${target ? ` (${t('target')} ${target})` : ''}.`)
  const doing = map.lanes.doing.stage[stage.key] ?? []
  const said = [owner ? t('present.asks', { name: owner.name }) : '', ...kpis, doing.length > 0 ? `${t('present.doing')}: ${doing.join(', ')}.` : '']
  return [...numbers, ...said].filter(Boolean).join(' ')
}
