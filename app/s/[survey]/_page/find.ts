import { type Known, lookUp } from '#lib/collect/lookup'
import type { Context } from '#lib/context'
import { isId } from '#lib/ids'
import { runtime } from '#lib/runtime'
import { surveyWorkspace } from '#lib/surveys/read'

export type Found = { ctx: Context; known: Known }

/** The published survey behind a public address, as somebody unknown may see it; null where there is none. */
export async function findSurvey(surveyId: string): Promise<Found | null> {
  if (!isId(surveyId)) return null
  const { db } = (await runtime()).database
  const workspaceId = await surveyWorkspace(db, surveyId)
  if (workspaceId === null) return null
  const ctx: Context = { db, workspaceId, actor: { kind: 'public' }, now: () => new Date() }
  const known = await lookUp(ctx, surveyId)
  return known && known.survey.kind === 'asked' ? { ctx, known } : null
}

/** Does the journey know the places that the link names? */
export const knowsPlace = ({ structure }: Known, { stage, touchpoint }: { stage?: string; touchpoint?: string }): boolean =>
  (stage === undefined || structure.stages.some(({ key }) => key === stage)) &&
  (touchpoint === undefined || Object.hasOwn(structure.stageOf, touchpoint))
