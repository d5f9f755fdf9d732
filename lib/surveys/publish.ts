import { z } from 'zod'
import type { Tx } from '#db/open'
import { surveys, surveyStates, surveyVersions } from '#db/schema/surveys'
import type { Context } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { allow } from '#lib/permission'
import { Definition } from './definition'
import { changeSurvey, checkPlaces, type Held, ofSurvey, refuseStale, structureOf } from './hold'
import { SurveyOf } from './read'

export const PublishSurvey = SurveyOf.extend({ expectedUpdatedAt: z.iso.datetime({ offset: true }).optional() })

function refuseNeverOpen({ access }: Definition): void {
  const { opensAt, closesAt } = access ?? {}
  if (opensAt === undefined || closesAt === undefined || Date.parse(opensAt) < Date.parse(closesAt)) return
  throw invalid(fault('/definition/access/closesAt', 'invalid_date', 'It closes before it opens: nobody could answer.'))
}

const byOf = ({ actor }: Context): string | null => (actor.kind === 'user' ? actor.userId : null)

type State = 'live' | 'closed' | 'archived'

/** Writes down from when on a survey was what, with the version that it had: `why` must know it later. A draft was never anything. */
async function noteState(tx: Tx, ctx: Context, { id, publishedVersion }: Pick<Held, 'id' | 'publishedVersion'>, state: State): Promise<void> {
  if (publishedVersion === null) return
  const at = ctx.now()
  await tx.insert(surveyStates).values({ workspaceId: ctx.workspaceId, id: newId(at), surveyId: id, state, version: publishedVersion, at, by: byOf(ctx) })
}

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
    refuseNeverOpen(definition)
    const version = (survey.publishedVersion ?? 0) + 1
    await tx.insert(surveyVersions).values({
      workspaceId: ctx.workspaceId,
      surveyId: id,
      version,
      touchpointKey: survey.touchpoint,
      definition,
      publishedAt: ctx.now(),
      publishedBy: byOf(ctx),
    })
    await tx.update(surveys).set({ state: 'live', publishedVersion: version }).where(ofSurvey(ctx, id))
    await noteState(tx, ctx, { id, publishedVersion: version }, 'live')
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
    await noteState(tx, ctx, survey, 'closed')
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
    await noteState(tx, ctx, survey, 'live')
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
    await noteState(tx, ctx, survey, 'archived')
    return { id }
  })
}
