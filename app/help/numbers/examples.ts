import { baselineOf } from '#lib/stats/change/baseline'
import { confirmChanges } from '#lib/stats/change/confirmed'
import { watch } from '#lib/stats/change/ewma'
import { forecast } from '#lib/stats/change/forecast'
import { measureDifference } from '#lib/stats/compare/metric-difference'
import { welch } from '#lib/stats/compare/welch'
import { pearson, spearman } from '#lib/stats/drivers/correlation'
import { relativeWeights } from '#lib/stats/drivers/johnson'
import { addPair, type PairCounts } from '#lib/stats/drivers/pairs'
import { measureIndex } from '#lib/stats/index-of'
import { EMOTION_UNIT, type Instrument } from '#lib/stats/instruments'
import { type Measured, measure } from '#lib/stats/measure'
import { impactOf } from '#lib/stats/pain/impact'
import { severity } from '#lib/stats/pain/severity'
import { shrunkShare } from '#lib/stats/pain/shrink'
import { answersForDifference, answersForMargin, varianceOf } from '#lib/stats/plan'
import { type Rate, ratesOf } from '#lib/stats/reach'
import { sumsOf } from '#lib/stats/sums'
import { sumTallies, tallyOf } from '#lib/stats/tally'
import type { Say } from '#lib/words/say'
import type { useWords } from '#words'

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

type Words = ReturnType<typeof useWords<'help'>>
type Example = (say: Say, t: Words) => string

const gives = (given: 'nps' | 'csat' | 'ces' | 'felt' | 'faces' | 'comments', m: Measured): Example => (say, t) =>
  t('examples.gives', { given: t(`examples.${given}`), value: say.value(m), range: say.range(m) })

/** English leaves out the zero before the point. */
const dot = (say: Say, x: number, digits: 2 | 3 = 2) => say.number(x, digits).replace(/^(−?)0\./, '$1.')

const difference: Example = (say, t) => {
  const d = measureDifference('nps', NPS, OTHER)
  if (!d) throw new Error('Both sides have answers.')
  const [a, b] = [say.value(measure('nps', NPS)), say.value(measure('nps', OTHER))]
  return t('examples.difference', { a, b, value: say.index(d.value), low: say.index(d.low), high: say.index(d.high), p: dot(say, d.p, 3) })
}

const variants: Example = (say, t) => {
  const d = welch(sumsOf('nps', NPS).sums, sumsOf('nps', OTHER).sums)
  if (!d) throw new Error('Both sides have answers.')
  return t('examples.variants', { t: say.number(d.t, 2), df: say.number(d.df), value: say.index(d.value), low: say.index(d.low), high: say.index(d.high) })
}

const { responseRate, dropOff, conversion } = ratesOf({ exposed: 200, started: 80, completed: 60, converted: 10 })

const rate = (given: 'completed' | 'converted', r: Rate): Example => (say, t) =>
  t('examples.rate', { given: t(`examples.${given}`), base: say.base(r), value: say.rate(r), range: say.rateRange(r) })

const pains: Example = (say, t) => {
  const [share, impact] = [shrunkShare({ negative: 5, n: 6 }, 0.37) ?? 0, impactOf(0.5, 30)]
  const found = severity({ share, reach: 0.4, impact }) ?? 0
  return t('examples.severity', { share: dot(say, share), raw: dot(say, 5 / 6), r: dot(say, 0.5), impact: dot(say, impact), severity: say.number(found, 1) })
}

const pairsOf = (all: readonly (readonly [number, number])[]): PairCounts => {
  const pairs: PairCounts = new Map()
  for (const [x, y] of all) addPair(pairs, x, y)
  return pairs
}

const driver: Example = (say, t) => {
  const r = pearson(pairsOf([[1, 2], [2, 1], [3, 4], [4, 3], [5, 5]]))
  if (!r) throw new Error('Five people vary.')
  return t('examples.driver', { r: dot(say, r.r), low: dot(say, r.low), high: dot(say, r.high) })
}

