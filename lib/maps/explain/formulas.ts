import type { Metric } from '#lib/stats/measure'
import type { RateName } from '#lib/stats/reach'

/** How a number is made, for people (words) and for whoever recalculates it (symbols). `id` is its place on the page /help/numbers. */
export type Formula = { id: string; words: string; symbols: string; source: string }

const INDEX_INTERVAL = "n' = n + 3, m' = S/n', V' = (Q + 1.5)/n' − m'², interval = 100 (m' ∓ 1.96 √(V'/n'))"
const WILSON = 'Wilson interval of x of n'
const ROCKS = 'Adjusted Wald interval: Rocks 2016, The American Statistician 70'
const WILSON_1927 = 'Wilson 1927, Journal of the American Statistical Association 22'

const mean = (lo: number, hi: number): string => `mean = Σx/n; interval: that of e = (2x − ${lo} − ${hi})/${hi - lo}, mapped back`

export const FORMULAS: Record<Metric, Formula> = {
  nps: {
    id: 'nps',
    words: 'Percent of answers 9 and 10 minus percent of answers 0 to 6.',
    symbols: `NPS = 100 (P − D)/n, S = P − D, Q = P + D; ${INDEX_INTERVAL}`,
    source: `Reichheld 2003, Harvard Business Review. ${ROCKS}`,
  },
  csat_top2_pct: {
    id: 'csat_top2_pct',
    words: 'Percent of answers 4 and 5 on the scale from 1 to 5.',
    symbols: `CSAT = 100 x/n, x = answers 4–5; ${WILSON}`,
    source: WILSON_1927,
  },
  csat_mean: { id: 'csat_mean', words: 'Mean answer on the scale from 1 to 5.', symbols: mean(1, 5), source: ROCKS },
  ces_top3_pct: {
    id: 'ces_top3_pct',
    words: 'Percent of answers 5 to 7 on the scale from 1 to 7, where 7 is easy.',
    symbols: `CES = 100 x/n, x = answers 5–7; ${WILSON}`,
    source: `Dixon, Freeman & Toman 2010, Harvard Business Review. ${WILSON_1927}`,
  },
  ces_mean: { id: 'ces_mean', words: 'Mean answer on the scale from 1 to 7, where 7 is easy.', symbols: mean(1, 7), source: ROCKS },
  ces_net: {
    id: 'ces_net',
    words: 'Percent of answers 6 and 7 minus percent of answers 1 to 3.',
    symbols: `net = 100 (E − D)/n, S = E − D, Q = E + D; ${INDEX_INTERVAL}`,
    source: ROCKS,
  },
  emotion_index: {
    id: 'emotion_index',
    words: 'Each score is put on a scale from −1 (worst) to +1 (best). A response counts once: as the mean of its answers at a touchpoint, and at a stage as the mean of its touchpoints there. The index is 100 times the mean over all responses.',
    symbols: `e = (2x − lo − hi)/(hi − lo), index = 100 Σe/n, S = Σe, Q = Σe²; ${INDEX_INTERVAL}`,
    source: `Percent of maximum possible: Cohen, Cohen, Aiken & West 1999. ${ROCKS}`,
  },
  sentiment_index: {
    id: 'sentiment_index',
    words: '100 times the mean of the faces chosen, from −1 to +1.',
    symbols: `index = 100 Σe/n, S = Σe, Q = Σe²; ${INDEX_INTERVAL}`,
    source: ROCKS,
  },
  text_index: {
    id: 'text_index',
    words: '100 times the mean sentiment read from comments, from −1 to +1. It is no part of the emotion index.',
    symbols: `index = 100 Σe/n, S = Σe, Q = Σe²; ${INDEX_INTERVAL}`,
    source: ROCKS,
  },
}

/** The colour of a pain point: one value an answer, of one instrument. */
export const INSTRUMENT_INDEX: Formula = {
  id: 'instrument_index',
  words: 'Each answer of this instrument is put on a scale from −1 (worst) to +1 (best); the index is 100 times their mean.',
  symbols: `e = (2x − lo − hi)/(hi − lo), index = 100 Σe/n, S = Σe, Q = Σe²; ${INDEX_INTERVAL}`,
  source: `Percent of maximum possible: Cohen, Cohen, Aiken & West 1999. ${ROCKS}`,
}

export const DIFFERENCE: Formula = {
  id: 'difference',
  words: 'The map minus what it is compared with, before any rounding. It is called clear where chance alone, after allowing for all differences shown beside it, would seldom make one so large (q at most .05).',
  symbols: "d = m'₁ − m'₂, SE = √(SE'₁² + SE'₂²), z = d/SE, interval = d ∓ 1.96 SE, p two-sided; q = Benjamini–Hochberg of all p of this kind",
  source: 'Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57',
}

export const COUNT: Formula = {
  id: 'count',
  words: 'How many responses count here. Places with too few to be shown are left out of a sum.',
  symbols: 'n = Σ n of the stages that are shown',
  source: 'A count',
}

export const HELD: Formula = {
  id: 'held',
  words: 'Answers that are held back because something about them looked wrong, such as a form filled in faster than anybody reads. They count in no number until somebody has looked at them and lets them count.',
  symbols: 'held = Σ n of answers held back; all = counted + held',
  source: 'A count',
}

export const EXPOSED: Formula = {
  id: 'exposed',
  words: 'How often a survey was put before somebody here. A display that is reported twice counts once.',
  symbols: 'n = Σ exposed',
  source: 'A count of events',
}

