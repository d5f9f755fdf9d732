import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { type AskedInstrument, orientScore } from '#lib/stats/instruments'
import { shareEstimate } from '#lib/stats/interval'
import { K_DEFAULT, LOW_N, measure, metricOf } from '#lib/stats/measure'
import { spreadOf } from '#lib/stats/spread'
import { hidden, hide } from '#lib/stats/suppress'
import { sumTallies, type Tally, tallyOf } from '#lib/stats/tally'
import type { Question } from '#lib/surveys/definition'
import { readSurvey } from '#lib/surveys/read'
import { addDays, localDay } from '#lib/time'
import { EMOTION_WORDS, INSTRUMENTS } from '#lib/widget/scale'
import { idFrom } from './count'

/** Results are of the newest answers; nothing is read beyond them, however many a survey has. */
export const MOST_READ = 5_000

export const SurveyResultsOf = z.strictObject({ id: z.uuid(), days: z.coerce.number().int().min(1).max(366).default(90) })

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

export const SurveyResults = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    version: z.int().nullable(),
    counted: z.int().nullable(),
    held: z.int(),
    newestOnly: z.boolean(),
    questions: z.array(QuestionResult),
  })
  .meta({
    id: 'SurveyResults',
    description: `Of the newest ${MOST_READ} responses at most (then newestOnly is true). counted and n are null where there are some, but fewer than ${K_DEFAULT}. Shares are in percent of n.`,
  })
export type SurveyResults = z.infer<typeof SurveyResults>

type Given = { question: string; instrument: Question['instrument']; score: number | null; reversed: boolean; n: number }
type Picked = { question: string; instrument: Question['instrument']; option: string; n: number }
type Read = { counted: number; held: number; given: Given[] | null; picked: Picked[] | null }

const BEYOND = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

// Rows are compared instead of `survey_id =` because only the index on surveys has that order (as in list.ts).
async function readGiven(tx: Tx, { workspaceId }: Context, id: string, from: string): Promise<Read> {
  // An answer can come after its day, never before: whatever happened since `from` was received since then.
  const first = idFrom(Date.parse(`${from}T00:00:00Z`) - 86_400_000)
  const [found] = await rows<Read>(tx, sql`
    with newest as materialized (
      select id, held
      from responses
      where workspace_id = ${workspaceId} and (survey_id, id) >= (${id}::uuid, ${first}::uuid)
        and (survey_id, id) < (${id}::uuid, ${BEYOND}::uuid) and day >= ${from}::date
      order by survey_id desc, id desc
      limit ${MOST_READ}
    ),
    given as materialized (
      select a.question_id as question, a.instrument, a.score, a.reversed, a.chosen
      from newest
      join answers a on a.workspace_id = ${workspaceId} and a.response_id = newest.id
      where not newest.held
    )
    select
      (select count(*)::int from newest where not held) as counted,
      (select count(*)::int from newest where held) as held,
      (select json_agg(g) from (
        select question, instrument, score, reversed, count(*)::int as n
        from given
        group by question, instrument, score, reversed) g) as given,
      (select json_agg(p) from (
        select question, instrument, option, count(*)::int as n
        from given
        cross join lateral unnest(chosen) as c (option)
        group by question, instrument, option) p) as picked`)
  return found ?? { counted: 0, held: 0, given: null, picked: null }
}

/** How each question of a survey was answered on the last `days` days, today included. Held answers are left out. */
export async function surveyResults(ctx: Context, input: unknown): Promise<SurveyResults> {
  allow(ctx, 'response.read')
  const { id, days } = SurveyResultsOf.parse(input)
  const survey = await readSurvey(ctx, { id })
  const to = localDay(ctx.now(), 'UTC')
  const from = addDays(to, 1 - days)
  const { counted, held, given, picked } = await inWorkspace(ctx, (tx) => readGiven(tx, ctx, id, from))
  const { questions } = survey.published ?? survey.definition
  return {
    from,
    to,
    version: survey.version,
    counted: hidden(counted, K_DEFAULT) ? null : counted,
    held,
    newestOnly: counted + held >= MOST_READ,
    questions: questions.map((question) => resultOf(question, given ?? [], picked ?? [])),
  }
}

const isScored = (instrument: string): instrument is AskedInstrument => ['nps', 'csat', 'ces', 'sentiment'].includes(instrument)

function resultOf(question: Question, given: readonly Given[], picked: readonly Picked[]): QuestionResult {
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
    lowN: !suppressed && n > 0 && n < LOW_N,
    ...scored,
    chosen: suppressed ? [] : chosenOf(question, picked.filter(of), n),
  }
}

const times = (t: Tally, n: number): Tally => ({ n: t.n * n, c: t.c.map((c) => c * n), s: t.s * BigInt(n), q: t.q * BigInt(n) })

function scoreOf(instrument: AskedInstrument, given: readonly Given[], suppressed: boolean): Pick<QuestionResult, 'score' | 'steps' | 'buckets'> {
  const tally = sumTallies(given.map(({ score, reversed, n }) => times(tallyOf(instrument, orientScore(instrument, score ?? 0, reversed)), n)))
  const score = measure(metricOf(instrument), tally)
  if (suppressed) return { score: Figure.parse(hide(score)), steps: [], buckets: null }
  return { score: Figure.parse(score), ...spreadOf(instrument, tally) }
}

/** What can be chosen today, in its order, and behind it what was once on offer and was chosen. */
function chosenOf({ instrument, options = [] }: Question, picked: readonly Picked[], n: number): QuestionResult['chosen'] {
  const fixed = { emotions: EMOTION_WORDS, consent: ['yes', 'no'] }[instrument as string] ?? []
  const offered = [...fixed, ...options.map((option) => option.id)]
  const gone = picked.map(({ option }) => option).filter((option) => !offered.includes(option)).sort()
  return [...offered, ...gone].map((option) => {
    const count = picked.find((row) => row.option === option)?.n ?? 0
    const label = options.find((each) => each.id === option)?.label ?? option
    return { id: option, label, n: count, ...(shareEstimate(count, n) ?? { value: null, low: null, high: null }) }
  })
}
