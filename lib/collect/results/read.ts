import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { K_DEFAULT } from '#lib/stats/measure'
import { hidden } from '#lib/stats/suppress'
import { readSurvey } from '#lib/surveys/read'
import { addDays, localDay } from '#lib/time'
import { idFrom } from './count'
import { type Given, type Picked, QuestionResult, resultOf } from './result'

/** Results are of the newest answers; nothing is read beyond them, however many a survey has. */
export const MOST_READ = 5_000

export const SurveyResultsOf = z.strictObject({ id: z.uuid(), days: z.coerce.number().int().min(1).max(366).default(90) })

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