export const RATES: Record<RateName, Formula> = {
  response_rate: {
    id: 'response_rate',
    words: 'Of all times that a survey was put before somebody here, the percent in which it was answered to its end. Both are counted on the day on which they happened.',
    symbols: `rate = 100 x/n, x = completed, n = exposed; ${WILSON}`,
    source: WILSON_1927,
  },
  drop_off: {
    id: 'drop_off',
    words: 'Of all who began to answer here, the percent who did not come to the end.',
    symbols: `rate = 100 x/n, x = started − completed, n = started; ${WILSON}`,
    source: WILSON_1927,
  },
  conversion: {
    id: 'conversion',
    words: 'Of all times that a survey was put before somebody here, the percent in which your site reported that they did what the step is for. Where it never reports that, there is no rate.',
    symbols: `rate = 100 x/n, x = converted, n = exposed; ${WILSON}`,
    source: WILSON_1927,
  },
}

export const SEVERITY: Formula = {
  id: 'severity',
  words: 'How much this point hurts: the share of negative answers (small samples pulled to the journey’s own share), times the share of people who come by, times how strongly it goes together with how they feel in the end.',
  symbols: 'severity = 100 p̃ R I; p̃ = (neg + 10 p₀)/(n + 10), R = people here / people in the journey, I = (nᵣ max(0, r) + 9)/(nᵣ + 30)',
  source: 'Shrinkage: Efron & Morris 1975, Journal of the American Statistical Association 70',
}

export const PLANNED: Formula = {
  id: 'plan',
  words: 'Answers needed from how widely answers spread here: for an interval of that width, or to find a change of that size four times out of five.',
  symbols: "margin m: n = z² V'/m² − 3; change d: n = (z.975 + z.8)² 2V'/d² − 3 in each period; rounded up",
  source: 'Cochran 1977, Sampling Techniques, 4.4; Chow, Shao & Wang 2008, Sample Size Calculations, 3.2',
}

export const VARIANTS: Formula = {
  id: 'variants',
  words: 'One variant minus the other. Nothing is said where answers came in from the two in another ratio than planned, and nothing is called clear before both have the answers that a difference of 15 points needs.',
  symbols: "d = m₁ − m₂, t = d/√(V₁/n₁ + V₂/n₂) with Welch's degrees of freedom; blocked at χ² p < .001 of the split",
  source: 'Welch 1947, Biometrika 34',
}

export const DRIVER: Formula = {
  id: 'driver',
  words: 'How closely the feeling at this place and the outcome go together, over people of whom both are known: 1 is in step, 0 not at all, −1 opposite. It does not say that the one causes the other.',
  symbols: "Pearson's r of e here with the same person's outcome; interval = tanh(atanh r ∓ 1.96/√(n − 3)); shown from n = 30",
  source: 'Fisher 1921, Metron 1',
}

export const RANKS: Formula = {
  id: 'ranks',
  words: 'The same by ranks: whether who felt better here had the better outcome, however much better. Where it differs much from r, a few extreme answers make r.',
  symbols: "Spearman's ρ = Pearson's r of the mid-ranks",
  source: 'Spearman 1904, American Journal of Psychology 15',
}

export const WEIGHT: Formula = {
  id: 'weight',
  words: 'Which part of the differences between people’s outcomes goes together with this place, where all places are looked at together and what they share is divided between them. All weights add up to R².',
  symbols: 'R = V D Vᵀ, L = V √D Vᵀ, b = L⁻¹ r; weight j = Σₖ L²ⱼₖ b²ₖ; from 150 people with a value at each place',
  source: 'Johnson 2000, Multivariate Behavioral Research 35',
}

export const BASELINE: Formula = {
  id: 'baseline',
  words: 'What is usual here: all answers of the baseline’s months taken together, at least six months; the first six with answers unless somebody has chosen others.',
  symbols: 'μ₀ = Σe/N, σ₀ = √(Σe²/N − μ₀²) over the N answers of the baseline',
  source: 'Montgomery 2013, Introduction to Statistical Quality Control, ch. 6',
}

export const WATCH: Formula = {
  id: 'watch',
  words: 'How far a step lies from the baseline in standard errors, smoothed so that several small falls add up. A watch begins where the smoothed value falls out of its limit: a reason to look, no proof.',
  symbols: 'z = (x − μ₀)/(σ₀ √(1/n + 1/N)), E = .2 z + .8 E₋₁, watch at E < −3.3 √(.2/1.8 (1 − .8²ᵗ))',
  source: 'Roberts 1959, Technometrics 1; Lucas & Saccucci 1990, Technometrics 32',
}

export const CONFIRMED: Formula = {
  id: 'confirmed',
  words: 'The last three complete steps together minus the baseline. A fall is confirmed where chance alone, after allowing for all places tested beside it, would very seldom make one so large (q at most .01).',
  symbols: "d = m'₁ − m'₂, SE = √(SE'₁² + SE'₂²), interval = d ∓ 1.96 SE, p two-sided; q = Benjamini–Hochberg of all places",
  source: 'Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57',
}

export const FORECAST: Formula = {
  id: 'forecast',
  words: 'How the line would go on if nothing changes: its level and its trend, the trend fading with each step. Shown only where such forecasts of the past came closer than “same as last step”.',
  symbols: 'ŷₕ = l + (φ + … + φʰ) b; variance σ² (1 + Σ_{j<h} (α + β (φ + … + φʲ))²); from 8 steps',
  source: 'Gardner & McKenzie 1985, Management Science 31',
}