const ranks: Example = (say, t) => {
  const rho = spearman(pairsOf([[1, 2], [2, 1], [2, 3], [4, 3], [5, 9]]))
  if (!rho) throw new Error('Five people vary.')
  return t('examples.ranks', { rho: dot(say, rho.r) })
}

const weight: Example = (say, t) => {
  const found = relativeWeights([[1, 0.5], [0.5, 1]], [0.6, 0.3])
  const [first, second] = found?.weights ?? []
  if (!found || first === undefined || second === undefined) throw new Error('Two places have a weight each.')
  const given = { a: dot(say, 0.6), b: dot(say, 0.3), c: dot(say, 0.5) }
  return t('examples.weight', { ...given, first: dot(say, first, 3), second: dot(say, second, 3), r2: dot(say, found.r2) })
}

const USUAL = baselineOf(new Array(6).fill({ n: 100, s: 36, q: 72 }))

const baseline: Example = (say, t) => {
  if (!USUAL) throw new Error('Six months are a baseline.')
  return t('examples.baseline', { mean: dot(say, USUAL.mean), sd: dot(say, USUAL.sd), n: USUAL.n })
}

const watched: Example = (say, t) => {
  const steps = watch([-3, -3, -3])
  const averages = steps.map(({ ewma, limit }) => t('examples.average', { value: say.number(ewma ?? 0, 2), limit: say.number(-(limit ?? 0), 2) }))
  return t('examples.watch', { averages: averages.join(say.language === 'en' ? ', ' : '; '), month: steps.findIndex(({ alarm }) => alarm) + 1 })
}

const confirmed: Example = (say, t) => {
  const [found] = USUAL ? confirmChanges([{ baseline: USUAL, last: new Array(3).fill({ n: 100, s: 9, q: 72 }) }]) : []
  if (!found) throw new Error('Three months follow a baseline.')
  const { difference: d, q } = found
  const shown = { value: say.index(d.value), low: say.index(d.low), high: say.index(d.high), q: q < 0.001 ? `< ${dot(say, 0.001, 3)}` : dot(say, q, 3) }
  return t('examples.confirmed', { ...shown, verdict: t(found.confirmed ? 'examples.fall' : 'examples.noFall') })
}

const ahead: Example = (say, t) => {
  const found = forecast([10, 12, 14, 16, 18, 20, 22, 24], 1)
  if (!found.shown) throw new Error('Eight months are a line.')
  return t('examples.forecast', { next: say.number(found.points[0]?.value ?? 0) })
}

const planned: Example = (say, t) => {
  const variance = varianceOf(sumsOf('nps', NPS).sums) ?? 0
  return t('examples.plan', { variance: dot(say, variance), margin: answersForMargin(variance, 10), change: answersForDifference(variance, 15) })
}

/** By the id of the formula. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  nps: gives('nps', measure('nps', NPS)),
  csat_top2_pct: gives('csat', measure('csat_top2_pct', CSAT)),
  csat_mean: gives('csat', measure('csat_mean', CSAT)),
  ces_top3_pct: gives('ces', measure('ces_top3_pct', CES)),
  ces_mean: gives('ces', measure('ces_mean', CES)),
  ces_net: gives('ces', measure('ces_net', CES)),
  emotion_index: gives('felt', measure('emotion_index', sumTallies(FELT))),
  instrument_index: gives('csat', measureIndex('csat', CSAT)),
  sentiment_index: gives('faces', measure('sentiment_index', FACES)),
  text_index: gives('comments', { ...measure('text_index', FACES) }),
  count: (_, t) => t('examples.count'),
  difference,
  variants,
  exposed: (_, t) => t('examples.exposed'),
  response_rate: rate('completed', responseRate),
  drop_off: rate('completed', dropOff),
  conversion: rate('converted', conversion),
  held: (_, t) => t('examples.held'),
  severity: pains,
  driver,
  ranks,
  weight,
  baseline,
  watch: watched,
  confirmed,
  forecast: ahead,
  plan: planned,
}
