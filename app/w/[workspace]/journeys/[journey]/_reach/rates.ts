import type { Reach } from '#lib/maps/reach/types'
import type { JourneyMap } from '#lib/maps/types'
import type { Rate } from '#lib/stats/reach'

export const RATES = ['responseRate', 'dropOff', 'conversion'] as const

/** A row of reach, with the pointer to it. */
export type Reached = { row: Reach; pointer: string }

const reached = (row: Reach, i: number): Reached => ({ row, pointer: `/reach/${i}` })

/** The rows of the stages, or with `touchpoints` all of them, in the order of the map. */
export const reachedOf = ({ reach }: Pick<JourneyMap, 'reach'>, touchpoints = false): Reached[] =>
  (reach ?? []).map(reached).filter(({ row }) => touchpoints || row.touchpoint === null)

/** Is there anything to say of a rate? What nobody reports is left out, not drawn empty. */
const isTold = (rate: Rate) => rate.value !== null || rate.suppressed || rate.reason === 'more_than_base'

/** The rates that any of these places has; the first one always, as the lane is about it. */
export const ratesOf = (rows: readonly Reached[]): readonly (typeof RATES)[number][] =>
  RATES.filter((key) => key === 'responseRate' || rows.some(({ row }) => isTold(row[key])))
