import type { JourneyMap } from '../types'
import { EXPOSED, RATES } from './formulas'
import { type Located, tokensOf, unknownNumber } from './locate'

/** How often a survey was put before somebody at a place, or one of its rates. */
export function locateInReach({ reach, stages }: JourneyMap, number: string): Located {
  const [, i = '', part = ''] = tokensOf(number)
  const row = /^\/reach\/\d+\/(exposed|responseRate|dropOff|conversion)$/.test(number) ? reach?.[Number(i)] : undefined
  const stage = stages.find(({ key }) => key === row?.stage)
  const place = row?.touchpoint == null ? stage : stage?.touchpoints.find(({ key }) => key === row.touchpoint)
  if (!row || !place) throw unknownNumber(number)
  const about = { metric: null, cell: null, against: null }
  if (part === 'exposed') return { ...about, called: { is: 'exposed', place: place.name }, formula: EXPOSED, shown: row.exposed, isHidden: row.exposed === null }
  const rate = part === 'responseRate' ? row.responseRate : part === 'dropOff' ? row.dropOff : row.conversion
  return { ...about, called: { is: 'rate', rate: rate.metric, place: place.name }, formula: RATES[rate.metric], shown: rate, isHidden: rate.suppressed }
}
