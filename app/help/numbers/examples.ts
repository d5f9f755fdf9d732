import { baselineOf } from '#lib/stats/change/baseline'
import { confirmChanges } from '#lib/stats/change/confirmed'
import { watch } from '#lib/stats/change/ewma'
import { forecast } from '#lib/stats/change/forecast'
import { measureDifference } from '#lib/stats/compare/metric-difference'
import { welch } from '#lib/stats/compare/welch'
import { pearson, spearman } from '#lib/stats/drivers/correlation'
import { relativeWeights } from '#lib/stats/drivers/johnson'
import { addPair, type PairCounts } from '#lib/stats/drivers/pairs'
import { formatIndex, formatNumber, formatRange, formatValue } from '#lib/stats/format'
import { measureIndex } from '#lib/stats/index-of'
import { EMOTION_UNIT, type Instrument } from '#lib/stats/instruments'
import { type Measured, measure } from '#lib/stats/measure'
import { impactOf } from '#lib/stats/pain/impact'
import { severity } from '#lib/stats/pain/severity'
import { shrunkShare } from '#lib/stats/pain/shrink'
import { answersForDifference, answersForMargin, varianceOf } from '#lib/stats/plan'
import { formatBase, formatRate, formatRateRange } from '#lib/stats/format-rate'
import { type Rate, ratesOf } from '#lib/stats/reach'
import { sumsOf } from '#lib/stats/sums'
import { sumTallies, tallyOf } from '#lib/stats/tally'

// Worked examples, computed by the functions that the pages use: what stands here cannot differ from what they say.

const tally = (instrument: Instrument, scores: readonly (readonly [score: number, times: number])[]) =>
  sumTallies(scores.flatMap(([score, times]) => new Array(times).fill(tallyOf(instrument, score))))

const CSAT = tally('csat', [[1, 3], [2, 5], [3, 12], [4, 40], [5, 60]])
const CES = tally('ces', [[1, 4], [2, 6], [3, 9], [4, 11], [5, 20], [6, 30], [7, 20]])
const FACES = tally('sentiment', [[-100, 2], [-50, 3], [0, 10], [50, 15], [100, 10]])
const NPS = tally('nps', [[9, 54], [7, 28], [3, 18]])
const OTHER = tally('nps', [[9, 78], [7, 64], [3, 58]])
// .9, −5/9, .5, .25, .4, −5/12, .9 and 2/3 in the unit that emotion is stored in.
const FELT = [0.9, -5 / 9, 0.5, 0.25, 0.4, -5 / 12, 0.9, 2 / 3].map((e) => tallyOf('emotion', Math.round(e * EMOTION_UNIT)))

const gives = (given: string, m: Measured) => `${given} give ${formatValue(m)}, 95 % interval ${formatRange(m)}.`
const csat = '3, 5, 12, 40 and 60 answers of 1 to 5'
const ces = '4, 6, 9, 11, 20, 30 and 20 answers of 1 to 7'
const dot = (x: number, digits = 2) => formatNumber(x, digits).replace(/^(−?)0\./, '$1.')

function differences() {
  const d = measureDifference('nps', NPS, OTHER)
  const t = welch(sumsOf('nps', NPS).sums, sumsOf('nps', OTHER).sums)
  if (!d || !t) throw new Error('Both sides have answers.')
  return {
    difference: `NPS ${formatValue(measure('nps', NPS))} of 100 answers minus NPS ${formatValue(measure('nps', OTHER))} of 200: ${formatIndex(d.value)} points, 95 % interval ${formatIndex(d.low)} to ${formatIndex(d.high)}, p ${dot(d.p, 3)}. It is a little less than the two values shown differ by, as both are drawn to the middle by the three answers of their intervals.`,
    variants: `The same answers as two variants: t ${formatNumber(t.t, 2)} with ${formatNumber(t.df)} degrees of freedom, ${formatIndex(t.value)} points, 95 % interval ${formatIndex(t.low)} to ${formatIndex(t.high)}.`,
  }
}

function reaching() {
  const { responseRate, dropOff, conversion } = ratesOf({ exposed: 200, started: 80, completed: 60, converted: 10 })
  const gives = (given: string, r: Rate) => `${given} ${formatBase(r)}: ${formatRate(r)}, 95 % interval ${formatRateRange(r)}.`
  return {
    exposed: 'Shown 200 times, two of them to the same person on two days: 200.',
    response_rate: gives('60 completed of', responseRate),
    drop_off: gives('60 completed of', dropOff),
    conversion: gives('10 converted of', conversion),
    held: '412 answers counted and 8 held back: “412 of 420 counted”.',
  }
}

