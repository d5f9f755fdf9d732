import { type Factors, severity } from './severity'

export type PainCell = Factors & { persistence: number }
export type Ranked<Cell extends PainCell> = Cell & { severity: number }

/**
 * Cells by severity, the worst first; where it is the same, what has lasted longer, then as given (METRICS 4). Cells whose
 * severity is not known are left out.
 * Example: severities 6, 9, 6 with persistence 0, 0, 2 -> the second, the third, the first.
 */
export function rankPains<Cell extends PainCell>(cells: readonly Cell[]): Ranked<Cell>[] {
  return cells
    .flatMap((cell) => {
      const known = severity(cell)
      return known === null ? [] : [{ ...cell, severity: known }]
    })
    .sort((a, b) => b.severity - a.severity || b.persistence - a.persistence)
}

const FACTORS = ['share', 'reach', 'impact'] as const

/** A factor that stands out: its value, that of the median cell, and how many times as large it is (null: the median is 0). */
export type Reason = { factor: keyof Factors; value: number; median: number; times: number | null }

// A tenth above the median is the least that is worth a word.
const STANDS_OUT = 1.1

function medianOf(values: readonly number[]): number | null {
  const rising = [...values].sort((a, b) => a - b)
  const upper = rising[Math.floor(rising.length / 2)]
  const lower = rising[Math.ceil(rising.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/**
 * Why a cell stands where it does: which of share, reach and impact are well above the median of the cells it is ranked with
 * (itself among them), the strongest first. Severity is their product, so "times" compare among the three. Nothing stands out: [].
 * Example: share .5 against a median of .2, reach and impact at the median -> [{ factor: 'share', times: 2.5, … }].
 */
export function whyFirst(cell: Factors, cells: readonly Factors[]): Reason[] {
  const reasons = FACTORS.flatMap((factor): Reason[] => {
    const value = cell[factor]
    const median = medianOf(cells.map((each) => each[factor]).filter((x) => x !== null))
    if (value === null || median === null || value <= STANDS_OUT * median) return []
    return [{ factor, value, median, times: median === 0 ? null : value / median }]
  })
  return reasons.sort((a, b) => (b.times ?? Infinity) - (a.times ?? Infinity) || 0)
}
