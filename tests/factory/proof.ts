import { invitations } from '#db/schema/people'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { linkToken } from '#lib/people/links'
import { makeView } from '#lib/people/view'
import { loadPublished } from '#lib/surveys/published'

/** The key that a workspace signs with. */
export async function keyOfSurvey(ctx: Context, surveyId: string): Promise<Uint8Array> {
  const published = await inWorkspace(ctx, (tx) => loadPublished(tx, ctx.workspaceId, surveyId))
  if (!published) throw new Error('There is no such survey.')
  return published.signingKey
}

/** A view token of a survey that was shown so long ago. */
export const viewOf = async (ctx: Context, surveyId: string, { ago = 60_000, work = 0 } = {}): Promise<string> =>
  makeView(await keyOfSurvey(ctx, surveyId), { surveyId, shownAt: new Date(ctx.now().getTime() - ago), work })

type Invited = Partial<Omit<typeof invitations.$inferInsert, 'workspaceId' | 'id' | 'surveyId'>>

/** A personal link to a survey: its id, and the token that its address carries. */
export async function linkTo(ctx: Context, surveyId: string, more: Invited = {}): Promise<{ id: string; token: string }> {
  const [id, now] = [newId(ctx.now()), ctx.now()]
  const usual = { batchId: newId(now), person: 'mara', singleUse: true, expiresAt: new Date(now.getTime() + 86_400_000), createdAt: now }
  await inWorkspace(ctx, (tx) => tx.insert(invitations).values({ workspaceId: ctx.workspaceId, id, surveyId, ...usual, ...more }))
  return { id, token: linkToken(await keyOfSurvey(ctx, surveyId), id) }
}
