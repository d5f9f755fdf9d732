import type { Drivers } from '../drivers/read-drivers'
import { DRIVER, FORMULAS, RANKS, WEIGHT } from './formulas'
import { type Located, tokensOf, unknownNumber } from './locate'

/** A place's r with its interval (the driver as a whole), its rank correlation, weight, or emotion index over the days of the study; R². */
export function locateInDrivers(drivers: Drivers, number: string): Located {
  const [, i = '', part] = tokensOf(number)
  if (number === '/johnson/r2' && drivers.johnson) {
    return { name: 'R² of all places together', formula: WEIGHT, metric: null, shown: drivers.johnson.r2, isHidden: false, cell: null, against: null }
  }
  const driver = /^\/drivers\/\d+(\/(performance|weight|spearman))?$/.test(number) ? drivers.drivers[Number(i)] : undefined
  if (!driver) throw unknownNumber(number)
  const { key, name, suppressed, performance, weight, spearman } = driver
  if (part === 'performance') {
    const cell = drivers.window && { level: drivers.by, place: key, instrument: 'emotion' as const, ...drivers.window, filter: null }
    return { name: `Emotion index at ${name}`, formula: FORMULAS.emotion_index, metric: null, shown: performance, isHidden: performance.suppressed, cell, against: null }
  }
  const made = {
    weight: { name: `Weight of ${name}`, formula: WEIGHT, shown: weight },
    spearman: { name: `How ${name} goes together with the outcome, by ranks`, formula: RANKS, shown: spearman },
  }
  const driving = { name: `How ${name} goes together with the outcome`, formula: DRIVER, shown: driver }
  const about = part === 'weight' || part === 'spearman' ? made[part] : driving
  return { ...about, metric: null, isHidden: suppressed, cell: null, against: null }
}
