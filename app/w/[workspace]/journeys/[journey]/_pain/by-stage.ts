import type { JourneyMap, PainCell, StageHeat } from '#lib/maps/types'
import type { AskedInstrument } from '#lib/stats/instruments'

const ASKED = ['nps', 'csat', 'ces', 'sentiment'] as const

/** The instruments that anybody answered, in their usual order. */
export const askedIn = (heat: readonly StageHeat[]): AskedInstrument[] => ASKED.filter((instrument) => heat.some((cell) => cell.instrument === instrument))

export type StageCell = { heat: StageHeat; worst: (PainCell & { at: number }) | null }

/** One stage and instrument: its answers as a whole, and of its touchpoints the most severe one. */
export function stageCell({ heat, pain }: Pick<JourneyMap, 'heat' | 'pain'>, stage: string, instrument: AskedInstrument): StageCell | null {
  const found = heat.find((cell) => cell.stage === stage && cell.instrument === instrument)
  if (!found) return null
  const own = pain.map((cell, i) => ({ ...cell, at: i })).filter((cell) => cell.stage === stage && cell.instrument === instrument && cell.pain?.severity != null)
  const worst = own.toSorted((a, b) => (b.pain?.severity ?? 0) - (a.pain?.severity ?? 0))[0] ?? null
  return { heat: found, worst }
}
