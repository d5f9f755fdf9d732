import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { rows } from '#db/rows'
import { journeys } from '#db/schema/journeys'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { allow } from '#lib/permission'
import { changeJourney } from './hold'
import { Key, storable, TouchpointKey } from './input'

// As long as an attribute of a response may be.
const AttributeName = z.string().min(1).max(60).refine(storable, 'holds a character that cannot be stored')
const AttributeValue = z.string().trim().min(1).max(500).refine(storable, 'holds a character that cannot be stored')

/**
 * What a journey is for, as each person who answered shows it: an attribute whose trimmed text is `positive` (1, any other text 0,
 * none is no outcome), or the NPS score at one touchpoint. Drivers and impact are measured against it.
 */
export const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attribute'), name: AttributeName, positive: AttributeValue }),
  z.strictObject({ kind: z.literal('nps'), touchpoint: TouchpointKey }),
])

export type Outcome = z.infer<typeof Outcome>

export const SetOutcome = z.strictObject({ journey: Key, outcome: Outcome.nullable() })

/** Declares the outcome of a journey, or with null that it has none. */
export async function setOutcome(ctx: Context, input: unknown): Promise<{ key: string; outcome: Outcome | null }> {
  allow(ctx, 'journey.write')
  const { journey: key, outcome } = SetOutcome.parse(input)
  return changeJourney(ctx, key, async (tx, journey) => {
    if (outcome?.kind === 'nps' && !Object.hasOwn(journey.stageOf, outcome.touchpoint)) {
      throw invalid(fault('/outcome/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with the key "{key}".', { key: outcome.touchpoint }))
    }
    await tx.update(journeys).set({ outcome }).where(and(eq(journeys.workspaceId, ctx.workspaceId), eq(journeys.id, journey.id)))
    return { key, outcome }
  })
}

/** The outcome that was declared; null when none was. */
export async function readOutcome(ctx: Context, input: unknown): Promise<Outcome | null> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  const [found] = await inWorkspace(ctx, (tx) =>
    rows<{ outcome: unknown }>(tx, sql`
      select outcome
      from journeys
      where workspace_id = ${ctx.workspaceId} and key = ${key}`),
  )
  if (!found) throw notFound('journey')
  return Outcome.nullable().parse(found.outcome)
}
