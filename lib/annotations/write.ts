import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { annotations } from '#db/schema/journeys'
import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { changeJourney, checkStage, type Held } from '#lib/journeys/hold'
import { Day, Key, Name } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import { type Annotation, KINDS } from './types'

export const MOST_ANNOTATIONS = 500

const Body = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), { message: 'This holds a character that cannot be stored.', params: { code: 'invalid_text' } })
  .transform((text) => text || null)

const optional = { until: Day.nullable().optional(), stage: Key.nullable().optional(), body: Body.nullable().optional() }

export const NewAnnotation = z.strictObject({ journey: Key, kind: z.enum(KINDS), day: Day, title: Name, ...optional })
export const EditAnnotation = NewAnnotation.partial().extend({ journey: Key, id: z.uuid() })
export const AnnotationOf = z.strictObject({ journey: Key, id: z.uuid() })

const own = (ctx: Context, journey: Held, id: string) =>
  and(eq(annotations.workspaceId, ctx.workspaceId), eq(annotations.journeyId, journey.id), eq(annotations.id, id))

const COLUMNS = {
  id: annotations.id, kind: annotations.kind, day: annotations.day, until: annotations.until,
  stage: annotations.stageKey, title: annotations.title, body: annotations.body,
}

function checkDays({ day, until }: Pick<Annotation, 'day' | 'until'>): void {
  if (until !== null && until < day) throw invalid(fault('/until', 'invalid_date', 'It ends on {until}, before it begins on {day}.', { until, day }))
}

async function refuseFull(tx: Tx, ctx: Context, journey: Held): Promise<void> {
  const there = and(eq(annotations.workspaceId, ctx.workspaceId), eq(annotations.journeyId, journey.id))
  const [row] = await tx.select({ n: count() }).from(annotations).where(there)
  if ((row?.n ?? 0) >= MOST_ANNOTATIONS) {
    throw invalid(fault('', 'too_many', 'A journey has at most {most} annotations. Remove an old one first.', { most: MOST_ANNOTATIONS }))
  }
}

export async function addAnnotation(ctx: Context, input: unknown): Promise<Annotation> {
  allow(ctx, 'journey.write')
  const { journey: key, until = null, stage = null, body = null, ...given } = NewAnnotation.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    const added = { id: newId(ctx.now()), ...given, until, stage, body }
    checkDays(added)
    if (stage !== null) checkStage(journey, stage)
    await refuseFull(tx, ctx, journey)
    const createdBy = ctx.actor.kind === 'user' ? ctx.actor.userId : null
    const place = { workspaceId: ctx.workspaceId, journeyId: journey.id, stageKey: stage }
    await tx.insert(annotations).values({ ...place, ...added, createdAt: ctx.now(), createdBy })
    return added
  })
}

/** What is left out stays; null takes `until`, `stage` or `body` away. */
export async function changeAnnotation(ctx: Context, input: unknown): Promise<Annotation> {
  allow(ctx, 'journey.write')
  const { journey: key, id, ...change } = EditAnnotation.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    const [before] = await tx.select(COLUMNS).from(annotations).where(own(ctx, journey, id))
    if (!before) throw notFound('annotation')
    const after = { ...before, ...change }
    checkDays(after)
    // A stage that was archived since may stay named.
    if (after.stage !== null && after.stage !== before.stage) checkStage(journey, after.stage)
    const { id: _, stage: stageKey, ...columns } = after
    await tx.update(annotations).set({ ...columns, stageKey }).where(own(ctx, journey, id))
    return after
  })
}

export async function removeAnnotation(ctx: Context, input: unknown): Promise<{ id: string }> {
  allow(ctx, 'journey.write')
  const { journey: key, id } = AnnotationOf.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    const gone = await tx.delete(annotations).where(own(ctx, journey, id)).returning({ id: annotations.id })
    if (gone.length === 0) throw notFound('annotation')
    return { id }
  })
}