function pains() {
  const [share, impact] = [shrunkShare({ negative: 5, n: 6 }, 0.37) ?? 0, impactOf(0.5, 30)]
  const found = severity({ share, reach: 0.4, impact }) ?? 0
  return `5 of 6 answers are negative, 37 % in the journey: p̃ is ${dot(share)}, not ${dot(5 / 6)}. With 40 % of people coming by and r .50 over 30 people, so that I is ${dot(impact)}, severity is ${formatNumber(found, 1)}.`
}

function driving() {
  const pairs: PairCounts = new Map()
  for (const [x, y] of [[1, 2], [2, 1], [3, 4], [4, 3], [5, 5]] as const) addPair(pairs, x, y)
  const r = pearson(pairs)
  const ranks: PairCounts = new Map()
  for (const [x, y] of [[1, 2], [2, 1], [2, 3], [4, 3], [5, 9]] as const) addPair(ranks, x, y)
  const rho = spearman(ranks)
  const weights = relativeWeights([[1, 0.5], [0.5, 1]], [0.6, 0.3])
  if (!r || !rho || !weights) throw new Error('Five people vary.')
  return {
    driver: `Five people with 1, 2, 3, 4, 5 here and 2, 1, 4, 3, 5 in the end: r ${dot(r.r)}, 95 % interval ${dot(r.low)} to ${dot(r.high)}. So wide an interval is why nothing is shown below 30.`,
    ranks: `Five people with 1, 2, 2, 4, 5 here and 2, 1, 3, 3, 9 in the end: ρ ${dot(rho.r)}.`,
    weight: `Two places with r .60 and .30, and .50 with each other: weights ${weights.weights.map((w) => dot(w, 3)).join(' and ')}, together R² ${dot(weights.r2)}.`,
  }
}

function changing() {
  const month = { n: 100, s: 36, q: 72 }
  const usual = baselineOf(new Array(6).fill(month))
  const [confirmed] = confirmChanges([{ baseline: usual, last: new Array(3).fill({ n: 100, s: 9, q: 72 }) }])
  const watched = watch([-3, -3, -3])
  const ahead = forecast([10, 12, 14, 16, 18, 20, 22, 24], 1)
  if (!usual || !confirmed || !ahead.shown) throw new Error('Six months are a baseline, eight a line.')
  const alarm = watched.findIndex(({ alarm: isAlarm }) => isAlarm) + 1
  const averages = watched.map(({ ewma, limit }) => `${formatNumber(ewma ?? 0, 2)} (limit ${formatNumber(-(limit ?? 0), 2)})`).join(', ')
  const { difference, q } = confirmed
  return {
    baseline: `Six months of 100 answers each with NPS +36: μ₀ ${dot(usual.mean)}, σ₀ ${dot(usual.sd)}, N ${usual.n}.`,
    watch: `Three months in a row three standard errors below: E ${averages}. The watch begins in month ${alarm}.`,
    confirmed: `After that baseline three months with NPS +9: ${formatIndex(difference.value)} points, 95 % interval ${formatIndex(difference.low)} to ${formatIndex(difference.high)}, q ${q < 0.001 ? '< .001' : dot(q, 3)}: ${confirmed.confirmed ? 'a confirmed fall' : 'not confirmed'}.`,
    forecast: `10, 12, 14, 16, 18, 20, 22, 24: the next is ${formatNumber(ahead.points[0]?.value ?? 0)}, if nothing changes.`,
  }
}

function planning() {
  const variance = varianceOf(sumsOf('nps', NPS).sums) ?? 0
  return `Where answers spread as in the example of NPS (V′ ${dot(variance)}): ${answersForMargin(variance, 10)} answers for ±10 points, and ${answersForDifference(variance, 15)} in each of two periods to find a change of 15.`
}

/** By the id of the formula. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  nps: gives('54 promoters, 28 passives and 18 detractors', measure('nps', NPS)),
  csat_top2_pct: gives(csat, measure('csat_top2_pct', CSAT)),
  csat_mean: gives(csat, measure('csat_mean', CSAT)),
  ces_top3_pct: gives(ces, measure('ces_top3_pct', CES)),
  ces_mean: gives(ces, measure('ces_mean', CES)),
  ces_net: gives(ces, measure('ces_net', CES)),
  emotion_index: gives('Eight responses with e .90, −.56, .50, .25, .40, −.42, .90 and .67', measure('emotion_index', sumTallies(FELT))),
  instrument_index: gives(csat, measureIndex('csat', CSAT)),
  sentiment_index: gives('2, 3, 10, 15 and 10 answers of the five faces', measure('sentiment_index', FACES)),
  text_index: gives('The same as read from 40 comments', { ...measure('text_index', FACES) }),
  count: 'Stages with 120, 80 and fewer than five answers: 200, and nothing that tells the third.',
  ...differences(),
  ...reaching(),
  severity: pains(),
  ...driving(),
  ...changing(),
  plan: planning(),
}
