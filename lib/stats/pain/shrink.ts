/** One touchpoint's answers: how many there are and how many of them are negative (METRICS 1). */
export type NegativeCount = { negative: number; n: number }

/** How many answers' worth the journey's own share weighs in every cell, unless the journey says it itself (priorStrength). */
export const PRIOR_STRENGTH = 10

const WEAKEST = 2
const STRONGEST = 1000

function totalOf(cells: readonly NegativeCount[]): NegativeCount {
  return cells.reduce((sum, { negative, n }) => ({ negative: sum.negative + negative, n: sum.n + n }), { negative: 0, n: 0 })
}

/**
 * p0, the negative share of a journey over all of its cells, from 0 to 1. Null without answers.
 * Example: negative 6/30/90/5/9 of 40/120/200/6/15 -> 0.3674540682414698.
 */
export function priorShare(cells: readonly NegativeCount[]): number | null {
  const { negative, n } = totalOf(cells)
  return n === 0 ? null : negative / n
}

/**
 * p~ = (neg + m p0)/(n + m), from 0 to 1: the negative share drawn to the prior, the more so the fewer answers there are, so that
 * three bad answers of four do not lead the list (METRICS 4; Efron & Morris 1975, Journal of the American Statistical
 * Association 70). Null without answers: nobody said that it hurts.
 * Example: 5 of 6 with the prior 0.3674540682414698 -> 0.5421587926509186.
 */
export function shrunkShare({ negative, n }: NegativeCount, prior: number, m = PRIOR_STRENGTH): number | null {
  return n === 0 ? null : (negative + m * prior) / (n + m)
}

/**
 * The m that the journey's own cells ask for (empirical Bayes by the method of moments; Kleinman 1973, Journal of the American
 * Statistical Association 68): Q = sum n_i (p_i - p0)^2, tau^2 = max(0, (Q - p0(1-p0)(k-1))/(N - sum n_i^2/N)) is the spread of
 * the true shares, m = p0(1-p0)/tau^2 - 1 in [2, 1000]. Cells that spread no more than chance does, or one cell alone, give
 * 1000: all are as the journey. Cells without answers do not count; null where none has any.
 * Example: negative 6/30/90/5/9 of 40/120/200/6/15 -> 7.900497950037968.
 */
export function priorStrength(cells: readonly NegativeCount[]): number | null {
  const answered = cells.filter(({ n }) => n > 0)
  const { n: all } = totalOf(answered)
  const prior = priorShare(answered)
  if (prior === null) return null
  const chance = prior * (1 - prior)
  const spread = answered.reduce((sum, { negative, n }) => sum + n * (negative / n - prior) ** 2, 0)
  const squares = answered.reduce((sum, { n }) => sum + n * n, 0)
  const beyondChance = spread - chance * (answered.length - 1)
  if (answered.length < 2 || beyondChance <= 0) return STRONGEST
  const between = beyondChance / (all - squares / all)
  return Math.min(STRONGEST, Math.max(WEAKEST, chance / between - 1))
}
