import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { dimensions } from '#db/schema/journeys'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { declaredOf, DimensionName, type DimensionRow, MOST_DIMENSIONS } from '#lib/journeys/dimensions'
import { changeJourney, type Held, refuseFull, restructure } from '#lib/journeys/hold'
import { Key } from '#lib/journeys/input'
import { PERSONA } from '#lib/journeys/personas/definition'
import { allow } from '#lib/permission'
import { wake } from '#lib/queue'
import { attributeValue } from '#lib/rollups/recount'
import { sentence } from '#lib/sentence'
import { askRecount } from '../recount/recount'

export const NewDimension = z.strictObject({ journey: Key, name: DimensionName })

/** More groups than this are no groups that anybody compares: an id, a name, a moment. */
export const MOST_VALUES = 200
const PAGE = 20_000

const ofDimension = (ctx: Context, journey: Held, name: string) =>
  and(eq(dimensions.workspaceId, ctx.workspaceId), eq(dimensions.journeyId, journey.id), eq(dimensions.name, name))

/** Refuses an attribute with too many values; reads a stretch of the responses at a time and stops at the first value too many. */
async function refuseMany(ctx: Context, key: string, name: string): Promise<void> {
  const values = new Set<string>()
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) {
    const [page]: { next: string | null; values: string[] }[] = await inWorkspace(ctx, (tx) =>
      rows(tx, sql`
        with page as materialized (
          select r.id, ${attributeValue(sql`r.attributes`, sql`${name}::text`)} as value
          from responses r
          join journeys j on j.workspace_id = r.workspace_id and j.id = r.journey_id
          where r.workspace_id = ${ctx.workspaceId} and j.key = ${key} and r.id > ${after} and not r.held
          order by r.id
          limit ${PAGE})
        select (select id from page order by id offset ${PAGE - 1}) as next,
          array(select distinct value from page where value is not null limit ${MOST_VALUES + 1}) as values`),
    )
    for (const value of page?.values ?? []) values.add(value)
    if (values.size > MOST_VALUES) {
      const message = '"{name}" has more than {most} different values. Choose an attribute with a few, such as a plan or a country.'
      throw invalid(fault('/name', 'too_many', sentence(message, { name, most: MOST_VALUES })))
    }
    after = page?.next ?? null
  }
}

/**
 * Count the answers of a journey by an attribute too. New answers are at once; a job brings over the old ones, as after a move,
 * and the dimension is shown when every one is counted.
 */
export async function declareDimension(ctx: Context, input: unknown): Promise<DimensionRow> {
  allow(ctx, 'journey.write')
  const { journey: key, name } = NewDimension.parse(input)
  await refuseMany(ctx, key, name)
  await changeJourney(ctx, key, async (tx, journey) => {
    const declared = await declaredOf(tx, ctx, journey.id)
    if (declared.some((d) => d.name === name)) throw invalid(fault('/name', 'name_taken', 'Answers are counted by "{name}" already.', { name }))
    refuseFull(declared.length, MOST_DIMENSIONS, 'dimensions')
    await tx.insert(dimensions).values({ workspaceId: ctx.workspaceId, journeyId: journey.id, name, createdAt: ctx.now() })
    const structure = await restructure(tx, ctx, journey, [...journey.dimensions, name])
    await askRecount(tx, ctx, { journeyId: journey.id, dimension: { name, structure } })
  })
  wake()
  return { name, ready: false }
}

export const DimensionOf = z.strictObject({ journey: Key, name: z.string().min(1).max(60) })

/** Count by it no longer. Nobody is shown it from now on; a job takes out what was counted. The responses keep the attribute. */
export async function removeDimension(ctx: Context, input: unknown): Promise<{ name: string }> {
  allow(ctx, 'journey.write')
  const { journey: key, name } = DimensionOf.parse(input)
  await changeJourney(ctx, key, async (tx, journey) => {
    if (name === PERSONA && journey.personas) throw invalid(fault('/name', 'in_use', 'Answers are counted by the personas of this journey. Delete the personas instead.'))
    const gone = await tx.delete(dimensions).where(ofDimension(ctx, journey, name)).returning({ name: dimensions.name })
    if (gone.length === 0) throw notFound('dimension')
    const structure = await restructure(tx, ctx, journey, journey.dimensions.filter((d) => d !== name))
    await askRecount(tx, ctx, { journeyId: journey.id, dimension: { name, structure } })
  })
  wake()
  return { name }
}
