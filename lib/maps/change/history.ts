import type { Tx } from '#db/open'
import type { AskedInstrument, Instrument } from '#lib/stats/instruments'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { addDays, addMonths, monthOf } from '#lib/time'
import { ASKED_INSTRUMENTS } from '../asked'
import { type Cell, type CellQuery, readCells, type Step } from '../cells'
import { stepsOf, stepStart } from '../steps'

/**
 * One step of a place: its tally of the metric, and by which instruments people were asked there. A step that is too small to show
 * has an empty tally: nothing is computed from a number that nobody may see.
 */
export type Period = { from: string; to: string; complete: boolean; tally: Tally; asked: readonly AskedInstrument[] }

type Steps = ReturnType<typeof stepsOf>

/** What one place answered in these steps, by one metric; `isGone` says which steps are hidden. */
export function periodsOf(steps: Steps, cells: readonly Cell[], metric: Instrument, isGone: (tally: Tally, step: Steps[number]) => boolean): Period[] {
  const found = new Map(cells.map((cell) => [`${cell.period} ${cell.instrument}`, cell.tally]))
  return steps.map((step) => {
    const tally = found.get(`${step.start} ${metric}`) ?? EMPTY
    const asked = ASKED_INSTRUMENTS.filter((instrument) => (found.get(`${step.start} ${instrument}`)?.n ?? 0) > 0)
    return { from: step.from, to: step.to, complete: step.complete, tally: isGone(tally, step) ? EMPTY : tally, asked }
  })
}

// So far back a baseline is looked for; a mean of ever smaller weights knows nothing any more of two hundred steps ago.
const MOST_MONTHS = 300
const WARM_UP = 200
const MOST_STEPS = 1000

const warmUp = (day: string, every: 'day' | 'week') => stepStart(addDays(day, every === 'week' ? -7 * WARM_UP : -WARM_UP), every)

/**
 * The months in which a baseline can lie, and the steps that lead up to those asked for: what stands at a step must not depend on
 * where somebody began to look.
 */
export async function readHistory(tx: Tx, query: CellQuery, every: Step, today: string) {
  const to = query.to < today ? query.to : today
  const read = async (from: string, by: Step) => {
    if (from > to) return { steps: [], cells: [] }
    const cells = await readCells(tx, { ...query, from, to, every: by })
    const first = cells.map((cell) => cell.period).sort()[0]
    return { steps: first === undefined ? [] : stepsOf({ from: first, to }, by, today, MOST_STEPS), cells }
  }
  const months = await read(addMonths(monthOf(to), 1 - MOST_MONTHS), 'month')
  return { months, steps: every === 'month' ? months : await read(warmUp(query.from, every), every) }
}

export const isTooSmall = (tally: Tally): boolean => hidden(tally.n, K_DEFAULT)
