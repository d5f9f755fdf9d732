import type { MapStage } from '#lib/maps/types'
import type { Measured, Metric } from '#lib/stats/measure'

export const measured = (metric: Metric, value: number, n = 100): Measured => ({
  metric,
  value,
  low: value - 10,
  high: value + 10,
  n,
  suppressed: false,
  lowN: n < 30,
})

export const nobody = (metric: Metric): Measured => ({ metric, value: null, low: null, high: null, n: 0, suppressed: false, lowN: false })

export const hidden = (metric: Metric): Measured => ({ ...nobody(metric), n: null, suppressed: true })

/** A stage of which only the emotion index is known. */
export const stage = (name: string, emotion: Measured): MapStage => ({
  key: name.toLowerCase(),
  name,
  position: 1,
  emotion,
  nps: nobody('nps'),
  csat: nobody('csat_top2_pct'),
  ces: nobody('ces_top3_pct'),
  sentiment: nobody('sentiment_index'),
  text: nobody('text_index'),
  touchpoints: [],
})
