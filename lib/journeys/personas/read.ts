import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { findJourney } from '../find'
import { Key } from '../input'
import { PERSONA, type Persona } from './definition'
import { RulesSchema } from './schema'

/** `ready`: older answers are counted by these rules too; until then no number is shown by them, and `recounted` says how far it is. */
export type PersonaBook = { personas: Persona[]; revision: string; ready: boolean; recounted: number }

export async function personasOf(tx: Tx, ctx: Context, journeyId: string): Promise<Persona[]> {
  const found = await rows<Omit<Persona, 'rules'> & { rules: unknown }>(tx, sql`
    select key, name, description, rules
    from personas
    where workspace_id = ${ctx.workspaceId} and journey_id = ${journeyId}
    order by position`)
  return found.map((row) => ({ ...row, rules: RulesSchema.parse(row.rules) }))
}

/** Names what was seen: two people who change the list do not undo each other unknowingly. Keys of jsonb come in no order of ours. */
export const revisionOf = (personas: readonly Persona[]): string =>
  createHash('sha256').update(JSON.stringify(personas.map(({ key, name, description, rules }) => [key, name, description, sorted(rules)]))).digest('hex').slice(0, 16)

export const sorted = (rules: Persona['rules']) => rules.map((all) => all.map((condition) => Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1))))

/** How far the job is that brings the older answers over: responses that it has counted again, in its pass or the one before. */
async function progressOf(tx: Tx, ctx: Context, journeyId: string): Promise<{ ready: boolean; recounted: number }> {
  const [state] = await rows<{ ready: boolean; recounted: number }>(tx, sql`
    select d.ready_at is not null as ready, coalesce((
      select max((j.progress ->> 'done')::int)
      from jobs j
      where j.workspace_id = d.workspace_id and j.kind = 'journey.recount' and j.payload ->> 'journeyId' = ${journeyId}
        and j.created_at >= d.created_at), 0) as recounted
    from dimensions d
    where d.workspace_id = ${ctx.workspaceId} and d.journey_id = ${journeyId} and d.name = ${PERSONA}`)
  return state ?? { ready: true, recounted: 0 }
}

export async function bookOf(tx: Tx, ctx: Context, journeyId: string): Promise<PersonaBook> {
  const personas = await personasOf(tx, ctx, journeyId)
  const { ready, recounted } = personas.length === 0 ? { ready: true, recounted: 0 } : await progressOf(tx, ctx, journeyId)
  return { personas, revision: revisionOf(personas), ready, recounted }
}

/** The personas of a journey in their order, whoever fits none left out. */
export async function readPersonas(ctx: Context, input: unknown): Promise<PersonaBook> {
  allow(ctx, 'journey.read')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => bookOf(tx, ctx, (await findJourney(tx, ctx, key)).id))
}
