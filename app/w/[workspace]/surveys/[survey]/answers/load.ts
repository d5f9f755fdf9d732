import { listResponses, type ResponseRow } from '#lib/collect/results/list'
import { surveyResults, type SurveyResults } from '#lib/collect/results/read'
import type { Context } from '#lib/context'
import { ifFound, Problem } from '#lib/errors'
import { readJourney } from '#lib/journeys/read'
import { type ReadSurvey, readSurvey } from '#lib/surveys/read'
import type { Say } from '#lib/words/say'
import type { useWords } from '#words'
import { type ShownAnswer, shownAnswer } from './_each/shown'
import type { AnswersFilter } from './address'

type Loaded = {
  survey: ReadSurvey
  results: SurveyResults
  /** The page of single answers, where the address shows them. */
  each: { shown: ShownAnswer[]; nextCursor: string | null } | null
}

const PER_PAGE = 50

type Listed = { data: ResponseRow[]; nextCursor: string | null }

/** The page of an address; a cursor that is none begins again with the newest. */
function listed(ctx: Context, survey: string, { held, cursor }: AnswersFilter): Promise<Listed> {
  const asked = { survey, limit: PER_PAGE, ...(held === undefined ? {} : { held: String(held) }) }
  return listResponses(ctx, { ...asked, cursor }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'validation_failed' && cursor !== undefined) return listResponses(ctx, asked)
    throw error
  })
}

type Words = ReturnType<typeof useWords<'answers'>>

/** Null where the workspace has no such survey. */
export async function loadAnswers(say: Say, t: Words, ctx: Context, id: string, filter: AnswersFilter): Promise<Loaded | null> {
  const survey = await ifFound(readSurvey(ctx, { id }))
  if (!survey) return null
  const results = await surveyResults(ctx, { id, days: filter.days })
  if (filter.view === 'questions') return { survey, results, each: null }
  const { data, nextCursor } = await listed(ctx, id, filter)
  const { timeZone, stages } = await readJourney(ctx, { journey: survey.journey.key })
  const names = new Map(stages.flatMap((stage) => stage.touchpoints.map((t) => [t.key, t.overall ? stage.name : t.name] as const)))
  const around = { definition: survey.published ?? survey.definition, timeZone, placeName: (key: string) => names.get(key) ?? key }
  return { survey, results, each: { shown: data.map((row) => shownAnswer(say, t, row, around)), nextCursor } }
}
