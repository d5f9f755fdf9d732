import type { Context } from '#lib/context'
import { ifFound, Problem } from '#lib/errors'
import { readJourney } from '#lib/journeys/read'
import { type ReadSurvey, readSurvey } from '#lib/surveys/read'
import { listVersions, readVersion, type VersionRow } from '#lib/surveys/versions'
import type { useWords } from '#words'
import type { Stage } from '../../_place/place-fields'

type Words = ReturnType<typeof useWords<'answers.versions'>>

const gone = (error: unknown): null => {
  if (error instanceof Problem && (error.code === 'not_found' || error.code === 'validation_failed')) return null
  throw error
}

/** Names of touchpoints by key, as "Checkout · Payment". */
const placesOf = (t: Words, stages: readonly Stage[]): Record<string, string> =>
  Object.fromEntries(stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => [touchpoint.key, `${stage.name} · ${touchpoint.overall ? t('whole') : touchpoint.name}`])))

type Versions = { survey: ReadSurvey; versions: VersionRow[]; nextCursor: string | null; places: Record<string, string> }

/** The versions of a survey with the names of their places; null where there is no such survey. */
export async function loadVersions(t: Words, ctx: Context, id: string, cursor: string | undefined): Promise<Versions | null> {
  const survey = await ifFound(readSurvey(ctx, { id }))
  const listed = survey && (await listVersions(ctx, { id, cursor }).catch(gone))
  if (!survey || !listed) return null
  const { stages } = await readJourney(ctx, { journey: survey.journey.key })
  return { survey, versions: listed.data, nextCursor: listed.nextCursor, places: placesOf(t, stages) }
}

/** One version of a survey beside its draft; null where there is none. */
export async function loadVersion(ctx: Context, id: string, version: string) {
  const survey = await ifFound(readSurvey(ctx, { id }))
  const found = survey && (await readVersion(ctx, { id, version }).catch((error: unknown) => (error instanceof Error && error.name === 'ZodError' ? null : gone(error))))
  if (!survey || !found) return null
  const { stages } = await readJourney(ctx, { journey: survey.journey.key })
  return { survey, version: found, stages }
}
