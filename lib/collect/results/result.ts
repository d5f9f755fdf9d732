import { z } from 'zod'
import { type AskedInstrument, orientScore } from '#lib/stats/instruments'
import { shareEstimate } from '#lib/stats/interval'
import { K_DEFAULT, LOW_N, measure, metricOf } from '#lib/stats/measure'
import { type Spread, spreadOf } from '#lib/stats/spread'
import { hidden, hide } from '#lib/stats/suppress'
import { sumTallies, type Tally, tallyOf } from '#lib/stats/tally'
import type { Question } from '#lib/surveys/definition'
import { en } from '#lib/surveys/words/en'
import { EMOTION_WORDS, INSTRUMENTS } from '#lib/widget/scale'

const Figure = z.object({
  metric: z.enum(['nps', 'csat_top2_pct', 'ces_top3_pct', 'sentiment_index']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int().nullable(),
  suppressed: z.boolean(),
  lowN: z.boolean(),
})

const Step = z.object({ label: z.string(), bucket: z.enum(['negative', 'neutral', 'positive']), n: z.int() })
const Chosen = z.object({ id: z.string(), label: z.string(), n: z.int(), value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })

export const QuestionResult = z.object({
  id: z.string(),
  instrument: z.enum(INSTRUMENTS),
  text: z.string(),
  /** Who answered this question; null where it is hidden. */
  n: z.int().nullable(),
  suppressed: z.boolean(),
  lowN: z.boolean(),
  score: Figure.nullable(),
  steps: z.array(Step),
  buckets: z.object({ negative: z.int(), neutral: z.int(), positive: z.int() }).nullable(),
  chosen: z.array(Chosen),
})
export type QuestionResult = z.infer<typeof QuestionResult>

/** How many answers of one kind: a score (or a text), and an option. */
export type Given = { question: string; instrument: Question['instrument']; score: number | null; reversed: boolean; n: number }
export type Picked = { question: string; instrument: Question['instrument']; option: string; n: number }
const isScored = (instrument: string): instrument is AskedInstrument => ['nps', 'csat', 'ces', 'sentiment'].includes(instrument)

/** How one question was answered; hidden where fewer than k answered it. */
export function resultOf(question: Question, given: readonly Given[], picked: readonly Picked[]): QuestionResult {
  const { id, instrument, text } = question
  const of = (row: { question: string; instrument: string }) => row.question === id && row.instrument === instrument
  const own = given.filter(of)
  const n = own.reduce((sum, row) => sum + row.n, 0)
  const suppressed = hidden(n, K_DEFAULT)
  const scored = isScored(instrument) ? scoreOf(instrument, own, suppressed) : { score: null, steps: [], buckets: null }
  return {
    id,
    instrument,
    text,
    n: suppressed ? null : n,
    suppressed,
    // A number of texts is no estimate of anything.
    lowN: instrument !== 'short' && instrument !== 'comment' && !suppressed && n > 0 && n < LOW_N,
    ...scored,
    chosen: suppressed ? [] : chosenOf(question, picked.filter(of), n),
  }
}

const times = (t: Tally, n: number): Tally => ({ n: t.n * n, c: t.c.map((c) => c * n), s: t.s * BigInt(n), q: t.q * BigInt(n) })

function scoreOf(instrument: AskedInstrument, given: readonly Given[], suppressed: boolean): Pick<QuestionResult, 'score' | 'steps' | 'buckets'> {
  const tally = sumTallies(given.map(({ score, reversed, n }) => times(tallyOf(instrument, orientScore(instrument, score ?? 0, reversed)), n)))
  const score = measure(metricOf(instrument), tally)
  if (suppressed) return { score: Figure.parse(hide(score)), steps: [], buckets: null }
  const spread = spreadOf(instrument, tally)
  return { score: Figure.parse(score), buckets: spread.buckets, steps: (instrument === 'sentiment' && facesOf(spread, given)) || spread.steps }
}

/** The classes of sentiment that the five faces fall into, with what each face stands for. */
const FACES = [[0, '−100'], [3, '−50'], [5, '0'], [7, '+50'], [10, '+100']] as const

/** Where only faces were chosen, five steps in place of eleven classes; null where others sent values between them. */
function facesOf({ steps }: Spread, given: readonly Given[]): QuestionResult['steps'] | null {
  if (given.some(({ score }) => (score ?? 0) % 50 !== 0)) return null
  return FACES.flatMap(([at, label]) => steps.slice(at, at + 1).map((step) => ({ ...step, label })))
}

/** What is ours to say, in English; options have words of their own. */
const OUR_WORDS: Readonly<Record<string, string>> = { ...en.words.emotions, yes: 'Yes', no: 'No' }

/** What can be chosen today, in its order, and behind it what was once on offer and was chosen. */
function chosenOf({ instrument, options = [] }: Question, picked: readonly Picked[], n: number): QuestionResult['chosen'] {
  const fixed = { emotions: EMOTION_WORDS, consent: ['yes', 'no'] }[instrument as string] ?? []
  const offered = [...fixed, ...options.map((option) => option.id)]
  const gone = picked.map(({ option }) => option).filter((option) => !offered.includes(option)).sort()
  return [...offered, ...gone].map((option) => {
    const count = picked.find((row) => row.option === option)?.n ?? 0
    const own = options.find((each) => each.id === option)?.label
    const label = own ?? (fixed.length > 0 ? OUR_WORDS[option] : undefined) ?? option
    return { id: option, label, n: count, ...(shareEstimate(count, n) ?? { value: null, low: null, high: null }) }
  })
}
