import type { Drivers } from '../read-drivers'
import { DRIVER, FORMULAS, WEIGHT } from './formulas'
import { type Located, tokensOf, unknownNumber } from './locate'

/** A place's r with its interval (the driver as a whole), its weight, or its emotion index over the days of the study. */
export function locateInDrivers(drivers: Drivers, number: string): Located {
  const [, i = '', part] = tokensOf(number)
  const driver = /^\/drivers\/\d+(\/(performance|weight))?$/.test(number) ? drivers.drivers[Number(i)] : undefined
  if (!driver) throw unknownNumber(number)
  const { key, name, suppressed, performance, weight } = driver
  if (part === 'performance') {
    const cell = drivers.window && { level: drivers.by, place: key, instrument: 'emotion' as const, ...drivers.window, filter: null }
    return { name: `Emotion index at ${name}`, formula: FORMULAS.emotion_index, metric: null, shown: performance, isHidden: performance.suppressed, cell, against: null }
  }
  const about = part === 'weight' ? { name: `Weight of ${name}`, formula: WEIGHT, shown: weight } : { name: `How ${name} goes together with the outcome`, formula: DRIVER, shown: driver }
  return { ...about, metric: null, isHidden: suppressed, cell: null, against: null }
}
