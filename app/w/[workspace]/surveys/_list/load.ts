import { type AnswerCount, countAnswers } from '#lib/collect/results/count'
import { countWaiting, type Waiting } from '#lib/collect/results/waiting'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { type JourneyRow, listJourneys, readJourney } from '#lib/journeys/read'
import { listSurveys, type SurveyRow } from '#lib/surveys/read'
import type { ListFilter } from './address'

const DAYS = 30

type Loaded = {
  filter: ListFilter
  journeys: JourneyRow[]
  stages: { value: string; label: string }[]
  surveys: SurveyRow[]
  counts: Map<string, AnswerCount>
  /** Held back and not looked at yet. */
  waiting: Map<string, Waiting>
  nextCursor: string | null
}

/** The list of an address. A journey that is not there, or a cursor that is none, filters nothing. */
export async function loadList(ctx: Context, asked: ListFilter): Promise<Loaded> {
  const { data: journeys } = await listJourneys(ctx, { limit: 200 })
  const journey = journeys.find(({ key }) => key === asked.journey) ?? (journeys.length === 1 ? journeys[0] : undefined)
  const places = journey ? (await readJourney(ctx, { journey: journey.key })).stages.filter((stage) => !stage.archived) : []
  const stages = places.map(({ key, name }) => ({ value: key, label: name }))
  const stage = stages.find(({ value }) => value === asked.stage)?.value
  const filter = { ...asked, journey: journeys.length > 1 ? journey?.key : undefined, stage }
  const { data: surveys, nextCursor } = await listSurveys(ctx, filter).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'validation_failed') return listSurveys(ctx, { ...filter, cursor: undefined })
    throw error
  })
  const ids = surveys.map(({ id }) => id)
  const counts = await countAnswers(ctx, { surveys: ids, days: DAYS })
  const waiting = await countWaiting(ctx, { surveys: ids })
  return { filter, journeys, stages, surveys, counts, waiting, nextCursor }
}
