import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { findJourney } from './find'
import { Key } from './input'

/** What every response says of itself in a field of its own; a new journey counts by these from its first answer. */
export const BUILT_IN = ['channel', 'variant'] as const

/** Each one is counted again for every cell, so a journey has a handful of them. */
export const MOST_DIMENSIONS = 8

const RESERVED: readonly string[] = [...BUILT_IN, 'source', 'campaign']

// An address takes the first two for folders and so would lead to the journey itself; the last is lost among an object's own names.
const LOST: readonly string[] = ['.', '..', '__proto__']

/** An attribute that answers can be counted by. No colon: a filter is written `name:value`. */
export const DimensionName = z
  .string()
  .trim()
  .min(1, 'give the name of an attribute')
  .max(60)
  .refine((name) => !/[\p{Cc}\p{Zl}\p{Zp}:]/u.test(name) && name.isWellFormed(), 'may hold no colon and no control characters')
  .refine((name) => !LOST.includes(name), 'is no name that an address can hold')
  .refine((name) => !RESERVED.includes(name), { error: 'This is a field of every response and no attribute.', params: { code: 'reserved' } })

export type DimensionRow = { name: string; ready: boolean }

/** The attributes that a journey is counted by, the oldest first; `ready` once every older answer is counted too. */
export const declaredOf = (tx: Tx, ctx: Context, journeyId: string): Promise<DimensionRow[]> =>
  rows<DimensionRow>(tx, sql`
    select name, ready_at is not null as ready
    from dimensions
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId}
    order by created_at, name`)

/** `recounted`: older responses that the job under way has counted again, in its pass or the one before. */
export type DimensionProgress = DimensionRow & { recounted: number }

/** The same, each with how far it is. */
export const progressOf = (tx: Tx, ctx: Context, journeyId: string): Promise<DimensionProgress[]> =>
  rows<DimensionProgress>(tx, sql`
    select d.name, d.ready_at is not null as ready, case when d.ready_at is null then coalesce((
      select max((j.progress ->> 'done')::int)
      from jobs j
      where j.workspace_id = d.workspace_id and j.kind = 'journey.recount' and j.payload ->> 'journeyId' = ${journeyId}
        and j.created_at >= d.created_at), 0) else 0 end as recounted
    from dimensions d
    where d.workspace_id = ${ctx.workspaceId} and d.journey_id = ${journeyId}
    order by d.created_at, d.name`)

export async function listDimensions(ctx: Context, input: unknown): Promise<DimensionRow[]> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await findJourney(tx, ctx, key)
    return declaredOf(tx, ctx, journey.id)
  })
}
