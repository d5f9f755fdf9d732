import type { Context } from '#lib/context'
import { can } from '#lib/permission'
import { listSurveys } from '#lib/surveys/read'

/** The touchpoints that people are asked at just now. */
export type LiveSurveys = ReadonlySet<string>

const MOST = 200

/** Null for who may not know; of a journey with more surveys than one page holds, the newest. */
export async function readLiveSurveys(ctx: Context, journey: string): Promise<LiveSurveys | undefined> {
  if (!can(ctx.actor, 'survey.read')) return undefined
  const { data } = await listSurveys(ctx, { journey, limit: MOST })
  return new Set(data.flatMap(({ state, touchpoint }) => (state === 'live' && touchpoint ? [touchpoint.key] : [])))
}
