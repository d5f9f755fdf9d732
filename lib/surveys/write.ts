import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { surveyKeys } from '#db/schema/directory'
import { surveys } from '#db/schema/surveys'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { findJourney } from '#lib/journeys/find'
import { Key, Name, TouchpointKey } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import { Definition } from './definition'
import { changeSurvey, checkPlaces, ofSurvey, refuseStale, structureOf } from './hold'
import { SurveyOf } from './read'
import { startQuestions } from './wording'

export const NewSurvey = z.strictObject({
  journey: Key,
  touchpoint: TouchpointKey.nullable().default(null),
  name: Name,
  definition: Definition.optional(),
})

type Row = { journeyId: string; touchpoint: string | null; name: string; definition: Definition }

/** Writes a draft with the public key under which its page will be found. */
export async function insertSurvey(tx: Tx, ctx: Context, { journeyId, touchpoint, name, definition }: Row): Promise<string> {
  const [id, at] = [newId(ctx.now()), ctx.now()]
  const own = { workspaceId: ctx.workspaceId, id, journeyId, touchpointKey: touchpoint }
  await tx.insert(surveys).values({ ...own, name, kind: 'asked', state: 'draft', draft: definition, createdAt: at, updatedAt: at })
  await tx.insert(surveyKeys).values({ surveyId: id, workspaceId: ctx.workspaceId })
  return id
}

/** The name that customers know: what the newest survey calls the company, else what the workspace is called. */
const companyName = async (tx: Tx, ctx: Context): Promise<string> =>
  (
    await rows<{ name: string }>(tx, sql`
      select coalesce((
        select s.draft ->> 'company'
        from surveys s
        where s.workspace_id = w.id and s.kind = 'asked'
        order by s.id desc
        limit 1), w.name) as name
      from workspaces w
      where w.id = ${ctx.workspaceId}`)
  )[0]?.name ?? 'us'

/** A new draft; without a definition it asks one score with its reason. */
export async function createSurvey(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'survey.write')
  const { journey: key, touchpoint, name, definition: given } = NewSurvey.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await findJourney(tx, ctx, key)
    const structure = await structureOf(tx, ctx, journey.id)
    const definition = given ?? startQuestions(name, await companyName(tx, ctx))
    checkPlaces(structure, touchpoint, definition)
    return { id: await insertSurvey(tx, ctx, { journeyId: journey.id, touchpoint, name, definition }) }
  })
}

export const SaveSurvey = z.strictObject({
  id: z.uuid(),
  name: Name.optional(),
  touchpoint: TouchpointKey.nullable().optional(),
  definition: Definition.optional(),
  expectedUpdatedAt: z.iso.datetime({ offset: true }).optional(),
})

/** Saves the draft; what is live stays as it was published. A draft that somebody else saved meanwhile is not overwritten. */
export async function saveSurvey(ctx: Context, input: unknown): Promise<{ id: string; updatedAt: Date }> {
  allow(ctx, 'survey.write')
  const { id, name, touchpoint, definition, expectedUpdatedAt } = SaveSurvey.parse(input)
  return changeSurvey(ctx, id, async (tx, survey) => {
    refuseStale(survey, expectedUpdatedAt)
    const structure = await structureOf(tx, ctx, survey.journeyId)
    checkPlaces(structure, touchpoint === undefined ? survey.touchpoint : touchpoint, definition ?? survey.draft)
    // Two saves within one millisecond must still differ, or the second would not notice the first.
    const updatedAt = new Date(Math.max(ctx.now().getTime(), survey.updatedAt.getTime() + 1))
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(touchpoint === undefined ? {} : { touchpointKey: touchpoint }),
      ...(definition === undefined ? {} : { draft: definition }),
    }
    await tx.update(surveys).set({ ...change, updatedAt }).where(ofSurvey(ctx, id))
    return { id, updatedAt }
  })
}

/** A draft with every setting of the original, for the same place. */
export async function duplicateSurvey(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'survey.write')
  const { id } = SurveyOf.parse(input)
  return changeSurvey(ctx, id, async (tx, { journeyId, touchpoint, name, draft }) => ({
    id: await insertSurvey(tx, ctx, { journeyId, touchpoint, name: `${name.slice(0, 113)} (copy)`, definition: draft }),
  }))
}
