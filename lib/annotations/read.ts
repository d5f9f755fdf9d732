import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { findJourney } from '#lib/journeys/find'
import { Day, Key } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import type { Annotation } from './types'

type Span = { from?: string | undefined; to?: string | undefined }

/** Those that touch the days asked for, the earliest first: a long incident also where it began before them. */
export const annotationsIn = (tx: Tx, ctx: Context, journeyId: string, { from = '1900-01-01', to = '2999-12-31' }: Span) =>
  rows<Annotation>(tx, sql`
    select id, kind, to_char(day, 'YYYY-MM-DD') as day, to_char(until, 'YYYY-MM-DD') as until, stage_key as stage, title, body
    from annotations
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId}
      and day <= ${to} and coalesce(until, day) >= ${from}
    order by annotations.day, id`)

export const ListAnnotations = z.strictObject({ journey: Key, from: Day.optional(), to: Day.optional() })

/** All annotations of a journey, or those of some days; there are at most 500, so they come in one piece. */
export async function listAnnotations(ctx: Context, input: unknown): Promise<Annotation[]> {
  allow(ctx, 'journey.read')
  const { journey: key, ...span } = ListAnnotations.parse(input)
  if (span.from && span.to && span.from > span.to) {
    throw invalid(fault('/from', 'invalid_date', 'The period begins on {from}, after its end on {to}.', { from: span.from, to: span.to }))
  }
  return inWorkspace(ctx, async (tx) => {
    const journey = await findJourney(tx, ctx, key)
    return annotationsIn(tx, ctx, journey.id, span)
  })
}
