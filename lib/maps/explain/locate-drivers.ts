import type { Drivers } from '../drivers/read-drivers'
import { DRIVER, FORMULAS, RANKS, WEIGHT } from './formulas'
import { type Located, tokensOf, unknownNumber } from './locate'

/** A place's r with its interval (the driver as a whole), its rank correlation, weight, or emotion index over the days of the study; R². */
export function locateInDrivers(drivers: Drivers, number: string): Located {
  const [, i = '', part] = tokensOf(number)
  if (number === '/johnson/r2' && drivers.johnson) {
    return { called: { is: 'r2' }, formula: WEIGHT, metric: null, shown: drivers.johnson.r2, isHidden: false, cell: null, against: null }
  }
  const driver = /^\/drivers\/\d+(\/(performance|weight|spearman))?$/.test(number) ? drivers.drivers[Number(i)] : undefined
  if (!driver) throw unknownNumber(number)
  const { key, name, suppressed, performance, weight, spearman } = driver
  if (part === 'performance') {
    const cell = drivers.window && { level: drivers.by, place: key, instrument: 'emotion' as const, ...drivers.window, filter: null }
    return { called: { is: 'emotion', place: name }, formula: FORMULAS.emotion_index, metric: null, shown: performance, isHidden: performance.suppressed, cell, against: null }
  }
  const about = { metric: null, isHidden: suppressed, cell: null, against: null }
  if (part === 'weight') return { ...about, called: { is: 'weight', place: name }, formula: WEIGHT, shown: weight }
  if (part === 'spearman') return { ...about, called: { is: 'ranks', place: name }, formula: RANKS, shown: spearman }
  return { ...about, called: { is: 'driver', place: name }, formula: DRIVER, shown: driver }
}
