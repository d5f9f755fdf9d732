import type { JourneyMap, MapStage } from '#lib/maps/types'
import type { Measured, Metric } from '#lib/stats/measure'

export const measured = (value: number | null, n: number | null = 40, metric: Metric = 'emotion_index'): Measured => ({
  metric, value, low: value === null ? null : value - 5, high: value === null ? null : value + 5, n: value === null ? n : n, suppressed: n === null, lowN: n !== null && n > 0 && n < 30,
})

export const numbers = (value: number | null, n: number | null = 40) => {
  const none = measured(null, 0)
  return { emotion: measured(value, n), nps: { ...none, metric: 'nps' as const }, csat: { ...none, metric: 'csat_top2_pct' as const }, ces: { ...none, metric: 'ces_top3_pct' as const }, sentiment: none, text: none }
}

/** As much of a map as a text of it needs: one stage with one touchpoint. */
export function charted(name: string, stage: string, touchpoint: string, value: number | null = 20, n: number | null = 40): Pick<JourneyMap, 'journey' | 'from' | 'to'> & { stages: (MapStage & { headline: string })[] } {
  const own = { key: 't', name: touchpoint, channel: 'web', overall: false, ...numbers(value, n) }
  return { journey: { key: 'j', name }, from: '2026-01-01', to: '2026-03-31', stages: [{ key: 's', name: stage, position: 1, headline: '', touchpoints: [own], ...numbers(value, n) }] }
}
