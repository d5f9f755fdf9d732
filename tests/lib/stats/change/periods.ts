import type { IndexSums } from '#lib/stats/interval'

/** A period of NPS answers: promoters, passives, detractors. */
export const period = (promoters: number, passives: number, detractors: number): IndexSums => ({
  n: promoters + passives + detractors, s: promoters - detractors, q: promoters + detractors,
})

export const times = (count: number, sums: IndexSums): IndexSums[] => new Array<IndexSums>(count).fill(sums)
