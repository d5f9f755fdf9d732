import { z } from 'zod'
import { surveys, surveyVersions } from '#db/schema/surveys'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { allow } from '#lib/permission'
import { Definition } from './definition'
import { changeSurvey, checkPlaces, ofSurvey, refuseStale, structureOf } from './hold'
import { SurveyOf } from './read'

export const PublishSurvey = SurveyOf.extend({ expectedUpdatedAt: z.iso.datetime({ offset: true }).optional() })

/** Makes the draft the next version, which never changes again, and takes answers from now on. */
export async function publishSurvey(ctx: Context, input: unknown): Promise<{ id: string; version: number }> {
  allow(ctx, 'survey.write')
  const { id, expectedUpdatedAt } = PublishSurvey.parse(input)
  return changeSurvey(ctx, id, async (tx, survey) => {
    refuseStale(survey, expectedUpdatedAt)
    if (survey.touchpoint === null) {
      throw invalid(fault('/touchpoint', 'required', 'Choose the touchpoint that this survey asks about, then publish it.'))
    }
    const definition = Definition.parse(survey.draft)
    checkPlaces(await structureOf(tx, ctx, survey.journeyId), survey.touchpoint, definition)
    const version = (survey.publishedVersion ?? 0) + 1
    await tx.insert(surveyVersions).values({
      workspaceId: ctx.workspaceId,
      surveyId: id,
      version,
      touchpointKey: survey.touchpoint,
      definition,
      publishedAt: ctx.now(),
      publishedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    })
    await tx.update(surveys).set({ state: 'live', publishedVersion: version }).where(ofSurvey(ctx, id))
    return { id, version }
  })
}

const neverPublished = () => invalid(fault('/id', 'never_published', 'This survey has not been published yet.'))

/** Takes no more answers; those that came stay. */
export async function closeSurvey(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'survey.write')
  const { id } = SurveyOf.parse(input)
  return changeSurvey(ctx, id, async (tx, survey) => {
    if (survey.publishedVersion === null) throw neverPublished()
    await tx.update(surveys).set({ state: 'closed' }).where(ofSurvey(ctx, id))
    return { id }
  })
}

/** Takes answers again with the version that was live before. */
export async function reopenSurvey(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'survey.write')
  const { id } = SurveyOf.parse(input)
  return changeSurvey(ctx, id, async (tx, survey) => {
    if (survey.publishedVersion === null) throw neverPublished()
    await tx.update(surveys).set({ state: 'live' }).where(ofSurvey(ctx, id))
    return { id }
  })
}

/** Takes a survey off the list and closes it; its answers stay on the map. */
export async function archiveSurvey(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'survey.write')
  const { id } = SurveyOf.parse(input)
  return changeSurvey(ctx, id, async (tx, survey) => {
    const state = survey.publishedVersion === null ? 'draft' : 'closed'
    await tx.update(surveys).set({ state, archivedAt: ctx.now() }).where(ofSurvey(ctx, id))
    return { id }
  })
}
